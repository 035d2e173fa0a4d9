package vn.sovang.decider;

import java.util.List;
import java.util.Map;
import vn.sovang.event.Fact;

/// What a decider says.
public sealed interface Outcome {
    /// The facts to record, all or none, in this order.
    record Accepted(List<Fact> facts) implements Outcome {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /// A rule says no. A value, not an exception: being refused is part of the domain.
    ///
    /// @param arguments what the text of the refusal names, by name
    /// @param details one refusal for each row or line concerned, where there are several
    record Refused(RefusalCode code, Map<String, String> arguments, List<Refused> details)
            implements Outcome {
        public Refused {
            arguments = Map.copyOf(arguments);
            details = List.copyOf(details);
        }

        public Refused(RefusalCode code, Map<String, String> arguments) {
            this(code, arguments, List.of());
        }
    }

    static Outcome accept(Fact... facts) {
        return new Accepted(List.of(facts));
    }

    static Outcome accept(List<Fact> facts) {
        return new Accepted(facts);
    }

    static Refused refuse(RefusalCode code) {
        return new Refused(code, Map.of());
    }

    static Refused refuse(RefusalCode code, String name, Object value) {
        return new Refused(code, Map.of(name, value.toString()));
    }

    static Refused refuse(RefusalCode code, Map<String, String> arguments) {
        return new Refused(code, arguments);
    }
}

package vn.sovang.event;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.FindingKey;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.Text;

/// What people say about anomalies (*bất thường*). That there is one is never an event: it follows
/// from the facts, and whoever has the log finds it.
public sealed interface AnomalyEvent extends LedgerEvent {
    FindingKey finding();

    /// Somebody explained why a finding is in order, or how it came about (*giải trình bất
    /// thường*). The finding stays listed, as explained; when its evidence changes it is open
    /// again.
    ///
    /// Corrected by [ExplanationWithdrawn].
    ///
    /// @param evidence positions of the events that proved it when it was explained, ascending
    /// @param reason the explanation; names no person
    /// @param detail what it says about people: sealed under the key of the one concerned
    record AnomalyExplained(
            FindingKey finding, List<Long> evidence, String reason, @Nullable Sealed detail)
            implements AnomalyEvent {
        public AnomalyExplained {
            evidence = List.copyOf(evidence);
            reason = Text.of("reason", reason);
            for (int i = 1; i < evidence.size(); i++) {
                if (evidence.get(i - 1) >= evidence.get(i)) {
                    throw new IllegalValue("evidence", "not ascending");
                }
            }
        }
    }

    /// An explanation was taken back (*rút giải trình*): the finding is open again.
    ///
    /// Corrected by a further [AnomalyExplained].
    ///
    /// @param reason why; names no person
    record ExplanationWithdrawn(FindingKey finding, String reason) implements AnomalyEvent {
        public ExplanationWithdrawn {
            reason = Text.of("reason", reason);
        }
    }

    @Override
    default Set<String> tags() {
        return Set.of(finding().tag(), finding().thing());
    }
}

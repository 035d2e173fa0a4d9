package vn.sovang.testing;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.UnaryOperator;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.DecisionId;

/// Acts entered again as what a signed paper says.
public final class SignedPapers {
    private SignedPapers() {}

    /// The command with another origin, and identities of its own where it would name a new thing.
    public static Command signed(Command act, UnaryOperator<Origin> circumstances) {
        var type = act.getClass();
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        var values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                var value = components[i].getAccessor().invoke(act);
                values[i] = value instanceof Origin o ? circumstances.apply(o) : value;
                values[i] =
                        value instanceof DecisionId ? new DecisionId(UUID.randomUUID()) : values[i];
            }
            return (Command) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " cannot be signed", e);
        }
    }
}

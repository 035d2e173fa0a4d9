package vn.sovang.rule;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vn.sovang.decider.Outcome.Refused;

/// Several rules, asked in order.
public final class Checks {
    private Checks() {}

    /// The first rule that says no; later rules may rely on the earlier ones.
    @SafeVarargs
    public static Optional<Refused> first(Supplier<Optional<Refused>>... rules) {
        for (var rule : rules) {
            var refused = rule.get();
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    /// A rule that is just a condition.
    public static Supplier<Optional<Refused>> unless(BooleanSupplier holds, Refused otherwise) {
        return () -> holds.getAsBoolean() ? Optional.empty() : Optional.of(otherwise);
    }
}

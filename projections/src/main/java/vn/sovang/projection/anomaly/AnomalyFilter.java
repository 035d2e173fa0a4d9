package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.UnitId;

/// Which findings somebody wants.
///
/// @param unit whose it is to answer
/// @param today findings with a time limit are there from the day after it on
/// @param knownAt position up to which the ledger is asked
public record AnomalyFilter(
        @Nullable AnomalyRule rule,
        @Nullable Severity severity,
        @Nullable UnitId unit,
        @Nullable FindingState state,
        LocalDate today,
        long knownAt) {
    /// All that is known now.
    public static AnomalyFilter all(LocalDate today) {
        return new AnomalyFilter(null, null, null, null, today, Long.MAX_VALUE);
    }

    public AnomalyFilter rule(AnomalyRule wanted) {
        return new AnomalyFilter(wanted, severity, unit, state, today, knownAt);
    }

    public AnomalyFilter state(FindingState wanted) {
        return new AnomalyFilter(rule, severity, unit, wanted, today, knownAt);
    }

    public AnomalyFilter knownAt(long position) {
        return new AnomalyFilter(rule, severity, unit, state, today, position);
    }
}

package vn.sovang.projection.reconciliation;

import java.util.List;

/// One figure at two moments. Also one that is the same at both, if events moved it there and back.
///
/// @param awardName name in the catalogue; the code where it has none
/// @param events those that became known between the moments, by position
public record Difference(
        FigureKey key, String awardName, long before, long after, List<Explanation> events) {
    public Difference {
        events = List.copyOf(events);
    }

    public long delta() {
        return after - before;
    }

    /// What no event explains; not 0 only if an issued report does not say what the ledger gives
    /// for its own cut-off.
    public long unexplained() {
        return delta() - events.stream().mapToLong(Explanation::delta).sum();
    }
}

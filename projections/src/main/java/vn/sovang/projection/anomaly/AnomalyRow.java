package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.FindingKey;
import vn.sovang.vocabulary.UnitId;

/// A finding as known at a position.
///
/// @param evidence positions of the events that prove it
/// @param says values for the rule's text
/// @param dueOn last day on which it was still in order
/// @param unit whose it is to answer
/// @param knownFrom position from which it was known as it is
/// @param knownUntil position from which it was known no more, where it is cured
/// @param explanation the one in force for this evidence
public record AnomalyRow(
        FindingKey key,
        AnomalyRule rule,
        FindingState state,
        List<Long> evidence,
        Map<String, String> says,
        @Nullable LocalDate dueOn,
        @Nullable UnitId unit,
        long knownFrom,
        @Nullable Long knownUntil,
        @Nullable Explanation explanation) {
    /// What somebody answered.
    ///
    /// @param by user id
    public record Explanation(long position, String reason, String by) {}

    public AnomalyRow {
        evidence = List.copyOf(evidence);
        says = Map.copyOf(says);
    }
}

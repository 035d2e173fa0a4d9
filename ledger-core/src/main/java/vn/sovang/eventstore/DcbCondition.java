package vn.sovang.eventstore;

import java.util.List;

/// What must not have happened since the decision was made (*Dynamic Consistency Boundary*): no
/// event after the position `after` that meets any of the criteria.
///
/// @param failIfMatches the boundary of the decision; an empty list means any event at all
/// @param after position up to and including which the decision knew the log; 0 = it assumed none
public record DcbCondition(List<DcbCriterion> failIfMatches, long after) {
    public DcbCondition {
        failIfMatches = List.copyOf(failIfMatches);
        after = Math.max(0, after);
    }
}

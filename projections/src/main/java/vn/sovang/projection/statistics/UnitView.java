package vn.sovang.projection.statistics;

/// Under which units lines are shown (R23).
public enum UnitView {
    /// The units as they were when the line was made: what an auditor looks for.
    AS_THEN,
    /// The units that follow them now: rolled up through mergers and renamings, as known at the
    /// same position. What belonged to a unit that was divided stays with it, not yet allocated
    /// (*chưa phân bổ*); nothing is ever prorated.
    AS_NOW
}

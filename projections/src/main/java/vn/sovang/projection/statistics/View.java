package vn.sovang.projection.statistics;

/// How an annulment shows in the period of the award (R3).
public enum View {
    /// As decided, gross: the period stays as it was reported.
    ORIGINAL,
    /// Annulled lines are taken back from the day of their decision.
    RESTATED
}

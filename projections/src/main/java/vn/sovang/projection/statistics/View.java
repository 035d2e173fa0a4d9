package vn.sovang.projection.statistics;

/// How an annulment shows in the period of the award (R3). A stripping shows in neither: the award
/// was valid.
public enum View {
    /// As decided, gross: the period stays as it was reported.
    ORIGINAL,
    /// Annulled lines are taken back from the day of their decision, unless the annulment was
    /// itself revoked.
    RESTATED
}

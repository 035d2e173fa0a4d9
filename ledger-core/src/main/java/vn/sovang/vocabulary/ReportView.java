package vn.sovang.vocabulary;

/// How an annulment shows in the figures of a report (R3).
public enum ReportView {
    /// Gross, as decided.
    ORIGINAL,
    /// Annulled lines are taken back from the day of their decision.
    RESTATED
}

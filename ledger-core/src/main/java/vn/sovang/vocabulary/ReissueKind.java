package vn.sovang.vocabulary;

/// Kind of a re-issue case. The three have different grounds and gates and are never merged.
public enum ReissueKind {
    /// *Cấp đổi*: the old item is damaged and handed in.
    EXCHANGE,
    /// *Cấp lại*: the old item is lost; entitlement is confirmed first.
    REISSUE,
    /// *Cấp mới*: see [FirstIssueReading].
    FIRST_ISSUE
}

package vn.sovang.vocabulary;

/// Why personal data are erased, or asked to be, Luật 91/2025/QH15 Điều 14.
public enum ErasureGround {
    /// The person asks and accepts the risk.
    SUBJECT_ASKS,
    /// The purpose is done.
    PURPOSE_DONE,
    /// The time of keeping has ended.
    RETENTION_ENDED,
    /// An authority decided so.
    AUTHORITY_DECIDED
}

package vn.sovang.vocabulary;

/// Why processing of personal data is restricted (*hạn chế xử lý*), Luật 91/2025/QH15 Điều 4.
public enum RestrictionGround {
    /// The person asks.
    SUBJECT_ASKS,
    /// A relative of a dead person asks.
    RELATIVE_ASKS,
    /// It is disputed whether the data are right.
    ACCURACY_DISPUTED,
    /// Erasure was asked for and cannot be granted.
    ERASURE_REFUSED,
    /// An authority decided so.
    AUTHORITY_DECIDED
}

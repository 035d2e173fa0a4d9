package vn.sovang.vocabulary;

/// What an office means by *cấp mới*.
public enum FirstIssueReading {
    /// The award itself was never decided: a new nomination.
    KHEN_MOI,
    /// A decision exists, the item never arrived.
    CHUA_TUNG_NHAN,
    /// The paper does not say.
    KHONG_RO
}

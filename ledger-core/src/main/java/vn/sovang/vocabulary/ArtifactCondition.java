package vn.sovang.vocabulary;

/// State in which a survey finds an item (*tình trạng hiện vật*).
public enum ArtifactCondition {
    /// Good.
    TOT,
    /// Worn but whole.
    CU,
    /// Damaged.
    HU_HONG,
    /// Lost.
    MAT,
    /// Never received.
    CHUA_NHAN,
    /// Nobody can say.
    KHONG_RO;

    /// Whether there is an item to look at.
    public boolean present() {
        return this == TOT || this == CU || this == HU_HONG;
    }
}

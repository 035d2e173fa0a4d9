package vn.sovang.vocabulary;

/// Rank of an order or medal (*hạng*): the lower the number, the higher the honour.
public enum Rank {
    /// The award has no ranks.
    NONE,
    /// First class.
    HANG_NHAT,
    /// Second class.
    HANG_NHI,
    /// Third class.
    HANG_BA,
    /// The paper does not say.
    KHONG_RO
}

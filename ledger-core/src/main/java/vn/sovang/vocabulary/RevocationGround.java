package vn.sovang.vocabulary;

/// Why an annulment is itself taken back (*thu hồi quyết định hủy bỏ*).
public enum RevocationGround {
    /// A complaint was upheld.
    KHIEU_NAI,
    /// A court’s judgment in force.
    BAN_AN
}

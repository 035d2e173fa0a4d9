package vn.sovang.vocabulary;

/// What somebody is to the recipient of an award (*quan hệ với người được khen*).
public enum KeeperRelation {
    /// The recipient.
    SELF,
    /// *Vợ, chồng*.
    SPOUSE,
    /// *Con*.
    CHILD,
    /// Another relative.
    RELATIVE,
    /// Whoever keeps up the worship of the dead recipient (*người thờ cúng*).
    WORSHIPPER,
    /// A museum, or another body that shows it.
    MUSEUM,
    /// Nobody says.
    KHONG_RO
}

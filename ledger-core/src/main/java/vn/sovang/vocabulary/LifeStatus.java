package vn.sovang.vocabulary;

/// Whether the recipient was alive on the day of the survey (*còn sống, đã mất*).
public enum LifeStatus {
    /// *Còn sống*.
    ALIVE,
    /// *Đã mất*.
    DECEASED,
    /// Nobody can say.
    KHONG_RO
}

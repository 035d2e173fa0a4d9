package vn.sovang.vocabulary;

/// Why an item goes from one office to another (*mục đích bàn giao*).
public enum CustodyPurpose {
    /// To be exchanged for a new one.
    EXCHANGE,
    /// To be compared with the archive.
    VERIFICATION,
    /// To be kept.
    STORAGE,
    /// On its way back to its keeper.
    RETURN,
    /// To be destroyed.
    DESTRUCTION,
    /// The receipt does not say.
    KHONG_RO
}

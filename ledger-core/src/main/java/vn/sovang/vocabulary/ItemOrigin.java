package vn.sovang.vocabulary;

/// How an item came into the ledger.
public enum ItemOrigin {
    /// Its issue was recorded (*cấp phát*).
    CAP_PHAT,
    /// A survey found it; nobody had recorded its issue (*khảo sát*).
    KHAO_SAT
}

package vn.sovang.vocabulary;

/// How much an evidence bundle shows.
public enum EvidenceVariant {
    /// For those entitled: sealed fields are opened, each with what checks the opening.
    ENTITLED,
    /// Nothing personal: sealed fields stay ciphertext.
    REDACTED
}

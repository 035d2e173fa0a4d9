package vn.sovang.vocabulary;

/// Mode of conferral (*tặng, truy tặng*).
public enum ConferralMode {
    /// On a living recipient or on a body.
    TANG,
    /// Posthumous.
    TRUY_TANG
}

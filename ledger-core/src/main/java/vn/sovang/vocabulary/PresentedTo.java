package vn.sovang.vocabulary;

/// Who took an award in hand.
public enum PresentedTo {
    /// The recipient.
    NGUOI_DUOC_KHEN,
    /// A representative, or the family of one honoured posthumously.
    DAI_DIEN
}

package vn.sovang.vocabulary;

/// What somebody the office is in touch with is to the recipient (*quan hệ với người được khen*).
public enum ContactRole {
    /// Husband or wife.
    SPOUSE,
    /// Son or daughter.
    CHILD,
    /// Another relative.
    RELATIVE,
    /// Who keeps the worship of the dead (*người thờ cúng*).
    WORSHIP_KEEPER,
    /// Neither, but entitled to speak.
    REPRESENTATIVE
}

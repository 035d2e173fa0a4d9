package vn.sovang.vocabulary;

/// What an advisory rule says. Recorded, never in the way: history holds lawful exceptions.
public enum RuleResult {
    /// Met.
    DAT,
    /// Not met, as far as the ledger and the dossier tell.
    KHONG_DAT,
    /// Cannot be told from what is known, or no rule is known for the day.
    CHUA_RO
}

package vn.sovang.vocabulary;

/// What a paper claims a number of.
public enum ClaimedMeasure {
    /// *Đề nghị*.
    PROPOSED,
    /// *Tặng, khen thưởng*.
    DECIDED,
    /// *Biểu dương*: praise, no award.
    PRAISED,
    /// Cases proposed for exchange (*cấp đổi*).
    EXCHANGE_PROPOSED,
    /// Cases proposed for re-issue (*cấp lại*).
    REISSUE_PROPOSED,
    /// Cases proposed for a first issue (*cấp mới*).
    FIRST_ISSUE_PROPOSED,
    /// Units there were (*số đơn vị*).
    UNITS
}

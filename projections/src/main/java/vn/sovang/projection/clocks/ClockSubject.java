package vn.sovang.projection.clocks;

/// What takes a step.
public enum ClockSubject {
    /// A nomination (*đề nghị khen thưởng*).
    NOMINATION,
    /// A re-issue case (*trường hợp cấp đổi, cấp lại*).
    REISSUE_CASE,
    /// An award line (*khen thưởng*).
    AWARD,
    /// An item (*hiện vật*).
    ITEM
}

package vn.sovang.projection.register;

/// What became of an award line.
public enum AwardStatus {
    /// Decided and not taken back, or given back (*có hiệu lực*).
    IN_FORCE,
    /// Void from the start (*đã hủy bỏ*), Luật Thi đua, khen thưởng 2022 Điều 93.2.
    ANNULLED,
    /// Taken for a later crime (*đã tước*), Luật Thi đua, khen thưởng 2022 Điều 93.3–93.5.
    STRIPPED,
    /// Never stood on the paper: an error in entry, corrected (*ghi nhầm*).
    STRUCK
}

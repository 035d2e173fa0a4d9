package vn.sovang.projection.register;

/// What became of an award line.
public enum AwardStatus {
    /// Decided and not taken back (*có hiệu lực*).
    IN_FORCE,
    /// Void from the start (*đã hủy bỏ*), Luật Thi đua, khen thưởng 2022 Điều 93.2.
    ANNULLED
}

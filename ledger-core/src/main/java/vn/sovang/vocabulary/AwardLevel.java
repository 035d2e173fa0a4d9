package vn.sovang.vocabulary;

/// Level of an award (*cấp khen thưởng*).
public enum AwardLevel {
    /// State: the President.
    NHA_NUOC,
    /// Government and Prime Minister.
    CHINH_PHU,
    /// Ministry or province.
    BO_TINH,
    /// District; no longer a level since 2025-07-01.
    HUYEN,
    /// Ward or commune.
    XA,
    /// Base unit.
    CO_SO,
    /// Unknown, as the award is.
    KHONG_RO
}

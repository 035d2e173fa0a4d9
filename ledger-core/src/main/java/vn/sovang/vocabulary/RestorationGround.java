package vn.sovang.vocabulary;

/// Why a stripped title is given back (*phục hồi và trao lại*), Luật Thi đua, khen thưởng 2022 Điều
/// 93.6.
public enum RestorationGround {
    /// Acquitted.
    KHONG_PHAM_TOI,
    /// Exempted.
    MIEN_TRACH_NHIEM,
    /// No longer within the cases of Đ93.3–93.5.
    KHONG_CON_THUOC_TRUONG_HOP
}

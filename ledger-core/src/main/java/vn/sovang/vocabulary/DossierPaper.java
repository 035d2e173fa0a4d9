package vn.sovang.vocabulary;

/// A paper that a dossier must hold (*thành phần hồ sơ*), Luật Thi đua, khen thưởng 2022 Điều 84.
public enum DossierPaper {
    /// The list’s own paper (Đ84.1, 84.2).
    TO_TRINH,
    /// Report of achievements (Đ84.1, 84.2).
    BAO_CAO_THANH_TICH,
    /// Minutes of the meeting that chose (Đ84.1, 84.2).
    BIEN_BAN,
    /// Certificate of an initiative or a study, for emulation fighters (Đ84.1).
    CHUNG_NHAN_SANG_KIEN,
    /// Certificate of an exceptional achievement (Đ84.2).
    CHUNG_NHAN_THANH_TICH,
    /// Opinion of the central body or the province concerned, for state awards (Đ84.3).
    Y_KIEN_CO_QUAN
}

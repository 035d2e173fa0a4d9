package vn.sovang.vocabulary;

/// Type of commendation by nature (*loại hình khen thưởng*), Luật Thi đua, khen thưởng 2022 Điều 8
/// and 96. Codes as in the statistical forms.
public enum CommendationType {
    /// By merit (Đ8.1).
    CONG_TRANG,
    /// For a sudden feat (Đ8.2).
    DOT_XUAT,
    /// From an emulation movement or theme (Đ8.3).
    PHONG_TRAO,
    /// For a career of service (Đ8.4).
    CONG_HIEN,
    /// By years of service in the armed forces (Đ8.5).
    NIEN_HAN,
    /// To foreigners and Vietnamese abroad (Đ8.6).
    DOI_NGOAI,
    /// For the resistance wars (Đ96).
    KHANG_CHIEN,
    /// The paper does not say (*chưa rõ*).
    KHONG_RO
}

package vn.sovang.vocabulary;

/// Grounds on which a decision is void from the start (*hủy bỏ quyết định*), Luật Thi đua, khen
/// thưởng 2022 Điều 93.2.
public enum AnnulmentGround {
    /// False declaration (a).
    GIAN_DOI_KE_KHAI,
    /// False information or forged dossier (b).
    THONG_TIN_SAI_GIA_HO_SO,
    /// Appraised against the rules, which is no fault of the recipient (c).
    THAM_DINH_TRAI_QUY_DINH,
    /// A conclusion or judgment shows a violation within the achievement period (d).
    KET_LUAN_VI_PHAM
}

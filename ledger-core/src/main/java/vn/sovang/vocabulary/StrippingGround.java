package vn.sovang.vocabulary;

/// Grounds on which the President strips an honorary state title (*tước danh hiệu vinh dự nhà
/// nước*), Luật Thi đua, khen thưởng 2022 Điều 93.
public enum StrippingGround {
    /// Final conviction with imprisonment of any term, for life, or death (Đ93.3).
    KET_AN_TU,
    /// Crime against national security, other crime with life or death sentence, or acts for which
    /// benefits were ended: heroes of the armed forces, heroes of labour of the resistance, heroic
    /// mothers (Đ93.4).
    TOI_NGHIEM_TRONG_HOAC_CHAM_DUT_UU_DAI,
    /// A commercial legal person suspended for good (Đ93.5).
    PHAP_NHAN_DINH_CHI
}

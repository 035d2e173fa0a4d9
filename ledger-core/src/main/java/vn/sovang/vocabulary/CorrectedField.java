package vn.sovang.vocabulary;

/// What a correction is about.
public enum CorrectedField {
    /// Name, sealed.
    TEN,
    /// Day or year of birth, sealed.
    NGAY_SINH,
    /// Residence or workplace, sealed.
    NOI_CU_TRU,
    /// Post, sealed.
    CHUC_VU,
    /// Subject or wording of the decision.
    TRICH_YEU,
    /// Signer or capacity.
    NGUOI_KY,
    /// The line itself: award, rank, kind, type or unit.
    DONG,
    /// The line does not stand on the paper; only of an error in entry.
    DONG_KHONG_CO
}

package vn.sovang.vocabulary;

/// Why a re-issue was refused (*lý do từ chối cấp đổi, cấp lại*). Not for want of proof: that is an
/// entitlement not confirmed.
public enum ReissueRefusalReason {
    /// The damage or loss has no objective cause (NĐ 85/2014/NĐ-CP Điều 41–42).
    KHONG_KHACH_QUAN,
    /// The item can still be used.
    CON_SU_DUNG_DUOC,
    /// A new item was issued before.
    DA_CAP,
    /// The President never decided the award, so nobody may re-issue its items.
    CHUA_CO_QD_CTN,
    /// The applicant may not ask for it.
    NGUOI_DE_NGHI_KHONG_DUNG,
    /// Another reason; the paper says which.
    KHAC
}

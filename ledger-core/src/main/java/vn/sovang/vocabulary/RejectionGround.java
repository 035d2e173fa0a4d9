package vn.sovang.vocabulary;

/// Why a nomination came to nothing (*lý do không đạt*).
public enum RejectionGround {
    /// The standard is not met.
    KHONG_DU_TIEU_CHUAN,
    /// The council did not vote for it.
    HOI_DONG_KHONG_THONG_QUA,
    /// The dossier was never completed.
    KHONG_BO_SUNG,
    /// The deciding authority declined.
    CAP_CO_THAM_QUYEN_KHONG_DONG_Y
}

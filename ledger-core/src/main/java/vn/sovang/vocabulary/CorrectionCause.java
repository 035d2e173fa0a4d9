package vn.sovang.vocabulary;

/// Why a decision in the ledger is corrected. Neither is an annulment.
public enum CorrectionCause {
    /// The authority corrected its own paper by another (*đính chính*). Figures stay as they were
    /// reported.
    DINH_CHINH,
    /// The paper is right, what was entered is not (*sai khi nhập*). The only thing that changes a
    /// gross figure.
    SAI_NHAP_LIEU
}

package vn.sovang.vocabulary;

/// What an appraisal concluded (*kết quả thẩm định*).
public enum AppraisalResult {
    /// Meets the standard.
    DAT,
    /// Does not meet it.
    KHONG_DAT
}

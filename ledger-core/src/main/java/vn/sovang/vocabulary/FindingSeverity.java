package vn.sovang.vocabulary;

/// How heavy an inspector's finding weighs (*mức độ*).
public enum FindingSeverity {
    /// Signs of a violation (*dấu hiệu vi phạm*).
    VIOLATION,
    /// A shortcoming to be made good (*thiếu sót, khuyết điểm*).
    SHORTCOMING,
    /// A remark (*lưu ý*).
    REMARK
}

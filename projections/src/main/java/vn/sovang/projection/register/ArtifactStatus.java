package vn.sovang.projection.register;

/// What became of an item.
public enum ArtifactStatus {
    /// In the hands of its keeper (*đang giữ*).
    ISSUED,
    /// Damaged, with its keeper (*hư hỏng*).
    DAMAGED,
    /// Reported lost (*báo mất*).
    LOST,
    /// Found again (*tìm thấy*).
    FOUND,
    /// Handed in to an office (*đã nộp lại*).
    HANDED_IN,
    /// Given back as it was (*đã trả lại nguyên trạng*).
    RETURNED,
    /// Closed by the item that took its place (*đã được thay*).
    REPLACED,
    /// Taken back after an annulment or a stripping (*đã thu hồi*).
    WITHDRAWN,
    /// Destroyed by a council (*đã tiêu hủy*).
    DESTROYED
}

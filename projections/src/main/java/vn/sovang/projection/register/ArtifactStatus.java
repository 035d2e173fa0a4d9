package vn.sovang.projection.register;

/// What became of an item.
public enum ArtifactStatus {
    /// In the hands of its keeper (*đang giữ*).
    ISSUED,
    /// Reported lost (*báo mất*).
    LOST,
    /// Handed in to an office (*đã nộp lại*).
    HANDED_IN,
    /// Closed by the item that took its place (*đã được thay*).
    REPLACED,
    /// Taken back after an annulment or a stripping (*đã thu hồi*).
    WITHDRAWN
}

package vn.sovang.projection.custody;

/// Where an item is.
public enum Place {
    /// With its keeper (*người giữ*).
    KEEPER,
    /// In the hands of an office (*cơ quan đang giữ*).
    OFFICE,
    /// Lost (*mất*).
    LOST,
    /// Taken back for good (*đã thu hồi*).
    WITHDRAWN,
    /// No more (*đã tiêu hủy*).
    DESTROYED
}

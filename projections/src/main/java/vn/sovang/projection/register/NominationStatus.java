package vn.sovang.projection.register;

/// How far a nomination has come.
public enum NominationStatus {
    /// Drawn up (*đã lập*).
    FILED,
    /// Sent to a higher authority by its proposer (*đã trình*).
    SUBMITTED,
    /// Sent further up by an authority that had received it (*đã chuyển cấp trên*).
    FORWARDED,
    /// Sent back for missing papers (*trả lại, bổ sung*).
    RETURNED,
    /// In appraisal (*đang thẩm định*).
    IN_APPRAISAL,
    /// Appraisal concluded (*đã thẩm định*).
    APPRAISED,
    /// The council has voted (*đã qua Hội đồng*).
    COUNCIL_VOTED,
    /// Came to nothing (*không đạt*).
    REJECTED,
    /// Given up (*đã rút*).
    WITHDRAWN,
    /// Answered by an award (*đã có quyết định*).
    DECIDED
}

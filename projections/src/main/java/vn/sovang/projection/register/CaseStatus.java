package vn.sovang.projection.register;

/// How far a re-issue case has come (R4).
public enum CaseStatus {
    /// Received by an office (*đã tiếp nhận*).
    RECEIVED,
    /// Papers were asked for (*chờ bổ sung*).
    COMPLETION_REQUESTED,
    /// Reviewed and on a list sent up (*rà soát, đề nghị*).
    REVIEWED_PROPOSED,
    /// Sent on to a higher body (*đã chuyển cấp trên*).
    FORWARDED,
    /// The archive cannot confirm the award (*không đủ căn cứ*).
    INSUFFICIENT,
    /// Granted (*đã đồng ý*).
    APPROVED,
    /// The new items were made (*đã cấp*).
    REISSUED,
    /// The new items are with those who received them (*đã giao*).
    HANDED_OVER,
    /// Refused (*từ chối*).
    REFUSED,
    /// The file went back to the applicant (*trả hồ sơ*).
    RETURNED
}

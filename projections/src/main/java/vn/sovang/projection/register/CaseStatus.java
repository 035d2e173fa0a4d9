package vn.sovang.projection.register;

/// How far a re-issue case has come (R4).
public enum CaseStatus {
    /// Received by an office (*đã tiếp nhận*).
    RECEIVED,
    /// Reviewed and on a list sent up (*rà soát, đề nghị*).
    REVIEWED_PROPOSED,
    /// Granted (*đã đồng ý*).
    APPROVED,
    /// The new item was made (*đã cấp*).
    REISSUED
}

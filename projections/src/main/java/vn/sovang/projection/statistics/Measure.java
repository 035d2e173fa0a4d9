package vn.sovang.projection.statistics;

/// What is counted (R3). Stages are measures of their own and never share a total.
public enum Measure {
    /// Lines on an authority's own list to a higher one (*đề nghị*), by the day of that list.
    PROPOSED,
    /// Lines of decisions an authority signed (*tặng*), by the day of signature, gross.
    DECIDED,
    /// Award lines annulled (*hủy bỏ*), by the annulment's own day, for the authority of the award.
    ANNULLED,
    /// Annulments taken back (*thu hồi quyết định hủy bỏ*), by their own day, for the authority of
    /// the award.
    ANNULMENT_REVOKED,
    /// Honours stripped (*tước*), by the day of the President's decision, for the authority of the
    /// award. Never touches the period of the award.
    STRIPPED,
    /// Honours given back (*phục hồi*), by the day of the President's decision.
    RESTORED,
    /// Changes of the stock of awards in force after their decision: −1 when one is annulled or
    /// stripped, +1 when it stands again. The stock of a day is all decided plus all of these.
    IN_FORCE,
    /// Awards handed over (*trao tặng*), by the day of the ceremony.
    PRESENTED,
    /// Prizes paid (*chi tiền thưởng*), in đồng, by the day of payment.
    PRIZE_PAID,
    /// Prizes paid back (*thu hồi tiền thưởng*), in đồng, by the day of payment.
    PRIZE_RECOVERED,
    /// Requests to re-issue received (*tiếp nhận*), for the office that received them.
    REISSUE_REQUESTED,
    /// Cases reviewed and sent up (*rà soát, đề nghị*), by the day of the list.
    REISSUE_REVIEWED,
    /// Entitlements confirmed by an archive holder (*xác nhận khen thưởng*).
    ENTITLEMENT_CONFIRMED,
    /// Cases granted (*đồng ý cấp*), for the body that granted.
    REISSUE_APPROVED,
    /// First items handed over (*cấp phát*), for the authority of the award.
    ARTIFACT_ISSUED,
    /// Items reported lost (*báo mất*), for the authority of the award.
    ARTIFACT_LOST,
    /// Items that took the place of others (*đã cấp đổi, cấp lại*), for the authority of the award.
    ARTIFACT_REISSUED,
    /// Items taken back (*thu hồi*), for the authority of the award.
    ARTIFACT_WITHDRAWN,
    /// Surveys opened (*khảo sát hiện vật*), for the office that opened them.
    SURVEY_OPENED
}

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
    /// Entitlements an archive holder could not confirm (*không đủ căn cứ*).
    ENTITLEMENT_NOT_CONFIRMED,
    /// Cases sent on to a higher body (*chuyển cấp trên*), for the office that sent.
    REISSUE_FORWARDED,
    /// Cases granted (*đồng ý cấp*), for the body that granted.
    REISSUE_APPROVED,
    /// Cases refused (*từ chối*), for the body that refused.
    REISSUE_REFUSED,
    /// Files given back to the applicant (*trả hồ sơ*), for the office that gave them back.
    REISSUE_RETURNED,
    /// New items handed over (*đã giao người nhận*), for the office that handed over.
    REISSUE_HANDED_OVER,
    /// First items handed over (*cấp phát*), for the authority of the award.
    ARTIFACT_ISSUED,
    /// Items reported damaged (*báo hỏng*), for the authority of the award.
    ARTIFACT_DAMAGED,
    /// Items reported lost (*báo mất*), for the authority of the award.
    ARTIFACT_LOST,
    /// Lost items found again (*tìm thấy*), for the authority of the award.
    ARTIFACT_FOUND,
    /// Items handed in (*nộp lại*), for the office that received them.
    ARTIFACT_HANDED_IN,
    /// Items given back as they were (*trả lại nguyên trạng*), for the office that held them.
    ARTIFACT_RETURNED,
    /// Items that took the place of others (*đã cấp đổi, cấp lại*), for the authority of the award.
    ARTIFACT_REISSUED,
    /// Items taken back (*thu hồi*), for the authority of the award.
    ARTIFACT_WITHDRAWN,
    /// Items destroyed (*tiêu hủy*), for the authority of the award.
    ARTIFACT_DESTROYED,
    /// Surveys opened (*khảo sát hiện vật*), for the office that opened them.
    SURVEY_OPENED,
    /// Items a survey found good (*tốt*), for the office that runs it, by the day of the visit.
    SURVEYED_GOOD,
    /// Items found worn (*cũ*).
    SURVEYED_WORN,
    /// Items found damaged (*hư hỏng*).
    SURVEYED_DAMAGED,
    /// Items found lost (*mất*).
    SURVEYED_LOST,
    /// Items never received (*chưa nhận*).
    SURVEYED_NEVER_RECEIVED,
    /// Items of which nobody can say (*không rõ*).
    SURVEYED_UNKNOWN,
    /// Surveys closed (*kết thúc khảo sát*), for the office that ran them.
    SURVEY_CLOSED
}

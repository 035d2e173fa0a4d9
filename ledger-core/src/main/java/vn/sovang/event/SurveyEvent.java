package vn.sovang.event;

import java.util.Set;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.UnitId;

/// Surveys of artifacts in people's hands (*khảo sát hiện vật khen thưởng*).
public sealed interface SurveyEvent extends LedgerEvent {
    CampaignId campaign();

    /// An office asked its wards to survey the artifacts of an award (*mở đợt khảo sát*).
    ///
    /// @param award whose artifacts are surveyed
    /// @param subject what the paper says the survey is about
    record SurveyCampaignOpened(CampaignId campaign, UnitId unit, AwardCode award, String subject)
            implements SurveyEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(campaign, unit);
        }
    }
}

package vn.sovang.event;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// Surveys of artifacts in people's hands (*khảo sát hiện vật khen thưởng*).
public sealed interface SurveyEvent extends LedgerEvent {
    CampaignId campaign();

    /// An office asked its wards to survey the artifacts of an award (*mở đợt khảo sát*).
    ///
    /// Corrected by [SurveyCampaignClosed] and a new campaign.
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

    /// One item of one recipient was looked at in people's hands (*khảo sát từng hiện vật*). The
    /// effective day is the day of the visit.
    ///
    /// A recipient for whom no decision is found is a result of the survey, not an error.
    ///
    /// Corrected by a further [ItemSurveyed] in another campaign, or by the event that says what
    /// became of the item since.
    ///
    /// @param unit office that runs the survey
    /// @param ward ward or commune where the recipient lives or lived
    /// @param awardCode the award whose items are surveyed
    /// @param award the award line; absent if no decision was found
    /// @param artifact the item; absent if there is none and never was
    /// @param origin how the item came into the ledger: `KHAO_SAT` if with this event
    /// @param condition as found; says too whether there is an item
    /// @param keeper who keeps it
    /// @param life whether the recipient was alive
    /// @param diedOn day of death as told
    /// @param proposed what the office proposes for it; absent if nothing
    /// @param surveyedBy name of the officer who looked
    /// @param photoSha256 lower-case hex SHA-256 of the photo, which is kept elsewhere
    record ItemSurveyed(
            CampaignId campaign,
            UnitId unit,
            @Nullable UnitId ward,
            AwardCode awardCode,
            @Nullable AwardId award,
            RecipientId recipient,
            ArtifactKind kind,
            @Nullable ArtifactId artifact,
            @Nullable ItemOrigin origin,
            ArtifactCondition condition,
            @Nullable Keeper keeper,
            LifeStatus life,
            @Nullable Sealed diedOn,
            @Nullable ReissueKind proposed,
            @Nullable Sealed surveyedBy,
            @Nullable String photoSha256)
            implements SurveyEvent {
        public ItemSurveyed {
            if ((artifact == null) != (origin == null)) {
                throw new IllegalValue("origin", "an item has one, and nothing else has");
            }
            if (condition.present() && artifact == null) {
                throw new IllegalValue("artifact", "there is an item, so it has an identity");
            }
            if (condition == ArtifactCondition.CHUA_NHAN && artifact != null) {
                throw new IllegalValue("artifact", "never received, so there is no item");
            }
        }

        @Override
        public Set<String> tags() {
            return Tags.of(campaign, unit, ward, award, recipient, artifact);
        }
    }

    /// The figures of a finished survey (*tổng hợp kết quả khảo sát*).
    ///
    /// @param items one line for each ward, kind, condition and life status that occurs
    /// @param proposals cases proposed, by kind
    /// @param surveyed items looked at
    /// @param withoutDecision of them, items of recipients for whom no decision was found
    record Summary(
            List<ItemCount> items,
            List<ProposalCount> proposals,
            int surveyed,
            int withoutDecision) {
        public Summary {
            items = List.copyOf(items);
            proposals = List.copyOf(proposals);
        }
    }

    /// How many items of one kind in one ward were found in one condition.
    ///
    /// @param ward absent where the sheets do not say
    record ItemCount(
            @Nullable UnitId ward,
            ArtifactKind kind,
            ArtifactCondition condition,
            LifeStatus life,
            int count) {}

    /// How many cases of one kind the survey proposes.
    record ProposalCount(ReissueKind kind, int count) {}

    /// The survey ended (*kết thúc đợt khảo sát*); its figures as the office reported them.
    ///
    /// Corrected by a new campaign; the figures of a closed one stay as reported.
    record SurveyCampaignClosed(CampaignId campaign, UnitId unit, Summary summary)
            implements SurveyEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(campaign, unit);
        }
    }
}

package vn.sovang.projection.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.UnitId;

/// A survey of items in people's hands as it stands now (*đợt khảo sát hiện vật*).
///
/// @param unit office that runs it
/// @param award whose items are surveyed
/// @param closedOn absent while it runs
/// @param surveyed sheets recorded
/// @param withoutDecision of them, those for whom no decision was found
/// @param position of the event that opened it
public record CampaignRow(
        CampaignId id,
        UnitId unit,
        @Nullable String unitName,
        AwardCode award,
        String awardName,
        String subject,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        int surveyed,
        int withoutDecision,
        long position) {}

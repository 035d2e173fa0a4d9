package vn.sovang.survey;

import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;

/// What can be asked about surveys of artifacts. Each brings what is to be recorded: the ledger
/// only checks it.
public sealed interface SurveyCommand extends Command {
    SurveyEvent event();

    /// Records that an office opened a survey (*mở đợt khảo sát*); the origin's document is the
    /// paper that orders it.
    record OpenSurveyCampaign(Origin origin, SurveyCampaignOpened event) implements SurveyCommand {}

    /// Records one item of one recipient as found (*phiếu khảo sát*).
    record RecordSurveyedItem(Origin origin, ItemSurveyed event) implements SurveyCommand {}

    /// Ends a survey with the figures the office reports (*tổng hợp kết quả*); they must be what
    /// the recorded sheets come to.
    record CloseSurveyCampaign(Origin origin, SurveyCampaignClosed event)
            implements SurveyCommand {}
}

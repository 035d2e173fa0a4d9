package vn.sovang.survey;

import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;

/// Records that an office opened a survey (*mở đợt khảo sát*); the origin's document is the paper
/// that orders it.
public record OpenSurveyCampaign(Origin origin, SurveyCampaignOpened opened) implements Command {}

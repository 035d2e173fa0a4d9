package vn.sovang.survey;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.AWARD_TYPE_UNKNOWN;
import static vn.sovang.decider.RefusalCode.CAMPAIGN_ALREADY_OPEN;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.rule.Checks.unless;

import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Units;

/// A campaign is opened once, by a unit that existed, about an award the catalogue has.
public final class SurveyCampaigns implements Decider<OpenSurveyCampaign, SurveyCampaigns.State> {
    /// What the rules need to know.
    public record State(AwardTypes types, Units units, boolean open) {}

    @Override
    public Class<OpenSurveyCampaign> command() {
        return OpenSurveyCampaign.class;
    }

    @Override
    public Set<TagQuery> boundary(OpenSurveyCampaign command) {
        var opened = command.opened();
        return Set.of(
                TagQuery.of(opened.campaign().tag(), SurveyCampaignOpened.class),
                AwardTypes.definitionOf(opened.award()),
                Units.lifeOf(opened.unit()));
    }

    @Override
    public State initial() {
        return new State(AwardTypes.NONE, Units.NONE, false);
    }

    @Override
    public State evolve(State state, Fact fact) {
        return new State(
                state.types().evolve(fact.event()),
                state.units().evolve(fact),
                state.open() || fact.event() instanceof SurveyCampaignOpened);
    }

    @Override
    public Outcome decide(OpenSurveyCampaign command, State state) {
        var opened = command.opened();
        var day = command.origin().effectiveOn();
        return Checks.first(
                        unless(() -> !state.open(), refuse(CAMPAIGN_ALREADY_OPEN)),
                        unless(
                                () -> !command.origin().inTheFuture(),
                                refuse(IN_THE_FUTURE, "day", day)),
                        unless(
                                () -> state.types().of(opened.award()).isPresent(),
                                refuse(AWARD_TYPE_UNKNOWN, "award", opened.award())),
                        () -> state.units().check(opened.unit(), day))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(command.origin().fact(opened)));
    }
}

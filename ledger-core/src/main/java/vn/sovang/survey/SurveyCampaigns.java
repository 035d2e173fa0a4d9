package vn.sovang.survey;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.AWARD_TYPE_UNKNOWN;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.RECIPIENT_UNKNOWN;
import static vn.sovang.rule.Checks.unless;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.rule.AwardFile;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.CaseFiles;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Items;
import vn.sovang.rule.Units;

/// A campaign is opened once, by a unit that existed, about an award the catalogue has; each item
/// of each recipient is looked at once; its figures are what its sheets come to.
///
/// Two officers who survey two recipients do not wait for each other: a sheet depends on the
/// campaign's opening and end and on the sheets of its own recipient, not on all others.
public final class SurveyCampaigns implements Decider<SurveyCommand, SurveyCampaigns.State> {
    /// What the rules need to know; owned by one decision.
    public record State(CaseFiles files, AwardTypes types, Units units, boolean recipientKnown) {}

    @Override
    public Class<SurveyCommand> command() {
        return SurveyCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(SurveyCommand command) {
        var campaign = command.event().campaign().tag();
        var queries = new HashSet<TagQuery>();
        queries.add(TagQuery.of(campaign, SurveyCampaignOpened.class, SurveyCampaignClosed.class));
        switch (command.event()) {
            case SurveyCampaignOpened e -> {
                queries.add(AwardTypes.definitionOf(e.award()));
                queries.add(Units.lifeOf(e.unit()));
            }
            case ItemSurveyed e -> {
                var sheets = TagQuery.of(campaign, ItemSurveyed.class);
                queries.add(new TagQuery(Set.of(campaign, e.recipient().tag()), sheets.types()));
                queries.add(TagQuery.of(e.recipient().tag(), RecipientRegistered.class));
                queries.add(AwardTypes.definitionOf(e.awardCode()));
                if (e.ward() != null) {
                    queries.add(Units.lifeOf(e.ward()));
                }
                if (e.award() != null) {
                    queries.addAll(AwardFile.of(e.award(), e.awardCode()));
                    queries.add(Items.of(e.award()));
                }
            }
            case SurveyCampaignClosed _ -> queries.add(TagQuery.of(campaign, ItemSurveyed.class));
        }
        return queries;
    }

    @Override
    public State initial() {
        return new State(new CaseFiles(), AwardTypes.NONE, Units.NONE, false);
    }

    @Override
    public State evolve(State state, Fact fact) {
        state.files().apply(fact);
        return new State(
                state.files(),
                state.types().evolve(fact.event()),
                state.units().evolve(fact),
                state.recipientKnown() || fact.event() instanceof RecipientRegistered);
    }

    @Override
    public Outcome decide(SurveyCommand command, State state) {
        var origin = command.origin();
        var event = command.event();
        return Checks.first(
                        unless(
                                () -> !origin.inTheFuture(),
                                refuse(IN_THE_FUTURE, "day", origin.effectiveOn())),
                        () -> checkKnown(event, state),
                        () ->
                                state.files()
                                        .check(
                                                event,
                                                state.types(),
                                                state.units(),
                                                origin.effectiveOn()))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(origin.fact(event)));
    }

    private static Optional<Refused> checkKnown(SurveyEvent event, State state) {
        return switch (event) {
            case SurveyCampaignOpened e ->
                    state.types().of(e.award()).isPresent()
                            ? Optional.empty()
                            : Optional.of(refuse(AWARD_TYPE_UNKNOWN, "award", e.award()));
            case ItemSurveyed _ ->
                    state.recipientKnown()
                            ? Optional.empty()
                            : Optional.of(refuse(RECIPIENT_UNKNOWN));
            case SurveyCampaignClosed _ -> Optional.empty();
        };
    }
}

package vn.sovang.award;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.rule.Checks.unless;

import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.Fact;
import vn.sovang.rule.AwardStanding;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.Document;

/// Only an award that stands can be annulled, once, by a paper, by a body that exists.
public final class Annulments implements Decider<AnnulAward, Annulments.State> {
    /// What the rule needs to know.
    public record State(AwardStanding award, Units units) {}

    @Override
    public Class<AnnulAward> command() {
        return AnnulAward.class;
    }

    @Override
    public Set<TagQuery> boundary(AnnulAward command) {
        return Set.of(AwardStanding.of(command.award()), Units.lifeOf(command.authority()));
    }

    @Override
    public State initial() {
        return new State(AwardStanding.UNKNOWN, Units.NONE);
    }

    @Override
    public State evolve(State state, Fact fact) {
        return new State(state.award().evolve(fact), state.units().evolve(fact));
    }

    @Override
    public Outcome decide(AnnulAward command, State state) {
        var origin = command.origin();
        return Checks.first(
                        unless(
                                () -> origin.document() instanceof Document.Paper,
                                refuse(DOCUMENT_MISSING)),
                        unless(
                                () -> !origin.inTheFuture(),
                                refuse(IN_THE_FUTURE, "day", origin.effectiveOn())),
                        () -> state.award().checkInForce(command.awardCode(), origin.effectiveOn()),
                        () -> state.units().check(command.authority(), origin.effectiveOn()))
                .<Outcome>map(r -> r)
                .orElseGet(() ->
                        Outcome.accept(
                                origin.fact(
                                        new AwardAnnulled(
                                                command.award(),
                                                command.ground(),
                                                command.authority()))));
    }
}

package vn.sovang.duty;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.DUTIES_ALREADY_COMBINED;
import static vn.sovang.decider.RefusalCode.DUTIES_NOT_COMBINED;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.SECOND_PERSON_MISSING;
import static vn.sovang.rule.Checks.unless;

import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.duty.DutyCommand.AllowCombinedDuties;
import vn.sovang.duty.DutyCommand.EndCombinedDuties;
import vn.sovang.event.DutyEvent;
import vn.sovang.event.DutyEvent.CombinedDutiesAllowed;
import vn.sovang.event.DutyEvent.CombinedDutiesEnded;
import vn.sovang.event.Fact;
import vn.sovang.rule.Checks;
import vn.sovang.rule.CombinedDuties;
import vn.sovang.rule.CombinedDuties.Allowed;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.Document;

/// Decides about exceptions from the separation of duties: nobody gives one to oneself, none
/// without a paper, one at a time for an officer in a unit.
public final class Duties implements Decider<DutyCommand, Duties.State> {
    /// What the rules need to know.
    public record State(Units units, CombinedDuties duties) {}

    @Override
    public Class<DutyCommand> command() {
        return DutyCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(DutyCommand command) {
        return Set.of(Units.lifeOf(command.unit()), CombinedDuties.of(command.unit()));
    }

    @Override
    public State initial() {
        return new State(Units.NONE, CombinedDuties.NONE);
    }

    @Override
    public State evolve(State state, Fact fact) {
        return new State(state.units().evolve(fact), state.duties().evolve(fact));
    }

    @Override
    public Outcome decide(DutyCommand command, State state) {
        var origin = command.origin();
        return Checks.first(
                        unless(
                                () -> origin.document() instanceof Document.Paper,
                                refuse(DOCUMENT_MISSING)),
                        unless(
                                () -> !origin.inTheFuture(),
                                refuse(IN_THE_FUTURE, "day", origin.effectiveOn())),
                        () -> check(command, state))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(origin.fact(event(command))));
    }

    private static Optional<Refused> check(DutyCommand command, State state) {
        var day = command.origin().effectiveOn();
        return switch (command) {
            case AllowCombinedDuties c ->
                    Checks.first(
                            () -> state.units().check(c.unit(), day),
                            unless(() -> givenByAnother(c), refuse(SECOND_PERSON_MISSING)),
                            unless(
                                    () -> !c.until().isBefore(day),
                                    refuse(EARLIER_THAN_ITS_CAUSE, "day", day)),
                            unless(() -> isNew(c, state), refuse(DUTIES_ALREADY_COMBINED)));
            // A unit that is no more leaves exceptions behind that may be ended all the same.
            case EndCombinedDuties c -> {
                var one = state.duties().byId().get(c.exception());
                yield one != null && one.unit().equals(c.unit()) && one.holdsOn(day)
                        ? Optional.empty()
                        : Optional.of(refuse(DUTIES_NOT_COMBINED));
            }
        };
    }

    /// Neither decided nor entered by the officer.
    private static boolean givenByAnother(AllowCombinedDuties c) {
        return !c.decidedBy().equals(c.officer()) && !c.origin().by().user().equals(c.officer());
    }

    private static boolean isNew(AllowCombinedDuties c, State state) {
        var asked = new Allowed(c.unit(), c.officer(), c.origin().effectiveOn(), c.until());
        return !state.duties().byId().containsKey(c.exception())
                && state.duties().byId().values().stream().noneMatch(asked::meets);
    }

    private static DutyEvent event(DutyCommand command) {
        return switch (command) {
            case AllowCombinedDuties c ->
                    new CombinedDutiesAllowed(
                            c.exception(), c.unit(), c.officer(), c.decidedBy(), c.until());
            case EndCombinedDuties c -> new CombinedDutiesEnded(c.exception(), c.unit());
        };
    }
}

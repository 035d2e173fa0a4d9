package vn.sovang.unit;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.AUTHORITY_STILL_EXISTS;
import static vn.sovang.decider.RefusalCode.COMPETENCE_ALREADY_DETERMINED;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.SPLIT_NEEDS_TWO_SUCCESSORS;
import static vn.sovang.decider.RefusalCode.UNIT_CODE_TAKEN;
import static vn.sovang.decider.RefusalCode.UNIT_FOLLOWS_ITSELF;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.CompetenceDetermined;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRecoded;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.event.UnitEvent.UnitTransferred;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Competence;
import vn.sovang.rule.UnitHistory;
import vn.sovang.rule.Units;
import vn.sovang.unit.UnitCommand.AbolishUnit;
import vn.sovang.unit.UnitCommand.DetermineCompetence;
import vn.sovang.unit.UnitCommand.MergeUnit;
import vn.sovang.unit.UnitCommand.RecodeUnit;
import vn.sovang.unit.UnitCommand.RenameUnit;
import vn.sovang.unit.UnitCommand.SplitUnit;
import vn.sovang.unit.UnitCommand.TransferUnit;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.UnitId;

/// Something becomes only of a unit that is there, by a paper, in the order of days, and those who
/// follow it are there too. Luật Tổ chức chính quyền địa phương: units are rearranged by resolution
/// of the National Assembly or its Standing Committee.
public final class UnitChanges implements Decider<UnitCommand, UnitChanges.State> {
    /// What the rules need to know.
    public record State(Units units, UnitHistory history, Competence competence) {}

    @Override
    public Class<UnitCommand> command() {
        return UnitCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(UnitCommand command) {
        // A code may be given only if nobody else bears it: that is a question about all units.
        if (command instanceof RecodeUnit) {
            return Set.of(UnitHistory.all());
        }
        var queries = new HashSet<TagQuery>();
        queries.add(UnitHistory.of(command.unit()));
        others(command).forEach(other -> queries.add(UnitHistory.of(other)));
        if (command instanceof DetermineCompetence) {
            queries.add(Competence.of(command.unit()));
        }
        return queries;
    }

    private static Collection<UnitId> others(UnitCommand command) {
        return switch (command) {
            case RenameUnit _, RecodeUnit _ -> List.of();
            case TransferUnit c -> List.of(c.parent());
            case MergeUnit c -> List.of(c.into());
            case SplitUnit c -> c.parts().stream().map(UnitSplit.Part::successor).toList();
            case AbolishUnit c -> c.successors();
            case DetermineCompetence c -> List.of(c.acting());
        };
    }

    @Override
    public State initial() {
        return new State(Units.NONE, UnitHistory.NONE, Competence.NONE);
    }

    @Override
    public State evolve(State state, Fact fact) {
        return new State(
                state.units().evolve(fact),
                state.history().evolve(fact),
                state.competence().evolve(fact));
    }

    @Override
    public Outcome decide(UnitCommand command, State state) {
        var origin = command.origin();
        var day = origin.effectiveOn();
        return Checks.first(
                        unless(
                                () -> origin.document() instanceof Document.Paper,
                                refuse(DOCUMENT_MISSING)),
                        unless(() -> !origin.inTheFuture(), refuse(IN_THE_FUTURE, "day", day)),
                        () -> checkUnit(command, state, day),
                        () -> checkOthers(command, state, day),
                        () -> check(command, state, day))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(origin.fact(event(command))));
    }

    /// All but competence is about a unit that stands, and about days after what is recorded of it.
    private static Optional<Refused> checkUnit(UnitCommand command, State state, LocalDate day) {
        if (command instanceof DetermineCompetence c) {
            return checkDissolved(c, state, day);
        }
        return Checks.first(
                () -> state.units().check(command.unit(), day),
                () -> {
                    var course = state.history().byId().get(command.unit());
                    return course != null && day.isBefore(course.lastOn())
                            ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", course.lastOn()))
                            : Optional.empty();
                });
    }

    private static Optional<Refused> checkDissolved(
            DetermineCompetence c, State state, LocalDate day) {
        var life = state.units().byId().get(c.unit());
        if (life == null) {
            return state.units().check(c.unit(), day);
        }
        var ended = life.endedOn();
        return ended == null || day.isBefore(ended)
                ? Optional.of(refuse(AUTHORITY_STILL_EXISTS, "unit", life.registered().name()))
                : Optional.empty();
    }

    private static Optional<Refused> checkOthers(UnitCommand command, State state, LocalDate day) {
        for (var other : others(command)) {
            if (other.equals(command.unit())) {
                return Optional.of(refuse(UNIT_FOLLOWS_ITSELF));
            }
            var refused = state.units().check(other, day);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refused> check(UnitCommand command, State state, LocalDate day) {
        return switch (command) {
            case RenameUnit _, TransferUnit _, MergeUnit _, AbolishUnit _ -> Optional.empty();
            case RecodeUnit c -> checkCode(c, state, day);
            case SplitUnit c ->
                    Set.copyOf(others(c)).size() < 2
                            ? Optional.of(refuse(SPLIT_NEEDS_TWO_SUCCESSORS))
                            : Optional.empty();
            // Several may act for one authority, each for the recipients of its own place.
            case DetermineCompetence c ->
                    state.competence().has(c.acting(), c.unit(), c.scope(), day)
                            ? Optional.of(refuse(COMPETENCE_ALREADY_DETERMINED))
                            : Optional.empty();
        };
    }

    private static Optional<Refused> checkCode(RecodeUnit c, State state, LocalDate day) {
        var code = c.statisticalCode();
        if (code == null) {
            return Optional.empty();
        }
        var bearers = new HashSet<>(state.history().bearersOf(code, day));
        bearers.remove(c.unit());
        return bearers.isEmpty()
                ? Optional.empty()
                : Optional.of(refuse(UNIT_CODE_TAKEN, Map.of("code", code, "day", day.toString())));
    }

    private static UnitEvent event(UnitCommand command) {
        return switch (command) {
            case RenameUnit c -> new UnitRenamed(c.unit(), c.name(), c.authorityName());
            case RecodeUnit c -> new UnitRecoded(c.unit(), c.statisticalCode());
            case TransferUnit c -> new UnitTransferred(c.unit(), c.parent());
            case MergeUnit c -> new UnitMerged(c.unit(), c.into());
            case SplitUnit c -> new UnitSplit(c.unit(), c.parts());
            case AbolishUnit c -> new UnitAbolished(c.unit(), c.successors());
            case DetermineCompetence c ->
                    new CompetenceDetermined(c.unit(), c.acting(), c.scope(), c.basis(), c.until());
        };
    }
}

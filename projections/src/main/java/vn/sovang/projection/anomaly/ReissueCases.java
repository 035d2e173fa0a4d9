package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ReissueEvent.CaseEvent;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueFileReturned;
import vn.sovang.event.ReissueEvent.ReissueForwardedUp;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRefused;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// One case of exchange, re-issue or first issue: what is asked for, whether the archive confirmed
/// it, and whose turn it is since when.
final class ReissueCases implements Docket<ReissueCases.Case> {

    /// One case.
    ///
    /// @param unclear position of the event that leaves open what *cấp mới* means
    /// @param confirmed position of the archive holder's confirmation
    /// @param approved position of an approval that needed it and had none
    record Case(
            @Nullable Long unclear,
            boolean stateLevel,
            @Nullable Long confirmed,
            @Nullable Long approved,
            @Nullable Turn turn) {
        Case turn(@Nullable Turn next) {
            return new Case(unclear, stateLevel, confirmed, approved, next);
        }
    }

    /// Whose turn it is.
    record Turn(String unit, String name, Step step, LocalDate since, long position) {}

    @Override
    public Class<Case> state() {
        return Case.class;
    }

    @Override
    public Case initial() {
        return new Case(null, false, null, null, null);
    }

    @Override
    public List<String> things(Known known) {
        return known.fact().event() instanceof CaseEvent e
                ? List.of(e.reissueCase().tag())
                : List.of();
    }

    @Override
    public Case evolve(Case state, Known known, World world) {
        return switch (known.fact().event()) {
            case ReissueRequested e ->
                    about(state, e.subject(), known, world)
                            .turn(turn(e.receivedBy(), known, world));
            case ReissueProposed e -> about(state, e.subject(), known, world);
            case ReissueForwardedUp e -> state.turn(turn(e.to(), known, world));
            case EntitlementConfirmed _ ->
                    new Case(
                            state.unclear(),
                            state.stateLevel(),
                            known.position(),
                            state.approved(),
                            state.turn());
            case ReissueApproved _ -> approved(state, known.position());
            case ReissueRefused _, ReissueFileReturned _ -> state.turn(null);
            default -> state;
        };
    }

    private static Case approved(Case state, long position) {
        boolean unconfirmed = state.stateLevel() && state.confirmed() == null;
        var approved = unconfirmed ? Long.valueOf(position) : state.approved();
        return new Case(state.unclear(), state.stateLevel(), state.confirmed(), approved, null);
    }

    private static Case about(Case state, Subject subject, Known known, World world) {
        var type = world.type(subject.awardCode());
        return new Case(
                subject.reading() == FirstIssueReading.KHONG_RO ? known.position() : null,
                state.stateLevel() || (type != null && type.stateLevel().equals("YES")),
                state.confirmed(),
                state.approved(),
                state.turn());
    }

    private static Turn turn(UnitId unit, Known known, World world) {
        var there = world.unit(unit);
        boolean centre = there != null && there.level() == UnitLevel.TRUNG_UONG;
        return new Turn(
                unit.toString(),
                world.unitName(unit),
                centre ? Step.CENTRE_DECISION : Step.PROVINCE_REVIEW,
                known.fact().effectiveOn(),
                known.position());
    }

    @Override
    public List<Found> findings(String thing, Case state) {
        var found = new ArrayList<Found>();
        if (state.unclear() != null) {
            found.add(Found.of(AnomalyRule.FIRST_ISSUE_READING_UNKNOWN, thing, state.unclear()));
        }
        if (state.approved() != null) {
            found.add(Found.of(AnomalyRule.REISSUED_WITHOUT_CONFIRMATION, thing, state.approved()));
        }
        var turn = state.turn();
        if (turn != null) {
            overdue(thing, turn).ifPresent(found::add);
        }
        return found;
    }

    /// None where no text limits the step, or the calendar it needs is not known.
    private static Optional<Found> overdue(String thing, Turn turn) {
        var office = turn.step() == Step.CENTRE_DECISION ? UnitLevel.TRUNG_UONG : UnitLevel.TINH;
        return Deadline.of(turn.step(), office, turn.since())
                .map(limit ->
                        Found.of(AnomalyRule.CASE_OVERDUE, thing, turn.position())
                                .saying("unit", turn.name())
                                .saying("since", turn.since())
                                .saying("days", limit.days())
                                .dueOn(limit.due())
                                .ofUnit(turn.unit()));
    }
}

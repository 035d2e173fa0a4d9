package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.sovang.decider.Origin;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.projection.readmodel.Known;

/// Decisions of one authority that were entered on one day though signed long before: a register
/// put in order just in time for somebody (question 15). Imports say themselves that they are late.
final class LateDays implements Docket<LateDays.Day> {
    /// Fewer are an ordinary delay.
    static final int BULK = 5;

    /// The late entries of a day.
    record Day(List<Long> positions) {}

    @Override
    public Class<Day> state() {
        return Day.class;
    }

    @Override
    public Day initial() {
        return new Day(List.of());
    }

    @Override
    public List<String> things(Known known) {
        var fact = known.fact();
        if (!(fact.event() instanceof DecisionRecorded e)
                || fact.imported() != null
                || fact.provenance() != null) {
            return List.of();
        }
        var entered = LocalDate.ofInstant(known.event().recordedAt(), Origin.VIETNAM);
        return ChronoUnit.DAYS.between(fact.effectiveOn(), entered) > DecisionSheets.LATE_DAYS
                ? List.of(e.key().authority().tag() + ":" + entered)
                : List.of();
    }

    @Override
    public Day evolve(Day state, Known known, World world) {
        var positions = new ArrayList<>(state.positions());
        positions.add(known.position());
        return new Day(positions);
    }

    @Override
    public List<Found> findings(String thing, Day state) {
        return state.positions().size() < BULK
                ? List.of()
                : List.of(
                        Found.of(AnomalyRule.RECORDED_LATE_IN_BULK, thing, state.positions())
                                .saying("day", thing.substring(thing.lastIndexOf(':') + 1))
                                .saying("count", state.positions().size())
                                .ofUnit(thing.split(":", -1)[1]));
    }
}

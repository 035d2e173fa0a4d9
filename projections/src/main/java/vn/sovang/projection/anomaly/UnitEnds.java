package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.projection.readmodel.Known;

/// The end of a unit, in whatever order it and the unit's last decisions are entered.
final class UnitEnds implements Docket<UnitEnds.Unit> {
    /// An end that is entered later than so many further decisions were signed is told by the rule
    /// on units that did not exist.
    private static final int REMEMBERED = 500;

    /// One unit.
    record Unit(List<Event> ends, List<Decision> decisions) {}

    /// One end.
    record Event(LocalDate day, long position) {}

    /// One decision.
    record Decision(String id, LocalDate day, long position) {}

    @Override
    public Class<Unit> state() {
        return Unit.class;
    }

    @Override
    public Unit initial() {
        return new Unit(List.of(), List.of());
    }

    @Override
    public List<String> things(Known known) {
        return switch (known.fact().event()) {
            case DecisionRecorded e -> List.of(e.key().authority().tag());
            case UnitEvent e -> isEnd(e) ? List.of(e.unit().tag()) : List.of();
            default -> List.of();
        };
    }

    private static boolean isEnd(UnitEvent event) {
        return event instanceof UnitMerged
                || event instanceof UnitSplit
                || event instanceof UnitAbolished;
    }

    @Override
    public Unit evolve(Unit state, Known known, World world) {
        var day = known.fact().effectiveOn();
        if (known.fact().event() instanceof DecisionRecorded e) {
            var decisions = new ArrayList<>(state.decisions());
            decisions.add(new Decision(e.decision().tag(), day, known.position()));
            decisions.sort(
                    Comparator.comparing(Decision::day).thenComparingLong(Decision::position));
            int size = decisions.size();
            var last = decisions.subList(Math.max(0, size - REMEMBERED), size);
            return new Unit(state.ends(), List.copyOf(last));
        }
        var ends = new ArrayList<>(state.ends());
        ends.add(new Event(day, known.position()));
        return new Unit(ends, state.decisions());
    }

    @Override
    public List<Found> findings(String thing, Unit state) {
        var found = new ArrayList<Found>();
        var unit = thing.substring(thing.indexOf(':') + 1);
        if (state.ends().size() > 1) {
            var days = state.ends().stream().map(e -> e.day().toString()).toList();
            found.add(
                    Found.of(
                                    AnomalyRule.UNIT_ENDED_TWICE,
                                    thing,
                                    state.ends().stream().map(Event::position).toList())
                            .saying("days", String.join(", ", days))
                            .ofUnit(unit));
        }
        if (state.ends().isEmpty()) {
            return found;
        }
        var end = state.ends().getFirst();
        for (var decision : state.decisions()) {
            if (!decision.day().isBefore(end.day())) {
                found.add(
                        Found.of(
                                        AnomalyRule.SIGNED_AFTER_UNIT_ENDED,
                                        decision.id(),
                                        end.position(),
                                        decision.position())
                                .saying("day", decision.day())
                                .saying("ended", end.day())
                                .ofUnit(unit));
            }
        }
        return found;
    }
}

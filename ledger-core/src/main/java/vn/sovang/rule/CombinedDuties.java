package vn.sovang.rule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.sovang.decider.Origin;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.DutyEvent.CombinedDutiesAllowed;
import vn.sovang.event.DutyEvent.CombinedDutiesEnded;
import vn.sovang.event.Fact;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.UnitId;

/// Exceptions from the separation of duties (*kiêm nhiệm*, R10): a unit with one officer cannot
/// have another appraise what that officer filed.
public record CombinedDuties(Map<ExceptionId, Allowed> byId) {
    public static final CombinedDuties NONE = new CombinedDuties(Map.of());

    /// @param from first day
    /// @param until last day; the day before it began where it ended at once
    public record Allowed(UnitId unit, String officer, LocalDate from, LocalDate until) {
        /// Whether it holds on that day.
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        /// Whether another of the same officer and unit holds on a day on which this does.
        public boolean meets(Allowed other) {
            boolean ever = !other.until.isBefore(other.from);
            return ever
                    && unit.equals(other.unit)
                    && officer.equals(other.officer)
                    && !other.until.isBefore(from)
                    && !until.isBefore(other.from);
        }
    }

    public CombinedDuties {
        byId = Map.copyOf(byId);
    }

    /// The events that tell which exceptions a unit has.
    public static TagQuery of(UnitId unit) {
        return TagQuery.of(unit.tag(), CombinedDutiesAllowed.class, CombinedDutiesEnded.class);
    }

    public CombinedDuties evolve(Fact fact) {
        var on = fact.effectiveOn();
        return switch (fact.event()) {
            case CombinedDutiesAllowed e ->
                    with(e.exception(), new Allowed(e.unit(), e.officer(), on, e.until()));
            case CombinedDutiesEnded e -> {
                var one = byId.get(e.exception());
                var last = on.minusDays(1);
                yield one == null
                        ? this
                        : with(e.exception(), new Allowed(one.unit, one.officer, one.from, last));
            }
            default -> this;
        };
    }

    private CombinedDuties with(ExceptionId id, Allowed one) {
        var all = new HashMap<>(byId);
        all.put(id, one);
        return new CombinedDuties(all);
    }

    /// The exception under which whoever enters the act may do it alone for the unit. It holds on
    /// the day of the act and on the day of its entry: an act dated back into its time is not
    /// covered after its end.
    public Optional<ExceptionId> covering(UnitId unit, Origin act) {
        return byId.entrySet().stream()
                .filter(e -> e.getValue().unit.equals(unit))
                .filter(e -> e.getValue().officer.equals(act.by().user()))
                .filter(e -> e.getValue().holdsOn(act.effectiveOn()))
                .filter(e -> e.getValue().holdsOn(act.today()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

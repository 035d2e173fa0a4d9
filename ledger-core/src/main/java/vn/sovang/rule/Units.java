package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.UNIT_DID_NOT_EXIST;
import static vn.sovang.decider.RefusalCode.UNIT_UNKNOWN;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.vocabulary.UnitId;

/// Units and the days on which they existed.
public record Units(Map<UnitId, Life> byId) {
    public static final Units NONE = new Units(Map.of());

    /// @param endedOn first day on which the unit was no more
    public record Life(UnitRegistered registered, @Nullable LocalDate endedOn) {
        boolean existsOn(LocalDate day) {
            var from = registered.existsFrom();
            return (from == null || !day.isBefore(from))
                    && (endedOn == null || day.isBefore(endedOn));
        }
    }

    public Units {
        byId = Map.copyOf(byId);
    }

    /// The events that tell whether one unit existed.
    public static TagQuery lifeOf(UnitId unit) {
        return TagQuery.of(
                unit.tag(),
                UnitRegistered.class,
                UnitMerged.class,
                UnitSplit.class,
                UnitAbolished.class);
    }

    /// The events that tell which units there are.
    public static TagQuery all() {
        return TagQuery.of(
                UnitEvent.UNITS_TAG,
                UnitRegistered.class,
                UnitMerged.class,
                UnitSplit.class,
                UnitAbolished.class);
    }

    public Units evolve(Fact fact) {
        return switch (fact.event()) {
            case UnitRegistered registered -> with(registered.unit(), new Life(registered, null));
            case UnitMerged merged -> ended(merged.unit(), fact.effectiveOn());
            case UnitSplit split -> ended(split.unit(), fact.effectiveOn());
            case UnitAbolished abolished -> ended(abolished.unit(), fact.effectiveOn());
            default -> this;
        };
    }

    private Units ended(UnitId unit, LocalDate on) {
        var life = byId.get(unit);
        return life == null ? this : with(unit, new Life(life.registered(), on));
    }

    private Units with(UnitId unit, Life life) {
        var units = new HashMap<>(byId);
        units.put(unit, life);
        return new Units(units);
    }

    /// Whether the unit is known and existed on that day.
    public Optional<Refused> check(@Nullable UnitId unit, LocalDate day) {
        if (unit == null) {
            return Optional.empty();
        }
        var life = byId.get(unit);
        if (life == null) {
            return Optional.of(refuse(UNIT_UNKNOWN, "unit", unit));
        }
        if (!life.existsOn(day)) {
            return Optional.of(
                    refuse(
                            UNIT_DID_NOT_EXIST,
                            Map.of("unit", life.registered().name(), "day", day.toString())));
        }
        return Optional.empty();
    }
}

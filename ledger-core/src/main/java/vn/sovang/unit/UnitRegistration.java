package vn.sovang.unit;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.UNIT_ALREADY_REGISTERED;
import static vn.sovang.decider.RefusalCode.UNIT_CODE_TAKEN;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.rule.Checks;
import vn.sovang.rule.UnitHistory;
import vn.sovang.rule.Units;

/// An identity is registered once, under a superior that is known, with a statistical code that no
/// other unit bears on that day. Codes are given again, so the code is no identity; two bearers at
/// once are a mistake all the same.
public final class UnitRegistration implements Decider<RegisterUnit, UnitRegistration.State> {
    /// What the rules need to know.
    public record State(Units units, UnitHistory history) {}

    @Override
    public Class<RegisterUnit> command() {
        return RegisterUnit.class;
    }

    @Override
    public Set<TagQuery> boundary(RegisterUnit command) {
        var unit = command.unit();
        if (unit.statisticalCode() != null) {
            return Set.of(UnitHistory.all());
        }
        var queries = new HashSet<TagQuery>();
        queries.add(Units.lifeOf(unit.unit()));
        if (unit.parent() != null) {
            queries.add(Units.lifeOf(unit.parent()));
        }
        return queries;
    }

    @Override
    public State initial() {
        return new State(Units.NONE, UnitHistory.NONE);
    }

    @Override
    public State evolve(State state, Fact fact) {
        return new State(state.units().evolve(fact), state.history().evolve(fact));
    }

    @Override
    public Outcome decide(RegisterUnit command, State state) {
        var unit = command.unit();
        var day = command.origin().effectiveOn();
        var refused =
                Checks.first(
                        unless(
                                () -> !state.units().byId().containsKey(unit.unit()),
                                refuse(UNIT_ALREADY_REGISTERED, "unit", unit.name())),
                        () -> state.units().check(unit.parent(), day),
                        () -> checkCode(unit, state, day));
        return refused.<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(command.origin().fact(unit)));
    }

    private static Optional<Refused> checkCode(UnitRegistered unit, State state, LocalDate day) {
        var code = unit.statisticalCode();
        var from = unit.existsFrom() == null ? day : unit.existsFrom();
        return code == null || state.history().bearersOf(code, from).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        refuse(UNIT_CODE_TAKEN, Map.of("code", code, "day", from.toString())));
    }
}

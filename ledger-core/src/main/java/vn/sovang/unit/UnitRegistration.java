package vn.sovang.unit;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.UNIT_ALREADY_REGISTERED;
import static vn.sovang.rule.Checks.unless;

import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Units;

/// An identity is registered once, and under a superior that is known.
public final class UnitRegistration implements Decider<RegisterUnit, Units> {
    @Override
    public Class<RegisterUnit> command() {
        return RegisterUnit.class;
    }

    @Override
    public Set<TagQuery> boundary(RegisterUnit command) {
        var unit = command.unit();
        return unit.parent() == null
                ? Set.of(Units.lifeOf(unit.unit()))
                : Set.of(Units.lifeOf(unit.unit()), Units.lifeOf(unit.parent()));
    }

    @Override
    public Units initial() {
        return Units.NONE;
    }

    @Override
    public Units evolve(Units units, Fact fact) {
        return units.evolve(fact);
    }

    @Override
    public Outcome decide(RegisterUnit command, Units units) {
        var unit = command.unit();
        var refused =
                Checks.first(
                        unless(
                                () -> !units.byId().containsKey(unit.unit()),
                                refuse(UNIT_ALREADY_REGISTERED, "unit", unit.name())),
                        () -> units.check(unit.parent(), command.origin().effectiveOn()));
        return refused.<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(command.origin().fact(unit)));
    }
}

package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.Fact;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Units and award types as they are known at the event being looked at. A docket that needs
/// something of them copies it into its own state then. Owned by one batch.
final class World {
    /// An award type in the form defined last.
    ///
    /// @param multiples of the base salary as printed, by rank from the first, `|` between
    record Type(
            AwardLevel level,
            String name,
            List<Rank> ranks,
            List<ArtifactKind> artifacts,
            String stateLevel,
            @Nullable String multiples,
            boolean verified) {}

    /// A unit.
    ///
    /// @param endedOn first day on which it was no more
    record Unit(
            String name, UnitLevel level, @Nullable String parent, @Nullable LocalDate endedOn) {}

    /// What is written down between two batches.
    record Saved(Map<String, Type> types, Map<String, Unit> units) {}

    private final Map<String, Type> types = new TreeMap<>();
    private final Map<String, Unit> units = new TreeMap<>();
    private boolean changed;

    World() {}

    World(Saved saved) {
        types.putAll(saved.types());
        units.putAll(saved.units());
    }

    Saved saved() {
        return new Saved(types, units);
    }

    boolean changed() {
        return changed;
    }

    void evolve(Fact fact) {
        switch (fact.event()) {
            case AwardTypeDefined e -> {
                types.put(
                        e.code().value(),
                        new Type(
                                e.level(),
                                e.nameVi(),
                                e.ranks(),
                                e.artifacts(),
                                e.stateLevel(),
                                e.prizeMultiple(),
                                e.check() == null));
                changed = true;
            }
            case UnitEvent e -> evolve(e, fact.effectiveOn());
            default -> {}
        }
    }

    private void evolve(UnitEvent event, LocalDate day) {
        changed = true;
        switch (event) {
            case UnitRegistered e -> {
                var parent = e.parent() == null ? null : e.parent().toString();
                units.put(
                        e.unit().toString(), new Unit(e.authorityName(), e.level(), parent, null));
            }
            case UnitEvent.UnitRenamed e -> {
                var unit = units.get(e.unit().toString());
                if (unit != null) {
                    units.put(
                            e.unit().toString(),
                            new Unit(
                                    e.authorityName(),
                                    unit.level(),
                                    unit.parent(),
                                    unit.endedOn()));
                }
            }
            case UnitMerged e -> ended(e.unit(), day);
            case UnitSplit e -> ended(e.unit(), day);
            case UnitAbolished e -> ended(e.unit(), day);
            default -> {}
        }
    }

    private void ended(UnitId id, LocalDate day) {
        var unit = units.get(id.toString());
        if (unit != null) {
            units.put(id.toString(), new Unit(unit.name(), unit.level(), unit.parent(), day));
        }
    }

    @Nullable Type type(AwardCode code) {
        return types.get(code.value());
    }

    @Nullable Unit unit(@Nullable UnitId id) {
        return id == null ? null : units.get(id.toString());
    }

    /// Name of the award for a text; the code where the catalogue has none.
    String awardName(AwardCode code) {
        var type = type(code);
        return type == null ? code.value() : type.name();
    }

    /// Name of the deciding body for a text; the id where it is not known.
    String unitName(UnitId id) {
        var unit = unit(id);
        return unit == null ? id.toString() : unit.name();
    }
}

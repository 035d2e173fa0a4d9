package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactReturnedUnchanged;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.ArtifactEvent.CustodyTransferred;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// One physical item: what replaced it, whether it was handed in or lost before, and which office
/// has it since when.
final class Items implements Docket<Items.Item> {

    /// One item.
    ///
    /// @param gone whether it was handed in, lost or destroyed: only then may another take its
    ///   place
    /// @param early position of the item that took its place before that
    /// @param found position at which it was found though replaced
    record Item(
            boolean gone,
            List<Long> replacedAt,
            @Nullable Early early,
            @Nullable Early found,
            @Nullable Held held) {}

    /// Something that happened too early or too late, and its day.
    record Early(LocalDate day, long position) {}

    /// Who has it.
    record Held(String unit, String name, Step step, LocalDate since, long position) {}

    @Override
    public Class<Item> state() {
        return Item.class;
    }

    @Override
    public Item initial() {
        return new Item(false, List.of(), null, null, null);
    }

    /// A re-issue is about the old item; the new one begins without a past.
    @Override
    public List<String> things(Known known) {
        return switch (known.fact().event()) {
            case ArtifactReissued e -> {
                @Nullable ArtifactId old = e.replaces();
                yield old == null ? List.of() : List.of(old.tag());
            }
            case ArtifactEvent e -> List.of(e.artifact().tag());
            case ItemSurveyed e when e.artifact() != null -> List.of(e.artifact().tag());
            default -> List.of();
        };
    }

    @Override
    public Item evolve(Item state, Known known, World world) {
        var now = new Early(known.fact().effectiveOn(), known.position());
        return switch (known.fact().event()) {
            case ArtifactReissued _ -> replaced(state, now);
            case ArtifactReportedLost _ ->
                    new Item(true, state.replacedAt(), state.early(), null, state.held());
            case ItemSurveyed e when e.condition() == ArtifactCondition.MAT ->
                    new Item(true, state.replacedAt(), state.early(), null, state.held());
            case ArtifactReportedFound _ ->
                    new Item(
                            state.gone(),
                            state.replacedAt(),
                            state.early(),
                            state.replacedAt().isEmpty() ? null : now,
                            state.held());
            case ArtifactHandedIn e -> held(state, held(e.receivedBy(), known, world));
            case CustodyTransferred e -> held(state, held(e.to(), known, world));
            case ArtifactReturnedUnchanged _ ->
                    new Item(false, state.replacedAt(), state.early(), state.found(), null);
            case ArtifactWithdrawn _, ArtifactDestroyed _ ->
                    new Item(true, state.replacedAt(), state.early(), null, null);
            default -> state;
        };
    }

    private static Item replaced(Item state, Early now) {
        var at = new ArrayList<>(state.replacedAt());
        at.add(now.position());
        var early = state.gone() ? state.early() : now;
        return new Item(state.gone(), at, early, state.found(), null);
    }

    private static Item held(Item state, Held held) {
        boolean waits = state.replacedAt().isEmpty();
        return new Item(true, state.replacedAt(), state.early(), null, waits ? held : null);
    }

    private static Held held(UnitId unit, Known known, World world) {
        var there = world.unit(unit);
        boolean centre = there != null && there.level() == UnitLevel.TRUNG_UONG;
        return new Held(
                unit.toString(),
                world.unitName(unit),
                centre ? Step.CENTRE_DECISION : Step.PROVINCE_REVIEW,
                known.fact().effectiveOn(),
                known.position());
    }

    @Override
    public List<Found> findings(String thing, Item state) {
        var found = new ArrayList<Found>();
        if (state.replacedAt().size() > 1) {
            found.add(
                    Found.of(AnomalyRule.ITEM_REISSUED_TWICE, thing, state.replacedAt())
                            .saying("count", state.replacedAt().size()));
        }
        var early = state.early();
        if (early != null) {
            found.add(
                    Found.of(AnomalyRule.EXCHANGED_WITHOUT_HAND_IN, thing, early.position())
                            .saying("day", early.day()));
        }
        var again = state.found();
        if (again != null) {
            found.add(
                    Found.of(
                                    AnomalyRule.FOUND_AFTER_REPLACEMENT,
                                    thing,
                                    state.replacedAt().getLast(),
                                    again.position())
                            .saying("day", again.day()));
        }
        var held = state.held();
        if (held != null) {
            Deadline.of(held.step(), null, held.since())
                    .ifPresent(deadline ->
                            found.add(
                                    Found.of(AnomalyRule.ITEM_HELD_TOO_LONG, thing, held.position())
                                            .saying("unit", held.name())
                                            .saying("since", held.since())
                                            .saying("days", deadline.days())
                                            .dueOn(deadline.due())
                                            .ofUnit(held.unit())));
        }
        return found;
    }
}

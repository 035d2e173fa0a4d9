package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.event.AwardEvent.PrizeRecovered;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.StatutoryClock.Step;

/// What an annulled or stripped award leaves behind, and whether a restored one was handed back
/// (Luật Thi đua, khen thưởng 2022 Điều 93).
final class Recoveries implements Docket<Recoveries.Award> {

    /// One award.
    ///
    /// @param items items in people's hands
    /// @param dong prize paid and not recovered, in đồng
    /// @param taken the annulment or stripping in force
    /// @param restored the restoration that nothing was handed over after
    record Award(
            List<String> items,
            long dong,
            @Nullable Act taken,
            @Nullable Act last,
            @Nullable Act restored) {
        Award items(List<String> held) {
            return new Award(held, dong, taken, last, restored);
        }

        Award dong(long owed) {
            return new Award(items, owed, taken, last, restored);
        }

        Award taken(@Nullable Act act) {
            return new Award(items, dong, act, null, null);
        }

        Award recovered(Act act) {
            return new Award(items, dong, taken, act, restored);
        }

        Award restored(@Nullable Act act) {
            return new Award(items, dong, act == null ? taken : null, null, act);
        }

        boolean owes() {
            return dong > 0 || !items.isEmpty();
        }
    }

    /// An act and its day.
    record Act(LocalDate day, long position) {}

    @Override
    public Class<Award> state() {
        return Award.class;
    }

    @Override
    public Award initial() {
        return new Award(List.of(), 0, null, null, null);
    }

    @Override
    public List<String> things(Known known) {
        return switch (known.fact().event()) {
            case AwardEvent.AwardDecided _ -> List.of();
            case AwardEvent e -> List.of(e.award().tag());
            case ArtifactEvent e -> List.of(e.award().tag());
            default -> List.of();
        };
    }

    @Override
    public Award evolve(Award state, Known known, World world) {
        var act = new Act(known.fact().effectiveOn(), known.position());
        return switch (known.fact().event()) {
            case PrizePaid e -> state.dong(state.dong() + e.dong());
            case PrizeRecovered e -> state.dong(state.dong() - e.dong()).recovered(act);
            case AwardAnnulled _, HonourStripped _ -> state.taken(act);
            case AnnulmentRevoked _ -> state.taken(null);
            case HonourRestored _ -> state.restored(act);
            case AwardPresented _ -> state.restored(null);
            case ArtifactIssued e ->
                    state.items(with(state, e.artifact().toString(), null)).restored(null);
            case ArtifactReissued e -> {
                var replaced = e.replaces() == null ? null : e.replaces().toString();
                yield state.items(with(state, e.artifact().toString(), replaced));
            }
            case ArtifactWithdrawn e ->
                    state.items(with(state, null, e.artifact().toString())).recovered(act);
            case ArtifactDestroyed e ->
                    state.items(with(state, null, e.artifact().toString())).recovered(act);
            default -> state;
        };
    }

    private static List<String> with(Award state, @Nullable String more, @Nullable String less) {
        var items = new TreeSet<>(state.items());
        if (less != null) {
            items.remove(less);
        }
        if (more != null) {
            items.add(more);
        }
        return List.copyOf(items);
    }

    @Override
    public List<Found> findings(String thing, Award state) {
        var found = new ArrayList<Found>();
        var restored = state.restored();
        if (restored != null) {
            found.add(
                    Found.of(AnomalyRule.RESTORED_NOT_HANDED_BACK, thing, restored.position())
                            .saying("since", restored.day()));
        }
        var taken = state.taken();
        if (taken != null) {
            Deadline.of(Step.WITHDRAWAL, null, taken.day())
                    .ifPresent(limit -> found.addAll(recovery(thing, state, taken, limit)));
        }
        return found;
    }

    private static List<Found> recovery(String thing, Award state, Act taken, Deadline limit) {
        var found = new ArrayList<Found>();
        var due = limit.due();
        if (state.owes()) {
            found.add(
                    Found.of(AnomalyRule.RECOVERY_OVERDUE, thing, taken.position())
                            .saying("since", taken.day())
                            .saying("days", limit.days())
                            .dueOn(due));
        }
        var last = state.last();
        if (last != null && last.day().isAfter(due)) {
            found.add(
                    Found.of(AnomalyRule.RECOVERED_LATE, thing, taken.position(), last.position())
                            .saying("due", due)
                            .saying("day", last.day()));
        }
        return found;
    }
}

package vn.sovang.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.event.Recorded;
import vn.sovang.projection.Slots.At;
import vn.sovang.projection.Slots.Replaced;
import vn.sovang.projection.Slots.Slot;
import vn.sovang.projection.Slots.Unapplicable;
import vn.sovang.projection.readmodel.ReadModel;

/// Builds a read model beside the live one, compares the two at one position and swaps them.
///
/// The position of the tables being built is a fence like that of the live ones: several nodes may
/// build together, a node that dies leaves what it built to the others, and only one of them finds
/// something to swap. Readers that are in a query finish it on the old tables, which are dropped in
/// a transaction of its own.
final class Rebuild {
    private static final int BATCH = 2_000;

    private final EventFeed feed;
    private final Slots slots;
    private final BesideTables beside;
    private final ReadModel model;

    Rebuild(EventFeed feed, Slots slots, BesideTables beside, ReadModel model) {
        this.feed = feed;
        this.slots = slots;
        this.beside = beside;
        this.model = model;
    }

    /// Rebuilds from the first event on.
    ///
    /// @throws IllegalStateException if another node was rebuilding and has swapped
    RebuildReport run() {
        long began = System.nanoTime();
        beside.begin(model, true);
        Compared compared =
                build().orElseThrow(() -> new IllegalStateException("rebuilt by another node"));
        return new RebuildReport(
                model.name(),
                model.version(),
                compared.position,
                Duration.ofNanos(System.nanoTime() - began),
                compared.live == null || compared.live.equals(compared.rebuilt),
                compared.live == null ? "" : compared.live,
                compared.rebuilt);
    }

    /// Builds the tables if there are none of this version; goes on where a node before left off.
    ///
    /// @throws Replaced if the live tables are of a newer version
    /// @throws Unapplicable if the model cannot apply an event
    void ensureLive() {
        while (!isLive()) {
            beside.begin(model, false);
            build();
        }
    }

    private boolean isLive() {
        Optional<At> live = slots.look(model, Slot.LIVE);
        if (live.isPresent() && live.get().version() > model.version()) {
            throw new Replaced(model);
        }
        return live.filter(at -> at.version() == model.version()).isPresent();
    }

    /// Empty if another node has swapped.
    private Optional<Compared> build() {
        try {
            long target = target();
            for (long built = built(); built < target; built = built()) {
                follow(built, target);
                target = target();
            }
            Compared compared = slots.call(this::swap);
            beside.dropOld(model);
            return Optional.of(compared);
        } catch (Replaced byAnother) {
            if (slots.look(model, Slot.NEXT).isPresent()) {
                throw byAnother;
            }
            return Optional.empty();
        }
    }

    /// Never beyond the live tables, so that both can be compared at one position.
    private long target() {
        return slots.look(model, Slot.LIVE)
                .filter(live -> live.version() == model.version())
                .map(At::position)
                .orElseGet(feed::head);
    }

    private long built() {
        return slots.look(model, Slot.NEXT).orElseThrow(() -> new Replaced(model)).position();
    }

    private void follow(long from, long target) {
        var batch = new ArrayList<Recorded>(BATCH);
        try {
            feed.stream(
                    from,
                    target,
                    event -> {
                        batch.add(event);
                        if (batch.size() == BATCH) {
                            advance(batch);
                        }
                    });
            if (!batch.isEmpty()) {
                advance(batch);
            }
        } catch (Overtaken byAnother) {
            // The next look at the position says how far the other has come.
            batch.clear();
        }
    }

    private void advance(List<Recorded> batch) {
        try {
            advanceBy(batch);
        } catch (Unapplicable failure) {
            if (!failure.single()) {
                batch.forEach(event -> advanceBy(List.of(event)));
            }
            throw failure;
        }
        batch.clear();
    }

    private void advanceBy(List<Recorded> batch) {
        long before = batch.getFirst().position() - 1;
        long last = batch.getLast().position();
        if (slots.advance(model, Slot.NEXT, before, batch) != last) {
            throw new Overtaken();
        }
    }

    private Compared swap(Connection connection) throws SQLException {
        Optional<At> live = slots.look(model, Slot.LIVE);
        boolean comparable = live.filter(at -> at.version() == model.version()).isPresent();
        long target = comparable ? slots.lock(connection, model, Slot.LIVE) : feed.head();
        long position = slots.lock(connection, model, Slot.NEXT);
        while (position < target) {
            var rest = feed.after(position, (int) Math.min(BATCH, target - position));
            position = slots.apply(connection, model, Slot.NEXT, rest);
        }
        var compared =
                new Compared(
                        position,
                        comparable ? beside.checksum(connection, model, Slot.LIVE) : null,
                        beside.checksum(connection, model, Slot.NEXT));
        beside.swap(connection, model, position);
        return compared;
    }

    /// Checksums of both at one position.
    private record Compared(long position, @Nullable String live, String rebuilt) {}

    /// Another node moved the position.
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

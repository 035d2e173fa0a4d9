package vn.sovang.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.EventFeed;
import vn.sovang.event.Recorded;
import vn.sovang.projection.RebuildProgress.State;
import vn.sovang.projection.RebuildState.Compared;
import vn.sovang.projection.RebuildState.Halted;
import vn.sovang.projection.Slots.At;
import vn.sovang.projection.Slots.Replaced;
import vn.sovang.projection.Slots.Slot;
import vn.sovang.projection.Slots.Unapplicable;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Sql;

/// Builds a read model beside the live one, compares the two at one position and swaps them.
///
/// Four steps, of which each may be cut off at any moment and is gone on with from
/// `read_state.position`: events in large batches, read and decoded ahead on another thread; what
/// only readers need; checksums of both, each in a snapshot, while the live tables follow the log;
/// and the swap, one short transaction. The position of the tables being built is a fence like that
/// of the live ones: a node that was taken for dead does no harm when it wakes.
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /// So few events are applied under the lock of the swap.
    private static final int SHORT_REST = 500;

    /// How long to wait for a turn before looking again whether there still is anything to do.
    private static final Duration TURN = Duration.ofSeconds(1);

    private static final int SMALLEST_BATCH = ReadAhead.PIECE;
    private static final int LARGEST_BATCH = 10 * ReadAhead.PIECE;

    /// A batch is a sign of life; see [RebuildState#SILENCE].
    private static final Duration LONG_BATCH = Duration.ofSeconds(2);

    /// Read models can be made again: a lost commit of a batch loses its position with it.
    private static final String NOT_DURABLE = "set local synchronous_commit = off";

    private final EventFeed feed;
    private final Slots slots;
    private final BesideTables beside;
    private final RebuildState requests;
    private final ReadModel model;

    /// One thread of this process at a time.
    private final ReentrantLock alone = new ReentrantLock();

    private volatile boolean closed;

    /// Events that make about half a long batch at the speed so far. Guarded by `alone`.
    private int batch = SMALLEST_BATCH;

    Rebuild(EventFeed feed, Slots slots, RebuildState requests, ReadModel model) {
        this.feed = feed;
        this.slots = slots;
        this.beside = new BesideTables(slots);
        this.requests = requests;
        this.model = model;
    }

    ReadModel model() {
        return model;
    }

    /// Whether there are live tables of this version.
    ///
    /// @throws Replaced if they are of a newer one
    boolean isLive() {
        Optional<At> live = slots.look(model, Slot.LIVE);
        if (live.isPresent() && live.get().version() > model.version()) {
            throw new Replaced(model);
        }
        return live.filter(at -> at.version() == model.version()).isPresent();
    }

    /// Makes empty tables beside the live ones, unless there are some being built.
    ///
    /// @return the rebuild there is now
    /// @throws Replaced if a newer version is live or being built
    RebuildProgress begin() {
        return slots.call(connection -> {
            BesideTables.alone(connection, model);
            requireNewest(Slots.find(connection, model, Slot.LIVE));
            requireNewest(Slots.find(connection, model, Slot.NEXT));
            Optional<RebuildProgress> before = progress(connection);
            if (before.filter(b -> b.state().isOpen() && b.version() == model.version())
                    .isPresent()) {
                return before.get();
            }
            beside.begin(connection, model);
            requests.begin(connection, model);
            return progress(connection).orElseThrow();
        });
    }

    private void requireNewest(Optional<At> tables) {
        if (tables.filter(at -> at.version() > model.version()).isPresent()) {
            throw new Replaced(model);
        }
    }

    private Optional<RebuildProgress> progress(Connection connection) throws SQLException {
        return RebuildState.progress(connection, model, feed.head());
    }

    /// Gives up what is being built.
    ///
    /// @return false if there is nothing
    boolean cancel() {
        return slots.call(connection -> {
            Sql.run(connection, Slots.LIMITS);
            BesideTables.alone(connection, model);
            boolean open =
                    progress(connection)
                            .filter(p -> p.state().isOpen() && p.version() == model.version())
                            .isPresent();
            if (open) {
                slots.lock(connection, model, Slot.NEXT);
                long position = beside.endNext(connection, model).map(At::position).orElseThrow();
                requests.cancelled(connection, model, position);
            }
            return open;
        });
    }

    boolean dropOld() {
        return beside.dropOld(model);
    }

    void close() {
        closed = true;
    }

    /// Works on the rebuild that is asked for, if nobody does, until it is done, paused or
    /// cancelled.
    ///
    /// @return false if there is nothing to do, another does it, or others rebuild and it has to
    ///   wait
    /// @throws Unapplicable if the model cannot apply an event; the rebuild is then stopped
    boolean work() {
        if (!alone.tryLock()) {
            return false;
        }
        try {
            if (!mayWork()) {
                return false;
            }
            try {
                return workInTurn();
            } finally {
                slots.turns().release();
            }
        } finally {
            alone.unlock();
        }
    }

    private boolean mayWork() {
        try {
            return slots.turns().tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean workInTurn() {
        try {
            if (closed || !requests.claim(model)) {
                return false;
            }
            build();
            return true;
        } catch (Halted halted) {
            LOG.info("{}: the rebuild was paused, cancelled or taken over", model.name());
            return true;
        } catch (Unapplicable failure) {
            requests.stop(model, failure.first(), Slots.reason(failure));
            throw failure;
        }
    }

    private void build() {
        try {
            catchUp();
            finish();
            Compared compared = compare();
            swap(compared);
        } catch (Replaced gone) {
            // The tables went with a cancellation, or another node swapped them in.
            if (slots.look(model, Slot.NEXT).filter(this::isNewer).isPresent()) {
                throw gone;
            }
            throw new Halted();
        } finally {
            requests.release(model);
        }
    }

    private boolean isNewer(At at) {
        return at.version() > model.version();
    }

    private void catchUp() {
        for (long built = built(), target = target(); built < target; target = target()) {
            built = follow(built, target);
        }
    }

    /// Never beyond the live tables, so that both can be compared at one position.
    private long target() {
        return comparable(slots.look(model, Slot.LIVE)).map(At::position).orElseGet(feed::head);
    }

    private Optional<At> comparable(Optional<At> live) {
        return live.filter(at -> at.version() == model.version());
    }

    private long built() {
        return slots.look(model, Slot.NEXT).orElseThrow(() -> new Replaced(model)).position();
    }

    private long follow(long from, long target) {
        long position = from;
        try (var ahead = new ReadAhead(feed, from, target)) {
            for (var events = ahead.next(position, batch);
                    !events.isEmpty();
                    events = ahead.next(position, batch)) {
                position = advance(events);
            }
        }
        return position;
    }

    private long advance(List<Recorded> events) {
        long began = System.nanoTime();
        try {
            advanceBy(events);
        } catch (Unapplicable failure) {
            if (!failure.single()) {
                LOG.warn("{}: a batch from {} failed", model.name(), failure.first(), failure);
                events.forEach(event -> advanceBy(List.of(event)));
            } else {
                throw failure;
            }
        }
        adapt(Duration.ofNanos(System.nanoTime() - began));
        return events.getLast().position();
    }

    private void adapt(Duration took) {
        if (took.compareTo(LONG_BATCH) > 0) {
            batch = Math.max(SMALLEST_BATCH, batch / 2);
        } else if (took.compareTo(LONG_BATCH.dividedBy(4)) < 0) {
            batch = Math.min(LARGEST_BATCH, batch + ReadAhead.PIECE);
        }
    }

    private void advanceBy(List<Recorded> events) {
        if (closed) {
            throw new Halted();
        }
        slots.call(connection -> {
            At next = slots.lock(connection, model, Slot.NEXT);
            if (next.position() != events.getFirst().position() - 1) {
                throw new Halted();
            }
            Sql.run(connection, NOT_DURABLE);
            slots.apply(connection, model, Slot.NEXT, next, events);
            requests.moved(connection, model);
            return true;
        });
    }

    private void finish() {
        if (requests.isIndexed(model)) {
            return;
        }
        try (var _ = requests.beating(model)) {
            slots.call(connection -> {
                beside.finish(connection, model, slots.lock(connection, model, Slot.NEXT));
                requests.indexed(connection, model);
                return true;
            });
        }
    }

    /// Both at one position; the live tables go on meanwhile.
    private Compared compare() {
        while (true) {
            try (var _ = requests.beating(model)) {
                Optional<Summed> live = slots.snapshot(connection -> sum(connection, Slot.LIVE));
                if (live.isEmpty()) {
                    return new Compared(built(), "", "");
                }
                follow(built(), live.get().position);
                Optional<Summed> next = slots.snapshot(connection -> sum(connection, Slot.NEXT));
                if (next.isPresent() && next.get().position == live.get().position) {
                    return new Compared(
                            live.get().position, live.get().checksum, next.get().checksum);
                }
            }
        }
    }

    private record Summed(long position, String checksum) {}

    private Optional<Summed> sum(Connection connection, Slot slot) throws SQLException {
        Optional<At> at = comparable(Slots.find(connection, model, slot));
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Summed(
                                at.get().position(), beside.checksum(connection, model, at.get())));
    }

    private void swap(Compared compared) {
        beside.dropOld(model);
        boolean swapped = false;
        while (!swapped) {
            catchUp();
            swapped = slots.call(connection -> swap(connection, compared));
        }
        LOG.info("{}: version {} swapped in", model.name(), model.version());
    }

    /// False if the live tables have gone too far ahead meanwhile.
    private boolean swap(Connection connection, Compared compared) throws SQLException {
        BesideTables.alone(connection, model);
        Optional<At> live = slots.tryLock(connection, model, Slot.LIVE);
        At next = slots.lock(connection, model, Slot.NEXT);
        long target = comparable(live).map(At::position).orElse(next.position());
        if (target - next.position() > SHORT_REST) {
            return false;
        }
        if (next.position() < target) {
            var rest = feed.after(next.position(), (int) (target - next.position()));
            slots.apply(connection, model, Slot.NEXT, next, rest);
        }
        requests.done(connection, model, compared);
        beside.swap(connection, model);
        return true;
    }

    /// The newest rebuild there was.
    Optional<RebuildProgress> progress() {
        return requests.progress(model, feed.head());
    }

    /// Whether one is asked for on which nobody works.
    boolean isWaiting() {
        return requests.isWaiting(model);
    }

    boolean change(State to, List<State> from) {
        return requests.change(model, to, from);
    }
}

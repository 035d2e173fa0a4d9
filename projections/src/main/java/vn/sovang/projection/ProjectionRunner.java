package vn.sovang.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.EventFeed;
import vn.sovang.event.Recorded;
import vn.sovang.event.UnreadableEvent;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.projection.ReadModelStatus.Kept;
import vn.sovang.projection.ReadModelStatus.State;
import vn.sovang.projection.ReadModelStatus.Stop;
import vn.sovang.projection.Slots.At;
import vn.sovang.projection.Slots.Slot;
import vn.sovang.projection.Slots.Unapplicable;
import vn.sovang.projection.readmodel.Progress;
import vn.sovang.projection.readmodel.ReadModel;

/// Follows the log for one read model, on a virtual thread of its own.
///
/// The thread owns `careful`, `attempts` and its loop; `status` is written by it and read by
/// anyone. A batch that fails is taken again one event at a time, so that the position stands just
/// before the event that cannot be applied.
final class ProjectionRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);

    /// One import (R17) in few batches; a batch's rows stay in memory while it is applied.
    private static final int BATCH = 2_000;

    /// How long to wait for news before looking whether to end.
    private static final Duration WATCH = Duration.ofSeconds(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    /// Below the 15 s within which another node or a cured database must be taken up (R22).
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ReadModel model;
    private final EventFeed feed;
    private final Slots slots;
    private final Rebuild rebuild;
    private final Progress progress;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ending = lock.newCondition();
    private final Thread thread;

    /// Guarded by `lock`: the thread waits for the feed and may be interrupted.
    private boolean waiting;

    private volatile boolean closed;

    /// IDLE, then FOLLOWING.
    private volatile State state = State.IDLE;

    private volatile @Nullable Stop stopped;

    /// Up to here one event at a time.
    private long careful;

    private int attempts;

    ProjectionRunner(EventFeed feed, Slots slots, Rebuild rebuild, Progress progress) {
        this.model = rebuild.model();
        this.feed = feed;
        this.slots = slots;
        this.rebuild = rebuild;
        this.progress = progress;
        this.thread = Thread.ofVirtual().name("read model " + model.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// As the database has it, so that every process sees the same; of this node only whether it
    /// follows, and a stop it could not write down.
    ReadModelStatus status(long head) {
        Optional<At> live =
                slots.look(model, Slot.LIVE).filter(at -> at.version() == model.version());
        live.ifPresent(at -> progress.advanceTo(at.position()));
        RebuildProgress newest = rebuild.progress().orElse(null);
        Stop stop = stopped;
        if (stop == null) {
            stop = live.isPresent() || newest == null ? null : newest.stopped();
            stop = live.isPresent() ? live.get().stopped() : stop;
        }
        return new ReadModelStatus(
                model.name(),
                model.version(),
                state(live.isPresent(), stop),
                live.map(At::position).orElse(-1L),
                head,
                stop,
                newest,
                slots.look(model, Slot.OLD)
                        .map(at -> new Kept(at.version(), at.position()))
                        .orElse(null));
    }

    private State state(boolean live, @Nullable Stop stop) {
        if (stop != null) {
            return State.STOPPED;
        }
        if (!live) {
            return State.BUILDING;
        }
        return state;
    }

    private void run() {
        while (!closed) {
            long next = progress.known() + 1;
            try {
                if (progress.known() < 0) {
                    build();
                } else {
                    follow();
                }
            } catch (RuntimeException failure) {
                failed(next, failure);
            }
        }
    }

    /// Asks for the first tables of this version and works on them, unless another node does.
    private void build() {
        if (!rebuild.isLive()) {
            RebuildProgress asked = rebuild.begin();
            if (!rebuild.work() || !rebuild.isLive()) {
                LOG.debug("{} waits for {}", model.name(), asked);
                pause(FIRST_PAUSE);
                return;
            }
        }
        progress.advanceTo(slots.look(model, Slot.LIVE).orElseThrow().position());
        goesOn();
    }

    private void follow() {
        long position = progress.known();
        List<Recorded> events = feed.after(position, position < careful ? 1 : BATCH);
        if (events.isEmpty()) {
            goesOn();
            awaitBeyond(position);
            return;
        }
        try {
            progress.advanceTo(slots.advance(model, Slot.LIVE, position, events));
        } catch (Unapplicable failure) {
            if (failure.single()) {
                throw failure;
            }
            LOG.warn("{}: a batch after {} failed", model.name(), position, failure);
            careful = events.getLast().position();
            return;
        }
        goesOn();
    }

    private void goesOn() {
        if (stopped != null) {
            slots.goOn(model);
        }
        state = State.FOLLOWING;
        stopped = null;
        attempts = 0;
    }

    /// A feed that fails on a batch may do so for any of its events: look at each.
    private void failed(long position, RuntimeException failure) {
        if (closed) {
            return;
        }
        if (failure instanceof UnreadableEvent && careful < position) {
            careful = position + BATCH;
            return;
        }
        long at = failure instanceof Unapplicable event ? event.first() : Math.max(position, 1);
        attempts++;
        Stop before = stopped;
        Instant since = before == null ? Instant.now() : before.since();
        var stop = new Stop(at, Slots.reason(failure), since, attempts);
        stopped = stop;
        tell(stop);
        LOG.warn("{} stopped at {}, attempt {}", model.name(), at, attempts, failure);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        pause(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private void tell(Stop stop) {
        try {
            slots.stop(model, stop);
        } catch (DatabaseFailure unreachable) {
            LOG.warn("{}: the stop is known to this node only", model.name(), unreachable);
        }
    }

    /// Interrupted only here: an interrupt during a query would break its connection.
    private void awaitBeyond(long position) {
        lock.lock();
        try {
            waiting = !closed;
        } finally {
            lock.unlock();
        }
        if (!closed) {
            boolean news = feed.awaitBeyond(position, WATCH);
            LOG.trace("{}: news after {}: {}", model.name(), position, news);
        }
        lock.lock();
        try {
            waiting = false;
            boolean interrupted = Thread.interrupted();
            LOG.trace("{}: interrupted: {}", model.name(), interrupted);
        } finally {
            lock.unlock();
        }
    }

    private void pause(Duration pause) {
        long left = pause.toNanos();
        lock.lock();
        try {
            while (!closed && left > 0) {
                left = ending.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /// Asks the thread to end; does not wait for it.
    void end() {
        lock.lock();
        try {
            closed = true;
            ending.signalAll();
            if (waiting) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        end();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

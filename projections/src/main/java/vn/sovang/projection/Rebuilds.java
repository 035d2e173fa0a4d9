package vn.sovang.projection;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.projection.RebuildProgress.State;
import vn.sovang.projection.Slots.Replaced;
import vn.sovang.projection.Slots.Unapplicable;

/// Rebuilds of read models while people work: asked for here, by any node or process on the same
/// data, and worked on by any that is there.
///
/// Asking only writes down what is wanted. A node that follows the log ([Projections#start]) looks
/// every second for a rebuild that nobody works on; one that has none asks with [#await] and works
/// itself. Pausing and cancelling therefore reach a worker wherever it is, within one batch, and a
/// worker that was killed or frozen is replaced within 15 s (R22). Safe for any number of threads.
public final class Rebuilds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Map<String, Rebuild> rebuilds = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();

    /// Guarded by `lock`, like all below.
    private boolean closed;

    /// How often something was asked here.
    private long wishes;

    private @Nullable Thread worker;

    Rebuilds() {}

    /// What came of asking.
    public enum Asked {
        /// It is so now.
        GRANTED,
        NO_SUCH_MODEL,
        /// A newer version of the program has built its tables, or is building them.
        NEWER_VERSION,
        /// It was paused: resume it or cancel it.
        PAUSED,
        /// No rebuild is going on.
        NOT_RUNNING,
        /// No rebuild is paused.
        NOT_PAUSED,
        /// No tables of before are kept.
        NOTHING_KEPT
    }

    void add(Rebuild rebuild) {
        rebuilds.put(rebuild.model().name(), rebuild);
    }

    /// Names of the read models, in the order in which all are rebuilt.
    public List<String> names() {
        return List.copyOf(rebuilds.keySet());
    }

    /// Asks for a rebuild from the first event on; goes on with one that was begun.
    public Asked begin(String name) {
        var rebuild = rebuilds.get(name);
        if (rebuild == null) {
            return Asked.NO_SUCH_MODEL;
        }
        try {
            boolean paused = rebuild.begin().state() == State.PAUSED;
            wake();
            return paused ? Asked.PAUSED : Asked.GRANTED;
        } catch (Replaced byNewer) {
            LOG.info("not rebuilt: {}", byNewer.getMessage());
            return Asked.NEWER_VERSION;
        }
    }

    /// Lets it rest with what it has built.
    public Asked pause(String name) {
        return change(name, State.PAUSED, List.of(State.RUNNING, State.STOPPED), Asked.NOT_RUNNING);
    }

    /// Goes on with a paused one, and at once with one that stopped at an event.
    public Asked resume(String name) {
        return change(name, State.RUNNING, List.of(State.PAUSED, State.STOPPED), Asked.NOT_PAUSED);
    }

    private Asked change(String name, State to, List<State> from, Asked otherwise) {
        var rebuild = rebuilds.get(name);
        if (rebuild == null) {
            return Asked.NO_SUCH_MODEL;
        }
        boolean changed = rebuild.change(to, from);
        wake();
        return changed ? Asked.GRANTED : otherwise;
    }

    /// Gives it up and drops what it has built. A first build, without which there is nothing to
    /// read, then begins anew.
    public Asked cancel(String name) {
        var rebuild = rebuilds.get(name);
        if (rebuild == null) {
            return Asked.NO_SUCH_MODEL;
        }
        boolean cancelled = rebuild.cancel();
        wake();
        return cancelled ? Asked.GRANTED : Asked.NOT_RUNNING;
    }

    /// Drops the tables that were live before the last swap. Waits for those who read them.
    public Asked dropOld(String name) {
        var rebuild = rebuilds.get(name);
        if (rebuild == null) {
            return Asked.NO_SUCH_MODEL;
        }
        return rebuild.dropOld() ? Asked.GRANTED : Asked.NOTHING_KEPT;
    }

    /// The newest rebuild of a read model there was, by whomever; empty if there was none.
    public Optional<RebuildProgress> progress(String name) {
        return Optional.ofNullable(rebuilds.get(name)).flatMap(Rebuild::progress);
    }

    /// Waits until a rebuild stands otherwise than it stood, or for so long.
    ///
    /// @return how it stands now
    public RebuildProgress awaitNews(RebuildProgress known, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        RebuildProgress now = known;
        while (now.equals(known) && System.nanoTime() < deadline && pause()) {
            now = progress(known.name()).orElse(known);
        }
        return now;
    }

    /// Works on a rebuild that was asked for, or waits for the node that does, until it has ended,
    /// is paused or stopped, or this is closed.
    ///
    /// @return how it stands then
    /// @throws IllegalArgumentException if none was ever asked for
    public RebuildProgress await(String name) {
        var rebuild = rebuilds.get(name);
        if (rebuild == null) {
            throw new IllegalArgumentException("no read model " + name);
        }
        while (true) {
            work(rebuild);
            var now =
                    rebuild.progress()
                            .orElseThrow(
                                    () -> new IllegalArgumentException("no rebuild of " + name));
            if (now.state() != State.RUNNING || !pause()) {
                return now;
            }
        }
    }

    private static void work(Rebuild rebuild) {
        try {
            boolean worked = rebuild.work();
            LOG.debug("{}: worked {}", rebuild.model().name(), worked);
        } catch (Unapplicable failure) {
            LOG.warn("{}: the rebuild stopped", rebuild.model().name(), failure);
        }
    }

    /// Lets a thread of this node look for work from now on.
    void start() {
        lock.lock();
        try {
            if (worker == null && !closed) {
                worker = Thread.ofVirtual().name("rebuilds").start(this::look);
            }
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        do {
            for (Rebuild rebuild : rebuilds.values()) {
                try {
                    if (rebuild.isWaiting()) {
                        work(rebuild);
                    }
                } catch (RuntimeException failure) {
                    // The database does not answer, or a lock was held too long: look again.
                    LOG.warn("{}: the rebuild waits", rebuild.model().name(), failure);
                }
            }
        } while (pause());
    }

    /// False when this was closed or the thread is to end.
    private boolean pause() {
        lock.lock();
        try {
            long seen = wishes;
            long left = LOOK.toNanos();
            while (!closed && wishes == seen && left > 0) {
                left = asked.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            wishes++;
            asked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Ends at the next batch's end and waits for it; what was begun is there for whoever is next.
    @Override
    public void close() {
        Thread working;
        lock.lock();
        try {
            closed = true;
            working = worker;
            asked.signalAll();
        } finally {
            lock.unlock();
        }
        rebuilds.values().forEach(Rebuild::close);
        if (working != null) {
            try {
                working.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package vn.sovang.projection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.projection.RebuildProgress.State;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Sql;

/// What was asked about rebuilds and who works on them: one row a model in `read_state.rebuild`,
/// the newest one. Being in the database it is the same for every node and process, and outlives
/// them.
///
/// A worker holds its row by a sign of life: with every batch, and from a thread of its own while
/// PostgreSQL makes indexes or sums. Whose last sign is older than [#SILENCE] has lost the row to
/// the next who asks; the batch it may be in fails at its end.
final class RebuildState {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildState.class);

    static final String DDL =
            """
            create table if not exists read_state.rebuild (
                name text primary key,
                version int not null,
                state text not null,
                began_at timestamptz not null default now(),
                ended_at timestamptz,
                worker text not null default '',
                beat_at timestamptz not null default '-infinity',
                run_since timestamptz,
                run_from bigint not null default 0,
                indexed boolean not null default false,
                stopped_at timestamptz,
                stop_position bigint,
                stop_reason text,
                attempts int not null default 0,
                position bigint,
                live_checksum text,
                rebuilt_checksum text
            );
            """;

    private static final String BEGIN =
            """
            insert into read_state.rebuild (name, version, state)
            values (?, ?, 'RUNNING')
            """;

    private static final String FORGET = "delete from read_state.rebuild where name = ?";

    private static final String CLAIM =
            """
            update read_state.rebuild
            set worker = ?, beat_at = clock_timestamp(), run_since = clock_timestamp(),
                run_from = coalesce((
                    select position
                    from read_state.position as p
                    where p.name = rebuild.name and slot = 'next'), 0)
            where name = ? and version = ? and state in ('RUNNING', 'STOPPED')
                and (worker = ? or beat_at < clock_timestamp() - make_interval(secs => ?))
            """;

    /// The state is seen here by a batch about to commit: what was paused or cancelled meanwhile,
    /// or taken over, is not moved any further.
    private static final String BEAT =
            """
            update read_state.rebuild
            set beat_at = clock_timestamp()
            where name = ? and version = ? and worker = ? and state in ('RUNNING', 'STOPPED')
            """;

    private static final String MOVED =
            """
            update read_state.rebuild
            set beat_at = clock_timestamp(), state = 'RUNNING', stopped_at = null,
                stop_position = null, stop_reason = null, attempts = 0
            where name = ? and version = ? and worker = ? and state in ('RUNNING', 'STOPPED')
            """;

    private static final String RELEASE =
            """
            update read_state.rebuild
            set beat_at = '-infinity'
            where name = ? and worker = ? and state <> 'STOPPED'
            """;

    private static final String STOP =
            """
            update read_state.rebuild
            set state = 'STOPPED', beat_at = clock_timestamp(),
                stopped_at = coalesce(stopped_at, clock_timestamp()), stop_position = ?,
                stop_reason = ?, attempts = attempts + 1
            where name = ? and worker = ? and state in ('RUNNING', 'STOPPED')
            """;

    private static final String INDEXED =
            """
            update read_state.rebuild
            set indexed = true
            where name = ? and version = ?
            """;

    private static final String IS_INDEXED =
            """
            select indexed
            from read_state.rebuild
            where name = ? and version = ?
            """;

    private static final String DONE =
            """
            update read_state.rebuild
            set state = 'DONE', ended_at = clock_timestamp(), position = ?, live_checksum = ?,
                rebuilt_checksum = ?
            where name = ? and version = ? and worker = ? and state in ('RUNNING', 'STOPPED')
            """;

    private static final String CHANGE =
            """
            update read_state.rebuild
            set state = ?, beat_at = '-infinity'
            where name = ? and version = ? and state = any(?)
            """;

    private static final String CANCELLED =
            """
            update read_state.rebuild
            set state = 'CANCELLED', ended_at = clock_timestamp(), position = ?
            where name = ?
            """;

    private static final String WAITING =
            """
            select exists (
                select from read_state.rebuild
                where name = ? and version = ? and state in ('RUNNING', 'STOPPED')
                    and beat_at < clock_timestamp() - make_interval(
                        secs => case state when 'RUNNING' then ? else ? end))
            """;

    private static final String PROGRESS =
            """
            select r.*, next.position as built, live.version as live_version,
                live.position as live_position,
                coalesce(extract(epoch from coalesce(next.moved_at, r.ended_at)
                    - r.run_since), 0) as seconds,
                extract(epoch from r.ended_at - r.began_at) as took
            from read_state.rebuild as r
            left join read_state.position as next
                on next.name = r.name and next.slot = 'next' and next.version = r.version
            left join read_state.position as live on live.name = r.name and live.slot = 'live'
            where r.name = ?
            """;

    /// Two signs of life missed and some patience; with the 10 s after which PostgreSQL ends a
    /// frozen batch, another node is at work within the 15 s of R22.
    static final Duration SILENCE = Duration.ofSeconds(8);

    /// Between two attempts at an event that cannot be applied.
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private static final AtomicInteger WORKERS = new AtomicInteger();

    private final Slots slots;
    private final String worker;

    RebuildState(Slots slots) {
        this.slots = slots;
        this.worker = slots.nodeId() + "#" + WORKERS.incrementAndGet();
    }

    void begin(Connection connection, ReadModel model) throws SQLException {
        Sql.update(connection, FORGET, model.name());
        Sql.update(connection, BEGIN, model.name(), model.version());
    }

    /// Makes this node the one that works on it; false if there is nothing to do or another does.
    boolean claim(ReadModel model) {
        return slots.call(connection -> {
            Sql.run(connection, Slots.LIMITS);
            return Sql.update(
                            connection,
                            CLAIM,
                            worker,
                            model.name(),
                            model.version(),
                            worker,
                            seconds(SILENCE))
                    == 1;
        });
    }

    void release(ReadModel model) {
        try {
            slots.call(connection -> Sql.update(connection, RELEASE, model.name(), worker));
        } catch (DatabaseFailure failure) {
            LOG.warn("{}: not released, others wait {}", model.name(), SILENCE, failure);
        }
    }

    /// A batch is about to commit.
    ///
    /// @throws Halted if it may not
    void moved(Connection connection, ReadModel model) throws SQLException {
        if (Sql.update(connection, MOVED, model.name(), model.version(), worker) == 0) {
            throw new Halted();
        }
    }

    void indexed(Connection connection, ReadModel model) throws SQLException {
        Sql.update(connection, INDEXED, model.name(), model.version());
    }

    boolean isIndexed(ReadModel model) {
        return slots.call(connection ->
                Sql.first(
                                connection,
                                IS_INDEXED,
                                row -> row.getBoolean(1),
                                model.name(),
                                model.version())
                        .orElseThrow(Halted::new));
    }

    void stop(ReadModel model, long position, String reason) {
        slots.call(
                connection -> Sql.update(connection, STOP, position, reason, model.name(), worker));
    }

    /// In the transaction of the swap.
    ///
    /// @throws Halted if it was paused, cancelled or taken over
    void done(Connection connection, ReadModel model, Compared compared) throws SQLException {
        int changed =
                Sql.update(
                        connection,
                        DONE,
                        compared.position(),
                        compared.live(),
                        compared.rebuilt(),
                        model.name(),
                        model.version(),
                        worker);
        if (changed == 0) {
            throw new Halted();
        }
    }

    /// Checksums of live and rebuilt tables at one position.
    ///
    /// @param live empty if there were none to compare with
    record Compared(long position, String live, String rebuilt) {}

    /// @return whether there was one in a state from which this is possible
    boolean change(ReadModel model, State to, List<State> from) {
        return slots.call(connection -> {
            Sql.run(connection, Slots.LIMITS);
            return Sql.update(
                            connection,
                            CHANGE,
                            to,
                            model.name(),
                            model.version(),
                            Sql.array("text", from))
                    == 1;
        });
    }

    void cancelled(Connection connection, ReadModel model, long position) throws SQLException {
        Sql.update(connection, CANCELLED, position, model.name());
    }

    /// Whether there is a rebuild on which nobody works.
    boolean isWaiting(ReadModel model) {
        return slots.call(connection ->
                Sql.first(
                                connection,
                                WAITING,
                                row -> row.getBoolean(1),
                                model.name(),
                                model.version(),
                                seconds(SILENCE),
                                seconds(BETWEEN_ATTEMPTS))
                        .orElseThrow());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    /// The newest rebuild there was of the model.
    Optional<RebuildProgress> progress(ReadModel model, long head) {
        return slots.call(connection -> progress(connection, model, head));
    }

    static Optional<RebuildProgress> progress(Connection connection, ReadModel model, long head)
            throws SQLException {
        return Sql.first(
                connection, PROGRESS, row -> progress(row, model.name(), head), model.name());
    }

    private static RebuildProgress progress(ResultSet row, String name, long head)
            throws SQLException {
        State state = State.valueOf(row.getString("state"));
        int version = row.getInt("version");
        long position = state.isOpen() ? row.getLong("built") : row.getLong("position");
        long target = row.getInt("live_version") == version ? row.getLong("live_position") : head;
        double seconds = row.getDouble("seconds");
        long done = position - row.getLong("run_from");
        Instant ended = row.getObject("ended_at") == null ? null : Sql.instant(row, "ended_at");
        return new RebuildProgress(
                name,
                version,
                state,
                position,
                state.isOpen() ? Math.max(target, position) : position,
                row.getString("worker"),
                seconds > 0 && done > 0 ? done / seconds : 0,
                Sql.instant(row, "began_at"),
                ended,
                Slots.stop(row),
                state == State.DONE ? report(row, name, version) : null);
    }

    private static RebuildReport report(ResultSet row, String name, int version)
            throws SQLException {
        String live = row.getString("live_checksum");
        String rebuilt = row.getString("rebuilt_checksum");
        return new RebuildReport(
                name,
                version,
                row.getLong("position"),
                Duration.ofMillis((long) (row.getDouble("took") * 1_000)),
                live.isEmpty() || live.equals(rebuilt),
                live,
                rebuilt);
    }

    /// Gives signs of life until closed, for work inside PostgreSQL that takes long.
    Beating beating(ReadModel model) {
        return new Beating(model);
    }

    /// See [#beating].
    final class Beating implements AutoCloseable {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition ending = lock.newCondition();

        /// Guarded by `lock`.
        private boolean ended;

        private final Thread thread;

        private Beating(ReadModel model) {
            this.thread = Thread.ofVirtual().start(() -> beat(model));
        }

        private void beat(ReadModel model) {
            lock.lock();
            try {
                while (!ended) {
                    boolean closing = ending.await(HEARTBEAT.toMillis(), MILLISECONDS);
                    if (!closing) {
                        slots.call(connection ->
                                Sql.update(
                                        connection, BEAT, model.name(), model.version(), worker));
                    }
                }
            } catch (InterruptedException | RuntimeException failure) {
                // Whoever takes over loses nothing but time.
                LOG.warn("{}: no further signs of life", model.name(), failure);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                ended = true;
                ending.signalAll();
            } finally {
                lock.unlock();
            }
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The rebuild was paused, cancelled, or taken over by another node.
    static final class Halted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

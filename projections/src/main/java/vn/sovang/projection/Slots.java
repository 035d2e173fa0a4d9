package vn.sovang.projection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Recorded;
import vn.sovang.postgres.Tx;
import vn.sovang.projection.ReadModelStatus.Stop;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Sql;

/// Where the read models stand: one row a model and slot in `read_state.position`, locked for every
/// batch. The lock is the fence between nodes (R22).
final class Slots {
    /// The tables readers see, those being built beside them, or those that were live before.
    enum Slot {
        LIVE,
        NEXT,
        OLD;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// `SVREAD` in ASCII; nodes that open an empty database at once wait for each other. Read
    /// models that an earlier version of the program left without a generation are built anew.
    private static final String PREPARE =
            """
            select pg_advisory_xact_lock(91657236402005);
            create schema if not exists read_state;
            do $$
            begin
                if not exists (
                    select from information_schema.columns
                    where table_schema = 'read_state' and column_name = 'generation')
                then
                    drop table if exists read_state.position;
                end if;
            end
            $$;
            create table if not exists read_state.position (
                name text not null,
                slot text not null check (slot in ('live', 'next', 'old')),
                version int not null,
                position bigint not null,
                generation int not null,
                node text not null,
                moved_at timestamptz not null default now(),
                stopped_at timestamptz,
                stop_position bigint,
                stop_reason text,
                attempts int not null default 0,
                primary key (name, slot)
            );
            """;

    /// A node that hangs inside a batch loses its session, and with it row lock and changes, soon
    /// enough for another to take over within 15 s (R22).
    static final String LIMITS =
            """
            set local idle_in_transaction_session_timeout = '10s';
            set local lock_timeout = '15s';
            """;

    private static final String LOOK =
            """
            select version, position, generation, stopped_at, stop_position, stop_reason, attempts
            from read_state.position
            where name = ? and slot = ?
            """;

    private static final String LOCK = LOOK + "for update\n";

    private static final String MOVE =
            """
            update read_state.position
            set position = ?, node = ?, moved_at = now(), stopped_at = null, stop_position = null,
                stop_reason = null, attempts = 0
            where name = ? and slot = ?
            """;

    private static final String STOP =
            """
            update read_state.position
            set stopped_at = coalesce(stopped_at, now()), stop_position = ?, stop_reason = ?,
                attempts = ?, node = ?
            where name = ? and slot = 'live' and version = ?
            """;

    private static final String GO_ON =
            """
            update read_state.position
            set stopped_at = null, stop_position = null, stop_reason = null, attempts = 0
            where name = ? and slot = 'live' and version = ? and stopped_at is not null
            """;

    private static final String ENTER =
            """
            select set_config('search_path', ?, true)
            """;

    /// Each rebuild reads the log for itself, holds up to 100 MB of it and one to three of the
    /// pool's eight connections; two keep a log reader and PostgreSQL busy.
    private static final int REBUILDS_AT_ONCE = 2;

    private final Tx tx;
    private final String nodeId;
    private final Semaphore turns = new Semaphore(REBUILDS_AT_ONCE, true);
    private final ImportGate gate;

    Slots(DataSource read, String nodeId, ImportGate gate) {
        this.tx = new Tx(read);
        this.nodeId = nodeId;
        this.gate = gate;
    }

    /// A row of `read_state.position`.
    ///
    /// @param stopped why a node that follows with these tables could not go on, when it last tried
    record At(int version, long position, int generation, @Nullable Stop stopped) {
        String schemaOf(ReadModel model) {
            return LiveTables.schemaOf(model.name(), generation);
        }
    }

    void prepare() {
        call(connection -> {
            Sql.run(connection, PREPARE);
            Sql.run(connection, RebuildState.DDL);
            return true;
        });
    }

    /// Imports that are being taken in are given up.
    void close() {
        gate.close();
    }

    /// Whoever rebuilds on this node holds one of these.
    Semaphore turns() {
        return turns;
    }

    String nodeId() {
        return nodeId;
    }

    <T> T call(Tx.Work<T> work) {
        return tx.call(work);
    }

    /// What the work reads is of one moment.
    <T> T snapshot(Tx.Work<T> work) {
        return tx.snapshot(work);
    }

    Optional<At> look(ReadModel model, Slot slot) {
        return tx.query(connection -> find(connection, model, slot));
    }

    static Optional<At> find(Connection connection, ReadModel model, Slot slot)
            throws SQLException {
        return Sql.first(connection, LOOK, Slots::at, model.name(), slot.column());
    }

    /// Applies events that follow `expected` and moves the position over them, unless somebody else
    /// has moved it.
    ///
    /// @return the position now
    /// @throws Replaced if the tables belong to another version
    long advance(ReadModel model, Slot slot, long expected, List<Recorded> events) {
        return gate.inTurn(
                events,
                () ->
                        tx.call(connection -> {
                            At at = lock(connection, model, slot);
                            return at.position == expected
                                    ? apply(connection, model, slot, at, events)
                                    : at.position;
                        }));
    }

    /// Locks a position that must be there.
    At lock(Connection connection, ReadModel model, Slot slot) throws SQLException {
        return tryLock(connection, model, slot)
                .filter(at -> at.version == model.version())
                .orElseThrow(() -> new Replaced(model));
    }

    /// Locks a position if it is there, of whatever version.
    Optional<At> tryLock(Connection connection, ReadModel model, Slot slot) throws SQLException {
        Sql.run(connection, LIMITS);
        return Sql.first(connection, LOCK, Slots::at, model.name(), slot.column());
    }

    /// Applies events in the caller's transaction, which holds the position's lock.
    ///
    /// @param at what the lock found
    /// @throws Unapplicable if the model or the database refuses them
    long apply(Connection connection, ReadModel model, Slot slot, At at, List<Recorded> events)
            throws SQLException {
        enter(connection, at.schemaOf(model));
        try {
            gate.apply(model, events, connection);
        } catch (SQLException | RuntimeException failure) {
            throw new Unapplicable(events, failure);
        }
        long position = events.getLast().position();
        Sql.update(connection, MOVE, position, nodeId, model.name(), slot.column());
        return position;
    }

    /// Lets every node know why the live tables do not follow the log.
    void stop(ReadModel model, Stop stop) {
        tx.call(connection ->
                Sql.update(
                        connection,
                        STOP,
                        stop.position(),
                        stop.reason(),
                        stop.attempts(),
                        nodeId,
                        model.name(),
                        model.version()));
    }

    void goOn(ReadModel model) {
        tx.call(connection -> Sql.update(connection, GO_ON, model.name(), model.version()));
    }

    static void enter(Connection connection, String schema) throws SQLException {
        Sql.first(connection, ENTER, row -> true, schema);
    }

    private static At at(ResultSet row) throws SQLException {
        return new At(
                row.getInt("version"),
                row.getLong("position"),
                row.getInt("generation"),
                stop(row));
    }

    static @Nullable Stop stop(ResultSet row) throws SQLException {
        if (row.getObject("stopped_at") == null) {
            return null;
        }
        Instant since = Sql.instant(row, "stopped_at");
        return new Stop(
                row.getLong("stop_position"),
                row.getString("stop_reason"),
                since,
                row.getInt("attempts"));
    }

    /// The tables belong to another version of the program.
    static final class Replaced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Replaced(ReadModel model) {
            super(
                    "the tables of %s are not of version %d"
                            .formatted(model.name(), model.version()));
        }
    }

    /// A batch that a model could not apply; nothing of it was kept.
    static final class Unapplicable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long first;
        private final int events;

        Unapplicable(List<Recorded> batch, Exception cause) {
            this(batch.getFirst().position(), batch.size(), cause);
        }

        /// One event, by its position.
        Unapplicable(long position, Exception cause) {
            this(position, 1, cause);
        }

        private Unapplicable(long first, int events, Exception cause) {
            super(reason(cause), cause);
            this.first = first;
            this.events = events;
        }

        /// Position of the first event of the batch.
        long first() {
            return first;
        }

        /// Whether the batch had no other event, so that it is known which one it was.
        boolean single() {
            return events == 1;
        }
    }

    /// In words for operators.
    static String reason(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}

package vn.sovang.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.sovang.event.Recorded;
import vn.sovang.postgres.Tx;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Sql;

/// Where the read models stand: one row a model and slot in `read_state.position`, locked for every
/// batch. The lock is the fence between nodes (R22).
final class Slots {
    /// The tables readers see, or those being built beside them.
    enum Slot {
        LIVE,
        NEXT;

        String schemaOf(ReadModel model) {
            return LiveTables.schemaOf(model.name()) + (this == LIVE ? "" : "_next");
        }

        String column() {
            return this == LIVE ? "live" : "next";
        }
    }

    /// `SVREAD` in ASCII; nodes that open an empty database at once wait for each other.
    private static final String PREPARE =
            """
            select pg_advisory_xact_lock(91657236402005);
            create schema if not exists read_state;
            create table if not exists read_state.position (
                name text not null,
                slot text not null check (slot in ('live', 'next')),
                version int not null,
                position bigint not null,
                node text not null,
                moved_at timestamptz not null default now(),
                primary key (name, slot)
            );
            """;

    /// A node that hangs inside a batch loses its session, and with it row lock and changes, soon
    /// enough for another to take over within 15 s (R22).
    private static final String LIMITS =
            """
            set local idle_in_transaction_session_timeout = '10s';
            set local lock_timeout = '15s';
            """;

    private static final String LOOK =
            """
            select version, position
            from read_state.position
            where name = ? and slot = ?
            """;

    private static final String LOCK = LOOK + "for update\n";

    private static final String MOVE =
            """
            update read_state.position
            set position = ?, node = ?, moved_at = now()
            where name = ? and slot = ?
            """;

    private static final String ENTER =
            """
            select set_config('search_path', ?, true)
            """;

    private final Tx tx;
    private final String nodeId;
    private final ImportGate gate = new ImportGate();

    Slots(DataSource read, String nodeId) {
        this.tx = new Tx(read);
        this.nodeId = nodeId;
    }

    /// A row of `read_state.position`.
    record At(int version, long position) {}

    void prepare() {
        call(connection -> {
            Sql.run(connection, PREPARE);
            return true;
        });
    }

    <T> T call(Tx.Work<T> work) {
        return tx.call(work);
    }

    Optional<At> look(ReadModel model, Slot slot) {
        return tx.query(connection -> find(connection, LOOK, model, slot));
    }

    /// Applies events that follow `expected` and moves the position over them, unless somebody else
    /// has moved it.
    ///
    /// @return the position now
    /// @throws Replaced if the tables belong to another version
    long advance(ReadModel model, Slot slot, long expected, List<Recorded> events) {
        return tx.call(connection -> {
            long position = lock(connection, model, slot);
            return position == expected ? apply(connection, model, slot, events) : position;
        });
    }

    /// Locks a position that must be there.
    long lock(Connection connection, ReadModel model, Slot slot) throws SQLException {
        Sql.run(connection, LIMITS);
        return find(connection, LOCK, model, slot)
                .filter(at -> at.version() == model.version())
                .orElseThrow(() -> new Replaced(model))
                .position();
    }

    /// Applies events in the caller's transaction, which holds the position's lock.
    ///
    /// @throws Unapplicable if the model or the database refuses them
    long apply(Connection connection, ReadModel model, Slot slot, List<Recorded> events)
            throws SQLException {
        enter(connection, slot.schemaOf(model));
        try {
            model.apply(gate.admit(connection, events), connection);
        } catch (SQLException | RuntimeException failure) {
            throw new Unapplicable(events, failure);
        }
        long position = events.getLast().position();
        Sql.update(connection, MOVE, position, nodeId, model.name(), slot.column());
        return position;
    }

    static void enter(Connection connection, String schema) throws SQLException {
        Sql.first(connection, ENTER, row -> true, schema);
    }

    private static Optional<At> find(Connection connection, String sql, ReadModel model, Slot slot)
            throws SQLException {
        return Sql.first(
                connection,
                sql,
                row -> new At(row.getInt(1), row.getLong(2)),
                model.name(),
                slot.column());
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
            super(reason(cause), cause);
            this.first = batch.getFirst().position();
            this.events = batch.size();
        }

        /// Position of the first event of the batch.
        long first() {
            return first;
        }

        /// Whether the batch had no other event, so that it is known which one it was.
        boolean single() {
            return events == 1;
        }

        private static String reason(Exception cause) {
            String message = cause.getMessage();
            return message == null ? cause.getClass().getSimpleName() : message;
        }
    }
}

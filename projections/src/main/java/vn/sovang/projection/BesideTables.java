package vn.sovang.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import vn.sovang.projection.Slots.At;
import vn.sovang.projection.Slots.Slot;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Sql;

/// Makes, swaps and drops the generations of a model's tables.
final class BesideTables {
    /// Whoever makes or unmakes tables of a model waits for whoever does.
    private static final String ALONE =
            """
            select pg_advisory_xact_lock(hashtextextended('read model ' || ?, 0))
            """;

    private static final String NEW_GENERATION =
            """
            select coalesce(max(generation), 0) + 1
            from read_state.position
            where name = ?
            """;

    private static final String BEGIN =
            """
            insert into read_state.position (name, slot, version, position, generation, node)
            values (?, 'next', ?, 0, ?, '')
            """;

    private static final String END =
            """
            delete from read_state.position
            where name = ? and slot = ?
            """;

    private static final String KEEP =
            """
            insert into read_state.position (name, slot, version, position, generation, node)
            select name, 'old', version, position, generation, node
            from read_state.position
            where name = ? and slot = 'live'
            """;

    /// The live row stays the same row: nodes that wait for its lock find it moved, not gone.
    private static final String PROMOTE =
            """
            insert into read_state.position (name, slot, version, position, generation, node)
            select name, 'live', version, position, generation, node
            from read_state.position
            where name = ? and slot = 'next'
            on conflict (name, slot) do update
            set version = excluded.version, position = excluded.position,
                generation = excluded.generation, node = excluded.node, moved_at = now(),
                stopped_at = null, stop_position = null, stop_reason = null, attempts = 0
            """;

    private static final String TABLES =
            """
            select table_name
            from information_schema.tables
            where table_schema = ?
                -- where earlier versions kept facts of imports back
                and table_name <> 'held'
            order by table_name
            """;

    /// The sum does not depend on the order of rows. It finds accidents, not forgeries.
    private static final String CHECKSUM =
            """
            select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
            from
            """;

    /// Readers hold it shared while they read; see [LiveTables].
    private static final String NOBODY_READS =
            """
            select pg_advisory_xact_lock(hashtextextended(?, 0))
            """;

    /// Beyond the pool's own patience with a silent server: sums and indexes of large tables.
    private static final Duration LONGEST_STATEMENT = Duration.ofHours(2);

    private final Slots slots;

    BesideTables(Slots slots) {
        this.slots = slots;
    }

    /// Makes empty tables in the place of those that were being built, in the caller's transaction.
    void begin(Connection connection, ReadModel model) throws SQLException {
        endNext(connection, model);
        int generation =
                Sql.first(connection, NEW_GENERATION, row -> row.getInt(1), model.name())
                        .orElseThrow();
        String schema = LiveTables.schemaOf(model.name(), generation);
        Sql.run(connection, "drop schema if exists " + schema + " cascade");
        Sql.run(connection, "create schema " + schema);
        Slots.enter(connection, schema);
        Sql.run(connection, model.ddl());
        Sql.update(connection, BEGIN, model.name(), model.version(), generation);
    }

    /// Drops the tables that were being built, of whatever version; answers how far they were.
    Optional<At> endNext(Connection connection, ReadModel model) throws SQLException {
        return end(connection, model, Slot.NEXT);
    }

    private static Optional<At> end(Connection connection, ReadModel model, Slot slot)
            throws SQLException {
        Optional<At> at = Slots.find(connection, model, slot);
        if (at.isPresent()) {
            String schema = at.get().schemaOf(model);
            Sql.first(connection, NOBODY_READS, row -> true, schema);
            Sql.update(connection, END, model.name(), slot.column());
            Sql.run(connection, "drop schema if exists " + schema + " cascade");
        }
        return at;
    }

    /// Makes what only readers need, and lets the planner know how full the tables are.
    void finish(Connection connection, ReadModel model, At next) throws SQLException {
        takeTime(connection);
        String schema = next.schemaOf(model);
        Slots.enter(connection, schema);
        Sql.run(connection, model.indexes());
        for (String table : tables(connection, schema)) {
            Sql.run(connection, "analyze " + table);
        }
    }

    /// The pool gives the connection its own patience again when it comes back.
    private static void takeTime(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) LONGEST_STATEMENT.toMillis());
    }

    /// Puts the built tables in the place of the live ones and keeps those, in the caller's
    /// transaction, which holds the positions' locks.
    void swap(Connection connection, ReadModel model) throws SQLException {
        end(connection, model, Slot.OLD);
        Sql.update(connection, KEEP, model.name());
        Sql.update(connection, PROMOTE, model.name());
        Sql.update(connection, END, model.name(), Slot.NEXT.column());
    }

    /// Drops the tables that were live before the last swap.
    ///
    /// @return false if there are none
    boolean dropOld(ReadModel model) {
        return slots.call(connection -> {
            Sql.run(connection, Slots.LIMITS);
            alone(connection, model);
            return end(connection, model, Slot.OLD).isPresent();
        });
    }

    /// What the tables of a slot hold, table by table.
    String checksum(Connection connection, ReadModel model, At at) throws SQLException {
        takeTime(connection);
        String schema = at.schemaOf(model);
        var sums = new ArrayList<String>();
        for (String table : tables(connection, schema)) {
            String sql = CHECKSUM + schema + "." + table + " as t";
            sums.add(
                    table
                            + "="
                            + Sql.first(connection, sql, row -> row.getString(1)).orElseThrow());
        }
        return String.join(" ", sums);
    }

    private static Iterable<String> tables(Connection connection, String schema)
            throws SQLException {
        return Sql.list(connection, TABLES, row -> row.getString(1), schema);
    }

    static void alone(Connection connection, ReadModel model) throws SQLException {
        Sql.first(connection, ALONE, row -> true, model.name());
    }
}

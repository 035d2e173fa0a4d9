package vn.sovang.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import vn.sovang.projection.Slots.Slot;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Sql;

/// The schema in which a model's tables are built, beside the live one.
final class BesideTables {
    /// Whoever makes or unmakes the schema of a model waits for whoever does.
    private static final String ALONE =
            """
            select pg_advisory_xact_lock(hashtextextended('read model ' || ?, 0))
            """;

    private static final String BEGIN =
            """
            insert into read_state.position (name, slot, version, position, node)
            values (?, 'next', ?, 0, '')
            on conflict (name, slot) do update
            set version = excluded.version, position = 0
            """;

    private static final String BEGUN =
            """
            select version = ?
            from read_state.position
            where name = ? and slot = 'next'
            for update
            """;

    /// The live row stays the same row: nodes that wait for its lock find it moved, not gone.
    private static final String PROMOTE =
            """
            insert into read_state.position (name, slot, version, position, node)
            values (?, 'live', ?, ?, '')
            on conflict (name, slot) do update
            set version = excluded.version, position = excluded.position, moved_at = now()
            """;

    private static final String END =
            """
            delete from read_state.position
            where name = ? and slot = 'next'
            """;

    private static final String TABLES =
            """
            select table_name
            from information_schema.tables
            where table_schema = ?
            order by table_name
            """;

    /// The sum does not depend on the order of rows. It finds accidents, not forgeries.
    private static final String CHECKSUM =
            """
            select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
            from
            """;

    private final Slots slots;

    BesideTables(Slots slots) {
        this.slots = slots;
    }

    /// Makes the empty tables.
    ///
    /// @param anew also if tables of this version have been begun
    void begin(ReadModel model, boolean anew) {
        slots.call(connection -> {
            alone(connection, model);
            boolean begun =
                    Sql.first(
                                    connection,
                                    BEGUN,
                                    row -> row.getBoolean(1),
                                    model.version(),
                                    model.name())
                            .orElse(false);
            if (anew || !begun) {
                create(connection, model);
                Sql.update(connection, BEGIN, model.name(), model.version());
            }
            return true;
        });
    }

    private static void create(Connection connection, ReadModel model) throws SQLException {
        String next = Slot.NEXT.schemaOf(model);
        Sql.run(connection, "drop schema if exists " + next + " cascade");
        Sql.run(connection, "create schema " + next);
        Slots.enter(connection, next);
        Sql.run(connection, ImportGate.DDL);
        Sql.run(connection, model.ddl());
    }

    /// Puts the built tables in the place of the live ones, in the caller's transaction, which
    /// holds the position's locks.
    void swap(Connection connection, ReadModel model, long position) throws SQLException {
        alone(connection, model);
        String live = Slot.LIVE.schemaOf(model);
        Sql.run(connection, "drop schema if exists " + live + "_old cascade");
        Sql.run(connection, "create schema if not exists " + live);
        Sql.run(connection, "alter schema " + live + " rename to " + live + "_old");
        Sql.run(connection, "alter schema " + Slot.NEXT.schemaOf(model) + " rename to " + live);
        Sql.update(connection, PROMOTE, model.name(), model.version(), position);
        Sql.update(connection, END, model.name());
    }

    void dropOld(ReadModel model) {
        String old = Slot.LIVE.schemaOf(model) + "_old";
        slots.call(connection -> {
            Sql.run(connection, "drop schema if exists " + old + " cascade");
            return true;
        });
    }

    /// What the tables of a slot hold, table by table.
    String checksum(Connection connection, ReadModel model, Slot slot) throws SQLException {
        String schema = slot.schemaOf(model);
        var sums = new ArrayList<String>();
        for (String table : Sql.list(connection, TABLES, row -> row.getString(1), schema)) {
            String sql = CHECKSUM + schema + "." + table + " as t";
            sums.add(table + "=" + one(connection, sql));
        }
        return String.join(" ", sums);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        return Sql.list(connection, sql, row -> row.getString(1)).getFirst();
    }

    private static void alone(Connection connection, ReadModel model) throws SQLException {
        Sql.first(connection, ALONE, row -> true, model.name());
    }
}

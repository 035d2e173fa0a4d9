package vn.sovang.projection.readmodel;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// The rows that one batch of events changes: read once, changed in memory, written at once by
/// COPY. Confined to one thread and one transaction.
///
/// Each event that changes a row leaves one state of it, so that what is written does not depend on
/// where batches end.
public final class Versions {
    private final Connection connection;
    private final Map<VersionedTable, Rows> tables = new LinkedHashMap<>();

    public Versions(Connection connection) {
        this.connection = connection;
    }

    /// Reads rows that will be asked for, in one query. Leaving this out costs time, nothing else.
    ///
    /// @param keys as PostgreSQL knows them: UUIDs, texts, numbers
    public void expect(VersionedTable table, Collection<?> keys) throws SQLException {
        Rows rows = rows(table);
        var missing = keys.stream().filter(k -> !rows.current.containsKey(k)).distinct().toList();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(key -> rows.current.put(key, new Current()));
        String sql =
                "select * from %s where %s = any(?) and known_until = %d"
                        .formatted(table.name(), table.key().name, VersionedTable.OPEN);
        for (Row row :
                Sql.list(
                        connection, sql, table::read, Sql.array(table.key().type.sql(), missing))) {
            rows.current(row).row = row;
        }
    }

    /// The newest state of a row; null if there is none.
    public @Nullable Row find(VersionedTable table, Object key) throws SQLException {
        Current found = rows(table).current.get(key);
        if (found == null) {
            expect(table, List.of(key));
            found = rows(table).current.get(key);
        }
        return found == null ? null : found.row;
    }

    /// The newest states that were read or made, for looking ahead.
    public List<Row> present(VersionedTable table) {
        return rows(table).current.values().stream()
                .map(c -> c.row)
                .filter(Objects::nonNull)
                .toList();
    }

    /// Changes a row if it is there.
    public void change(VersionedTable table, Object key, UnaryOperator<Row> fold, Known known)
            throws SQLException {
        Row before = find(table, key);
        if (before != null) {
            put(table, fold.apply(before), known);
        }
    }

    /// Adds a row unless it is there.
    public void add(VersionedTable table, Row row, Known known) throws SQLException {
        if (find(table, key(table, row)) == null) {
            put(table, row, known);
        }
    }

    /// A new state of a row, old or new.
    public void put(VersionedTable table, Row row, Known known) throws SQLException {
        Row before = find(table, key(table, row));
        if (row.equals(before)) {
            return;
        }
        Rows rows = rows(table);
        Current current = rows.current(row);
        if (current.isNew && current.byEvent == known.position()) {
            current.row = row;
            return;
        }
        if (current.isNew) {
            rows.write(current, known.knownAt());
        } else if (before != null) {
            rows.closed.add(key(table, row));
            rows.closedAt.add(known.knownAt());
        }
        current.row = row;
        current.from = known.knownAt();
        current.byEvent = known.position();
        current.isNew = true;
    }

    /// Writes all that was changed.
    public void flush() throws SQLException {
        for (Rows rows : tables.values()) {
            rows.flush();
        }
    }

    private Rows rows(VersionedTable table) {
        return tables.computeIfAbsent(table, Rows::new);
    }

    private static Object key(VersionedTable table, Row row) {
        return Objects.requireNonNull(table.key().stored(row));
    }

    /// The newest state of a row as this batch knows it.
    private static final class Current {
        @Nullable Row row;
        long from;
        long byEvent;
        boolean isNew;
    }

    /// One table's rows in this batch.
    private final class Rows {
        private final VersionedTable table;
        private final Map<Object, Current> current = new LinkedHashMap<>();
        private final List<Object> closed = new ArrayList<>();
        private final List<Long> closedAt = new ArrayList<>();
        private final CopyText text = new CopyText();

        private Rows(VersionedTable table) {
            this.table = table;
        }

        private Current current(Row row) {
            return current.computeIfAbsent(key(table, row), _ -> new Current());
        }

        private void write(Current state, long until) {
            Row row = Objects.requireNonNull(state.row);
            for (Column<?> column : table.columns()) {
                text.value(column.stored(row));
            }
            text.value(state.from).value(until).value(state.byEvent).end();
        }

        private void flush() throws SQLException {
            if (!closed.isEmpty()) {
                String type = table.key().type.sql();
                Sql.update(
                        connection,
                        """
                        update %1$s
                        set known_until = closed.until
                        from unnest(?::%2$s[], ?::bigint[]) as closed (key, until)
                        where %1$s.%3$s = closed.key and known_until = %4$d
                        """
                                .formatted(
                                        table.name(), type, table.key().name, VersionedTable.OPEN),
                        Sql.array(type, closed),
                        Sql.array("bigint", closedAt));
            }
            current.values().stream()
                    .filter(c -> c.isNew)
                    .forEach(c -> write(c, VersionedTable.OPEN));
            if (!text.isEmpty()) {
                copy();
            }
        }

        private void copy() throws SQLException {
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + table.name() + " from stdin",
                                new StringReader(text.toString()));
            } catch (IOException fromMemory) {
                throw new IllegalStateException(fromMemory);
            }
        }
    }
}

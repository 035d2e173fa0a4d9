package vn.sovang.projection.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table that keeps every state its rows ever had, each with the positions of the log at which
/// readers know it: from `known_from` on, before `known_until`. `by_event` is the position of the
/// event that made it; facts of an import become known together, later than their own positions
/// (R17), so that a state between two of them is known for no position at all.
public final class VersionedTable {
    /// `known_until` of the newest state.
    public static final long OPEN = Long.MAX_VALUE;

    private final String name;
    private final Column<?> key;
    private final List<Column<?>> columns;

    VersionedTable(String name, Column<?> key, List<Column<?>> columns) {
        this.name = name;
        this.key = key;
        this.columns = List.copyOf(columns);
    }

    /// A condition that holds for what is known at a position.
    ///
    /// The position stands in the statement itself, so that PostgreSQL plans for it: how many rows
    /// were known decides which index serves.
    public static String knownAt(String alias, long position) {
        return "%s.known_from <= %d and %s.known_until > %d"
                .formatted(alias, position, alias, position);
    }

    public String name() {
        return name;
    }

    public List<Column<?>> columns() {
        return columns;
    }

    Column<?> key() {
        return key;
    }

    /// The statement that makes the empty table.
    public String ddl() {
        return columns.stream()
                .map(c -> "    " + c.name + " " + c.type.sql() + ",\n")
                .collect(
                        Collectors.joining(
                                "",
                                "create table " + name + " (\n",
                                """
                                    known_from bigint not null,
                                    known_until bigint not null,
                                    by_event bigint not null,
                                    primary key (%s, known_from, by_event)
                                );
                                """
                                        .formatted(key.name)));
    }

    /// A row without values.
    public Row.Draft draft() {
        return new Row.Draft(new @Nullable Object[columns.size()]);
    }

    /// A row of a query for all columns.
    public Row read(ResultSet result) throws SQLException {
        var values = new @Nullable Object[columns.size()];
        for (Column<?> column : columns) {
            values[column.place] = column.read(result);
        }
        return new Row(values);
    }

    /// The states of one row that were known between two positions, oldest first; the first is the
    /// one known at `from`, where there was one.
    public List<State> between(Connection connection, Object id, long from, long to)
            throws SQLException {
        // A state that was known for no position ends where it begins.
        return Sql.list(
                connection,
                """
                select *
                from %s
                where %s = ? and (known_until > ? or known_from > ?) and known_from <= ?
                order by known_from, by_event
                """
                        .formatted(name, key.name),
                row ->
                        new State(
                                read(row),
                                row.getLong("known_from"),
                                row.getLong("known_until"),
                                row.getLong("by_event")),
                id,
                from,
                from,
                to);
    }

    /// A state of a row.
    ///
    /// @param from position from which it is known
    /// @param until position from which the next one is known
    /// @param byEvent position of the event that made it
    public record State(Row row, long from, long until, long byEvent) {
        public boolean knownAt(long position) {
            return from <= position && position < until;
        }
    }
}

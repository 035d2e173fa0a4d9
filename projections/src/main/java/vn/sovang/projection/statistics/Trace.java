package vn.sovang.projection.statistics;

import static vn.sovang.projection.readmodel.Sql.array;
import static vn.sovang.projection.readmodel.Sql.day;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.statistics.Period.Interval;
import vn.sovang.projection.statistics.TracePage.Cursor;

/// Finds the stored cells behind figures of an answer, and their events.
final class Trace {
    private static final String STORED =
            """
            select distinct f.cell_id
            from filled f
            where f.bucket = 0 and f.starts between ? and ?
            """;

    private static final String OF_AUTHORITY =
            """
                and f.authority = any(?)
            """;

    private static final String EVENTS =
            """
            select position, part, known_at, effective_on, delta, claimed_on, arrived
            from counted
            where cell_id = any(?) and effective_on between ? and ?
                and known_at <= ? and claimed_on <= ? and (position, part) > (?, ?)
            order by position, part
            limit ?
            """;

    /// What became known after a position.
    private static final String SINCE =
            """
            select cell_id, position, part, known_at, effective_on, delta, claimed_on, arrived
            from counted
            where cell_id = any(?) and effective_on between ? and ?
                and known_at > ? and known_at <= ? and claimed_on <= ?
            order by position, part
            limit ?
            """;

    private Trace() {}

    /// Which figure each stored cell belongs to; cells of no figure are left out.
    static Map<Long, Integer> stored(
            Snapshot snapshot, List<? extends Collection<Cell>> figures, Interval days, Scope scope)
            throws SQLException {
        Map<String, Integer> byKey = new HashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            for (Cell cell : figures.get(i)) {
                byKey.put(StoredCell.dimensions(cell).key(), i);
            }
        }
        Span months = Span.months(days.from(), days.to());
        var parameters = new ArrayList<Object>(List.of(months.first(), months.last()));
        if (scope.authorities() != null) {
            parameters.add(array("uuid", scope.authorities()));
        }
        var ids =
                Sql.list(
                        snapshot.connection(),
                        STORED + (scope.authorities() == null ? "" : OF_AUTHORITY),
                        row -> row.getLong(1),
                        parameters.toArray());
        var cells = snapshot.cells(ids);
        Map<Long, Integer> stored = new HashMap<>();
        for (Long id : ids) {
            var cell = Objects.requireNonNull(cells.get(id));
            if (scope.restated() || !cell.dimensions().restatement()) {
                Integer figure = byKey.get(cell.keyThrough(scope.lineage()));
                if (figure != null) {
                    stored.put(id, figure);
                }
            }
        }
        return stored;
    }

    static TracePage page(
            Connection connection,
            Collection<Long> cells,
            Interval days,
            Scope scope,
            Cursor after,
            int limit)
            throws SQLException {
        var events =
                Sql.list(
                        connection,
                        EVENTS,
                        Trace::event,
                        array("bigint", List.copyOf(cells)),
                        days.from(),
                        days.to(),
                        scope.position(),
                        scope.claimedBy(),
                        after.position(),
                        after.part(),
                        limit + 1L);
        if (events.size() <= limit) {
            return new TracePage(events, null);
        }
        CountedEvent last = events.get(limit - 1);
        return new TracePage(events.subList(0, limit), new Cursor(last.position(), last.part()));
    }

    /// The events of several figures that became known after a position.
    ///
    /// @param figureOf for each stored cell which figure it belongs to
    static List<List<CountedEvent>> since(
            Connection connection,
            Map<Long, Integer> figureOf,
            Interval days,
            Scope scope,
            Statistics.Since asked)
            throws SQLException {
        var figures = new ArrayList<List<CountedEvent>>();
        for (int i = 0; i < asked.figures().size(); i++) {
            figures.add(new ArrayList<>());
        }
        Sql.list(
                connection,
                SINCE,
                row -> {
                    int figure = figureOf.getOrDefault(row.getLong("cell_id"), 0);
                    return figures.get(figure).add(event(row));
                },
                array("bigint", List.copyOf(figureOf.keySet())),
                days.from(),
                days.to(),
                asked.position(),
                scope.position(),
                scope.claimedBy(),
                asked.limit());
        return figures;
    }

    private static CountedEvent event(ResultSet row) throws SQLException {
        return new CountedEvent(
                row.getLong("position"),
                row.getLong("known_at"),
                day(row, "effective_on"),
                row.getLong("delta"),
                row.getBoolean("arrived") ? day(row, "claimed_on") : null,
                row.getInt("part"));
    }
}

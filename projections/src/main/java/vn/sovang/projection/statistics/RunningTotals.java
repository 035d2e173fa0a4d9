package vn.sovang.projection.statistics;

import static vn.sovang.projection.readmodel.Sql.array;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.projection.statistics.Counting.Fact;

/// Moves the running totals by the facts of one batch: a few statements a batch, whatever its size.
final class RunningTotals {
    private static final String CELLS =
            """
            select key, cell_id
            from cell
            where key = any(?)
            """;

    private static final String LAST_CELL =
            """
            select coalesce(max(cell_id), 0)
            from cell
            """;

    private static final String NEW_CELL =
            """
            insert into cell (cell_id, key, measure, award, rank, level, recipient_kind,
                commendation_type, authority, proposing_unit, recipient_unit, reissue_kind,
                artifact_kind, restatement)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String COUNT =
            """
            insert into counted (cell_id, effective_on, position, part, known_at, delta, late,
                claimed_on, arrived, recipient)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String FILL =
            """
            insert into filled (bucket, starts, cell_id, authority)
            select place.bucket, place.starts, place.cell_id, cell.authority
            from unnest(?::bigint[], ?::smallint[], ?::date[]) as place (cell_id, bucket, starts)
            join cell using (cell_id)
            on conflict do nothing
            """;

    private static final String TOTALS =
            """
            select place.cell_id, place.bucket, place.starts, last.total, last.late_total,
                last.position
            from unnest(?::bigint[], ?::smallint[], ?::date[]) as place (cell_id, bucket, starts)
            cross join lateral (
                select total, late_total, position
                from running
                where cell_id = place.cell_id and bucket = place.bucket and starts = place.starts
                order by position desc
                limit 1) as last
            """;

    private static final String MOVE =
            """
            insert into running (bucket, starts, cell_id, position, delta, total, late_total)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    /// Facts of an import become known at one position, in several batches (R17).
    private static final String MOVE_ON =
            """
            update running
            set delta = delta + ?, total = ?, late_total = ?
            where bucket = ? and starts = ? and cell_id = ? and position = ?
            """;

    private final Connection connection;

    RunningTotals(Connection connection) {
        this.connection = connection;
    }

    /// A running total: one cell in one bucket.
    private record Place(long cell, int bucket, LocalDate starts) {}

    private record Total(long lines, long late) {
        static final Total ZERO = new Total(0, 0);

        Total plus(Total other) {
            return new Total(lines + other.lines, late + other.late);
        }
    }

    /// The newest total of a place; position 0 where there is none.
    private record Newest(Total total, long position) {
        static final Newest NONE = new Newest(Total.ZERO, 0);
    }

    void move(List<Fact> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        Map<String, Long> cells = cells(facts);
        Map<Place, Map<Long, Total>> moves = new LinkedHashMap<>();
        Map<Long, Integer> parts = new HashMap<>();
        try (Writes writes = new Writes(connection)) {
            for (Fact fact : facts) {
                long cell = cells.getOrDefault(fact.dimensions().key(), 0L);
                count(writes, cell, fact, parts.merge(fact.position(), 1, Integer::sum));
                for (Bucket bucket : Bucket.values()) {
                    moves.computeIfAbsent(
                                    new Place(cell, bucket.code(), bucket.startOf(fact.day())),
                                    _ -> new LinkedHashMap<>())
                            .merge(
                                    fact.knownAt(),
                                    new Total(fact.delta(), fact.late()),
                                    Total::plus);
                }
            }
        }
        Map<Place, Newest> totals = totals(moves);
        try (Writes writes = new Writes(connection)) {
            for (var place : moves.entrySet()) {
                move(writes, place.getKey(), place.getValue(), totals);
            }
        }
    }

    private static void count(Writes writes, long cell, Fact fact, int part) throws SQLException {
        writes.add(
                COUNT,
                cell,
                fact.day(),
                fact.position(),
                part,
                fact.knownAt(),
                fact.delta(),
                fact.late(),
                fact.claim().on(),
                fact.claim().arrived(),
                fact.recipient());
    }

    private static void move(
            Writes writes, Place place, Map<Long, Total> moves, Map<Place, Newest> totals)
            throws SQLException {
        Newest newest = totals.getOrDefault(place, Newest.NONE);
        Total total = newest.total;
        for (var move : moves.entrySet()) {
            total = total.plus(move.getValue());
            if (move.getKey() == newest.position) {
                writes.add(
                        MOVE_ON,
                        move.getValue().lines,
                        total.lines,
                        total.late,
                        place.bucket,
                        place.starts,
                        place.cell,
                        newest.position);
                continue;
            }
            writes.add(
                    MOVE,
                    place.bucket,
                    place.starts,
                    place.cell,
                    move.getKey(),
                    move.getValue().lines,
                    total.lines,
                    total.late);
        }
    }

    /// Identities are given in the order of first use, so that a rebuild gives the same.
    private Map<String, Long> cells(List<Fact> facts) throws SQLException {
        Map<String, Dimensions> wanted = new LinkedHashMap<>();
        facts.forEach(fact -> wanted.putIfAbsent(fact.dimensions().key(), fact.dimensions()));
        Map<String, Long> cells = new HashMap<>();
        Sql.list(
                connection,
                CELLS,
                row -> cells.put(row.getString(1), row.getLong(2)) == null,
                array("text", List.copyOf(wanted.keySet())));
        long last = Sql.list(connection, LAST_CELL, row -> row.getLong(1)).getFirst();
        try (Writes writes = new Writes(connection)) {
            for (var cell : wanted.entrySet()) {
                if (!cells.containsKey(cell.getKey())) {
                    cells.put(cell.getKey(), ++last);
                    insert(writes, last, cell.getValue());
                }
            }
        }
        return cells;
    }

    private static void insert(Writes writes, long id, Dimensions d) throws SQLException {
        Dimensions.Honour honour = d.honour();
        writes.add(
                NEW_CELL,
                id,
                d.key(),
                d.measure(),
                honour.award(),
                honour.rank(),
                honour.level(),
                honour.recipientKind(),
                honour.commendationType(),
                d.units().authority(),
                d.units().proposing(),
                d.units().recipient(),
                d.item().reissueKind(),
                d.item().kind(),
                d.restatement());
    }

    private Map<Place, Newest> totals(Map<Place, Map<Long, Total>> moves) throws SQLException {
        Map<Place, Newest> totals = new HashMap<>();
        Sql.list(
                connection,
                TOTALS,
                row ->
                        totals.put(
                                        new Place(
                                                row.getLong(1),
                                                row.getInt(2),
                                                row.getObject(3, LocalDate.class)),
                                        new Newest(
                                                new Total(row.getLong(4), row.getLong(5)),
                                                row.getLong(6)))
                                == null,
                places(moves.keySet()));
        // What has a total was filled before.
        var empty = moves.keySet().stream().filter(p -> !totals.containsKey(p)).toList();
        if (!empty.isEmpty()) {
            Sql.update(connection, FILL, places(empty));
        }
        return totals;
    }

    private static Object[] places(Collection<Place> places) {
        return new Object[] {
            array("bigint", places.stream().map(Place::cell).toList()),
            array("smallint", places.stream().map(Place::bucket).toList()),
            array("date", places.stream().map(Place::starts).toList())
        };
    }
}

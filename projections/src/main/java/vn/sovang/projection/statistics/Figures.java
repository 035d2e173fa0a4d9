package vn.sovang.projection.statistics;

import static vn.sovang.projection.readmodel.Sql.array;
import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Reads figures: per cell and bucket the last running total at or before a position.
///
/// @param enteredAfterTheFact over all cells, also those that cancel out
record Figures(List<Cell> cells, long enteredAfterTheFact) {
    private static final String SELECT =
            """
            select c.*, figure.total, figure.late_total,
                coalesce(t.name, c.award) as award_name
            from (
                select f.cell_id, sum(last.total) as total, sum(last.late_total) as late_total
                from unnest(?::smallint[], ?::date[], ?::date[]) as span (bucket, first, last)
                join filled f on f.bucket = span.bucket
                    and f.starts between span.first and span.last
            """;

    private static final String OF_AUTHORITY =
            """
                    and f.authority = ?
            """;

    private static final String TOTAL =
            """
                cross join lateral (
                    select total, late_total
                    from running r
                    where r.cell_id = f.cell_id and r.bucket = f.bucket and r.starts = f.starts
                        and r.position <= ?
                    order by r.position desc
                    limit 1) as last
                group by f.cell_id) as figure
            join cell c using (cell_id)
            left join lateral (
                select name
                from award_type
                where code = c.award
                order by position desc
                limit 1) as t on true
            where ? or not c.restatement
            """;

    private static final String OF_ALL = SELECT + TOTAL;
    private static final String OF_ONE = SELECT + OF_AUTHORITY + TOTAL;

    private static final String UNITS =
            """
            select *
            from unit
            where unit_id = any(?)
            """;

    private static final String TRACE =
            """
            select position, known_at, effective_on, delta
            from counted
            join cell using (cell_id)
            where key = any(?) and effective_on between ? and ? and known_at <= ?
            order by position
            """;

    static Figures read(
            Connection connection,
            List<Span> spans,
            @Nullable UnitId authority,
            long position,
            View view)
            throws SQLException {
        Object buckets = array("smallint", spans.stream().map(s -> s.bucket().code()).toList());
        Object firsts = array("date", spans.stream().map(Span::first).toList());
        Object lasts = array("date", spans.stream().map(Span::last).toList());
        boolean restated = view == View.RESTATED;
        List<Row> rows =
                authority == null
                        ? Sql.list(
                                connection,
                                OF_ALL,
                                Figures::row,
                                buckets,
                                firsts,
                                lasts,
                                position,
                                restated)
                        : Sql.list(
                                connection,
                                OF_ONE,
                                Figures::row,
                                buckets,
                                firsts,
                                lasts,
                                authority,
                                position,
                                restated);
        return merged(connection, rows);
    }

    private static Figures merged(Connection connection, List<Row> rows) throws SQLException {
        Map<String, Row> byKey = new LinkedHashMap<>();
        long late = 0;
        for (Row row : rows) {
            byKey.merge(key(row.dimensions), row, Row::plus);
            late += row.late;
        }
        var counted = byKey.values().stream().filter(row -> row.total != 0).toList();
        Map<UUID, UnitName> names = names(connection, counted);
        var cells =
                counted.stream()
                        .sorted(Comparator.comparing(row -> key(row.dimensions)))
                        .map(row -> row.cell(names))
                        .toList();
        return new Figures(cells, late);
    }

    /// The same for a line and for what takes it back.
    private static String key(Dimensions d) {
        String key = d.key();
        return d.restatement() ? key.substring(0, key.length() - 1) : key;
    }

    static List<CountedEvent> trace(Connection connection, Answered answer, Cell cell)
            throws SQLException {
        Dimensions dimensions =
                new Dimensions(
                        cell.measure(),
                        cell.award(),
                        cell.level(),
                        cell.recipientKind(),
                        cell.commendationType(),
                        id(cell.authority()),
                        id(cell.proposingUnit()),
                        id(cell.recipientUnit()),
                        cell.reissueKind(),
                        false);
        var keys =
                answer.view() == View.RESTATED
                        ? List.of(dimensions.key(), dimensions.restated().key())
                        : List.of(dimensions.key());
        return Sql.list(
                connection,
                TRACE,
                row ->
                        new CountedEvent(
                                row.getLong("position"),
                                row.getLong("known_at"),
                                day(row, "effective_on"),
                                row.getLong("delta")),
                array("text", keys),
                answer.from(),
                answer.to(),
                answer.position());
    }

    private static @Nullable UUID id(@Nullable UnitName unit) {
        return unit == null ? null : unit.id().value();
    }

    static Optional<UnitName> unit(Connection connection, UnitId id) throws SQLException {
        return Sql.first(connection, UNITS, Figures::unitName, array("uuid", List.of(id)));
    }

    private static Map<UUID, UnitName> names(Connection connection, List<Row> rows)
            throws SQLException {
        var wanted = rows.stream().flatMap(row -> row.units().stream()).distinct().toList();
        Map<UUID, UnitName> names = new LinkedHashMap<>();
        for (UnitName name :
                Sql.list(connection, UNITS, Figures::unitName, array("uuid", wanted))) {
            names.put(name.id().value(), name);
        }
        return names;
    }

    private static UnitName unitName(ResultSet row) throws SQLException {
        return new UnitName(
                new UnitId(uuid(row, "unit_id")),
                row.getString("name"),
                row.getString("authority_name"),
                UnitLevel.valueOf(row.getString("level")),
                optional(uuid(row, "parent"), UnitId::new));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Dimensions(
                        Measure.valueOf(row.getString("measure")),
                        new AwardCode(row.getString("award")),
                        AwardLevel.valueOf(row.getString("level")),
                        optional(row.getString("recipient_kind"), RecipientKind::valueOf),
                        optional(row.getString("commendation_type"), CommendationType::valueOf),
                        optional(uuid(row, "authority"), u -> u),
                        optional(uuid(row, "proposing_unit"), u -> u),
                        optional(uuid(row, "recipient_unit"), u -> u),
                        optional(row.getString("reissue_kind"), ReissueKind::valueOf),
                        row.getBoolean("restatement")),
                row.getString("award_name"),
                row.getLong("total"),
                row.getLong("late_total"));
    }

    /// One stored cell with its total over the period.
    private record Row(Dimensions dimensions, String awardName, long total, long late) {
        Row plus(Row other) {
            return new Row(dimensions, awardName, total + other.total, late + other.late);
        }

        List<UUID> units() {
            return java.util.stream.Stream.of(
                            dimensions.authority(),
                            dimensions.proposingUnit(),
                            dimensions.recipientUnit())
                    .flatMap(java.util.stream.Stream::ofNullable)
                    .toList();
        }

        Cell cell(Map<UUID, UnitName> names) {
            return new Cell(
                    dimensions.measure(),
                    dimensions.award(),
                    awardName,
                    dimensions.level(),
                    dimensions.recipientKind(),
                    dimensions.commendationType(),
                    name(names, dimensions.authority()),
                    name(names, dimensions.proposingUnit()),
                    name(names, dimensions.recipientUnit()),
                    dimensions.reissueKind(),
                    total);
        }

        private static @Nullable UnitName name(Map<UUID, UnitName> names, @Nullable UUID id) {
            return id == null
                    ? null
                    : names.getOrDefault(id, new UnitName(new UnitId(id), null, null, null, null));
        }
    }
}

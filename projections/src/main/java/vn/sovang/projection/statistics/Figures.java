package vn.sovang.projection.statistics;

import static vn.sovang.projection.readmodel.Sql.array;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.statistics.Period.Interval;
import vn.sovang.projection.statistics.StoredCell.Sums;
import vn.sovang.vocabulary.UnitId;

/// Reads figures: per cell and bucket the last running total at or before a position; for ragged
/// days, and for what the office claims to have known, the facts themselves.
///
/// @param enteredAfterTheFact over all cells, also those that cancel out
/// @param withoutArrival the same, of lines whose paper bears no day of arrival
/// @param unallocated units that nobody follows alone, with those that their places went to
record Figures(
        List<Cell> cells,
        long enteredAfterTheFact,
        long withoutArrival,
        Map<UnitId, List<UnitName>> unallocated) {
    private static final String OF_AUTHORITY =
            """
                    and f.authority = any(?)
            """;

    /// Of all authorities: one walk along the index through all totals of the bucket, which for
    /// thousands of cells is shorter than a way down for each.
    private static final String TOTALS_OF_ALL =
            """
            select last.cell_id, sum(last.total) as total, sum(last.late_total) as late,
                0 as without_arrival
            from unnest(?::smallint[], ?::date[]) as span (bucket, starts)
            cross join lateral (
                select distinct on (r.cell_id) r.cell_id, r.total, r.late_total
                from running r
                where r.bucket = span.bucket and r.starts = span.starts and r.position <= ?
                order by r.cell_id desc, r.position desc) as last
            group by last.cell_id
            """;

    /// Of some: `offset 0` keeps the planner to one walk along the index for each span; it cannot
    /// know how short the spans are and would rather read every cell there ever was.
    private static final String TOTALS =
            """
            select f.cell_id, sum(last.total) as total, sum(last.late_total) as late,
                0 as without_arrival
            from unnest(?::smallint[], ?::date[]) as span (bucket, starts)
            cross join lateral (
                select f.bucket, f.starts, f.cell_id
                from filled f
                where f.bucket = span.bucket and f.starts = span.starts
                    and f.authority = any(?)
                offset 0) as f
            cross join lateral (
                select total, late_total
                from running r
                where r.bucket = f.bucket and r.starts = f.starts and r.cell_id = f.cell_id
                    and r.position <= ?
                order by r.position desc
                limit 1) as last
            group by f.cell_id
            """;

    /// Month by month, because the filled months tell which cells there are; `0` is the month.
    private static final String FACTS =
            """
            select f.cell_id, sum(found.total) as total, sum(found.late) as late,
                sum(found.without_arrival) as without_arrival
            from unnest(?::date[], ?::date[], ?::date[]) as span (first, last, month)
            cross join lateral (
                select f.starts, f.cell_id
                from filled f
                where f.bucket = 0 and f.starts between span.month and span.last
            """;

    /// Of each cell the few facts of its days, by the key of the table.
    private static final String COUNTED =
            """
                offset 0) as f
            cross join lateral (
                select sum(k.delta) as total, sum(k.late) as late,
                    coalesce(sum(sign(k.delta)) filter (where not k.arrived), 0)
                        as without_arrival
                from counted k
                where k.cell_id = f.cell_id
                    and k.effective_on
                        between greatest(span.first, f.starts)
                        and least(span.last, (f.starts + interval '1 month')::date - 1)
                    and k.known_at <= ? and k.claimed_on <= ?
                having count(*) > 0) as found
            group by f.cell_id
            """;

    /// The sums that figures are made from, of both views; a cell may be there twice.
    static List<Sums> sums(Connection connection, StatisticsQuery query, Scope scope)
            throws SQLException {
        Interval days = query.period().days(query.policy());
        if (scope.asksTheOffice()) {
            return facts(connection, List.of(days), scope);
        }
        Span.Cut cut = Span.of(query.policy(), query.period());
        var sums = new ArrayList<>(totals(connection, cut.whole(), scope));
        if (!cut.ragged().isEmpty()) {
            sums.addAll(facts(connection, cut.ragged(), scope));
        }
        return sums;
    }

    private static List<Sums> totals(Connection connection, List<Span> spans, Scope scope)
            throws SQLException {
        var buckets = array("smallint", spans.stream().map(s -> s.bucket().code()).toList());
        var starts = array("date", spans.stream().map(Span::first).toList());
        return scope.authorities() == null
                ? Sql.list(connection, TOTALS_OF_ALL, Sums::of, buckets, starts, scope.position())
                : Sql.list(
                        connection,
                        TOTALS,
                        Sums::of,
                        buckets,
                        starts,
                        array("uuid", scope.authorities()),
                        scope.position());
    }

    private static List<Sums> facts(Connection connection, List<Interval> days, Scope scope)
            throws SQLException {
        var parameters = new ArrayList<Object>();
        parameters.add(array("date", days.stream().map(Interval::from).toList()));
        parameters.add(array("date", days.stream().map(Interval::to).toList()));
        parameters.add(
                array("date", days.stream().map(one -> Bucket.MONTH.startOf(one.from())).toList()));
        if (scope.authorities() != null) {
            parameters.add(array("uuid", scope.authorities()));
        }
        parameters.add(scope.position());
        parameters.add(scope.claimedBy());
        return Sql.list(
                connection,
                FACTS + (scope.authorities() == null ? "" : OF_AUTHORITY) + COUNTED,
                Sums::of,
                parameters.toArray());
    }

    static Figures shown(Connection connection, List<StoredCell> rows, Scope scope)
            throws SQLException {
        Map<String, StoredCell> byKey = new LinkedHashMap<>();
        long late = 0;
        long withoutArrival = 0;
        for (StoredCell row : rows) {
            if (row.restatement() && !scope.restated()) {
                continue;
            }
            StoredCell shown = row.shown(scope.lineage());
            byKey.merge(shown.key(), shown, StoredCell::plus);
            late += row.late();
            withoutArrival += row.withoutArrival();
        }
        byKey.values().removeIf(row -> row.total() == 0);
        var divided = new LinkedHashMap<UUID, List<UUID>>();
        var units = new LinkedHashSet<UUID>();
        byKey.values().stream().flatMap(StoredCell::units).forEach(units::add);
        for (UUID unit : List.copyOf(units)) {
            List<UUID> among = scope.lineage().dividedAmong(unit);
            if (!among.isEmpty()) {
                divided.put(unit, among);
                units.addAll(among);
            }
        }
        var awards =
                byKey.values().stream()
                        .map(row -> row.dimensions().honour().award())
                        .collect(Collectors.toSet());
        Names names = Names.read(connection, units, awards, scope.position(), scope.day());
        var cells =
                byKey.entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .map(row -> row.getValue().cell(names))
                        .toList();
        return new Figures(cells, late, withoutArrival, named(divided, names));
    }

    private static Map<UnitId, List<UnitName>> named(Map<UUID, List<UUID>> divided, Names names) {
        var named = new LinkedHashMap<UnitId, List<UnitName>>();
        divided.forEach((unit, among) ->
                named.put(new UnitId(unit), among.stream().map(names::named).toList()));
        return named;
    }
}

package vn.sovang.projection.anomaly;

import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.register.Page;
import vn.sovang.vocabulary.FindingKey;
import vn.sovang.vocabulary.UnitId;

/// What was found, as of any position.
///
/// Every query throws `NotBuiltYet` while the findings are looked for for the first time.
public final class Anomalies {
    /// A longer page helps nobody.
    public static final int MAX_PAGE = 500;

    /// Of each finding the version that was known last at the position; with its explanation, if
    /// that is for the same evidence.
    private static final String KNOWN =
            """
            with known as (
                select f.*, e.position as explained_at, e.reason, e.by_user,
                    case
                        when f.known_until <= ? then 'CURED'
                        when e.position is not null then 'EXPLAINED'
                        else 'OPEN'
                    end as state
                from finding f
                left join explanation e
                    on e.key = f.key and e.evidence = f.evidence and e.known_from <= ?
                        and (e.known_until is null or e.known_until > ?)
                where f.known_from <= ? and (f.due_on is null or f.due_on < ?)
                    and not exists (
                        select 1
                        from finding later
                        where later.key = f.key and later.docket = f.docket
                            and later.thing = f.thing and later.known_from > f.known_from
                            and later.known_from <= ?)
            )
            """;

    private static final String PAGE =
            KNOWN
                    + """
                    select *
                    from known
                    where (?::text is null or rule = ?)
                        and (?::int is null or weight = ?)
                        and (?::uuid is null or unit = ?)
                        and (?::text is null or state = ?)
                        and (?::int is null or (weight, key) > (?, ?::text collate "C"))
                    order by weight, key
                    limit ?
                    """;

    private static final String ONE = KNOWN + "select * from known where key = ?\n";

    /// Every finding is asked for, so the versions of each are sorted once: a finding that changed
    /// a thousand times would meet itself a million times.
    private static final String COUNTS =
            """
            with newest as (
                select distinct on (key, docket, thing)
                    key, known_until, rule, evidence, due_on, unit
                from finding
                where known_from <= ?
                order by key, docket, thing, known_from desc
            )
            select f.rule,
                case
                    when f.known_until <= ? then 'CURED'
                    when e.position is not null then 'EXPLAINED'
                    else 'OPEN'
                end as state,
                count(*)
            from newest f
            left join explanation e
                on e.key = f.key and e.evidence = f.evidence and e.known_from <= ?
                    and (e.known_until is null or e.known_until > ?)
            where (f.due_on is null or f.due_on < ?) and (?::uuid is null or f.unit = ?)
            group by f.rule, state
            """;

    private final LiveTables tables;
    private final Moments moments;

    public Anomalies(LiveTables tables, EventFeed feed) {
        this.tables = tables;
        this.moments = new Moments(tables, feed);
    }

    /// Finds the position a reader means.
    public Moments moments() {
        return moments;
    }

    /// Findings, the heaviest first.
    ///
    /// @param after key of the last finding of the page before; its `next`
    /// @param limit at most [#MAX_PAGE]
    /// @throws IllegalArgumentException if `after` is no key of a finding
    public Page<AnomalyRow> page(AnomalyFilter filter, @Nullable String after, int limit) {
        var from = after == null ? null : FindingKey.of(after);
        var weight = from == null ? null : AnomalyRule.valueOf(from.rule()).severity().weight();
        var severity = filter.severity() == null ? null : filter.severity().weight();
        int wanted = Math.clamp(limit, 1, MAX_PAGE);
        long at = filter.knownAt();
        var rows =
                tables.query(connection ->
                        Sql.list(
                                connection,
                                PAGE,
                                row -> row(row, at),
                                at,
                                at,
                                at,
                                at,
                                filter.today(),
                                at,
                                filter.rule(),
                                filter.rule(),
                                severity,
                                severity,
                                filter.unit(),
                                filter.unit(),
                                filter.state(),
                                filter.state(),
                                weight,
                                weight,
                                after,
                                wanted + 1));
        boolean more = rows.size() > wanted;
        var shown = more ? rows.subList(0, wanted) : rows;
        return new Page<>(shown, more ? shown.getLast().key().toString() : null);
    }

    /// One finding; empty if it was never known by then, or its time limit has not passed.
    public Optional<AnomalyRow> one(FindingKey key, AnomalyFilter asOf) {
        long at = asOf.knownAt();
        return tables.query(connection ->
                Sql.first(
                        connection,
                        ONE,
                        row -> row(row, at),
                        at,
                        at,
                        at,
                        at,
                        asOf.today(),
                        at,
                        key.toString()));
    }

    /// How many findings each rule has, by what became of them; every rule is there.
    public Map<AnomalyRule, Map<FindingState, Long>> counts(AnomalyFilter asOf) {
        var counts = new EnumMap<AnomalyRule, Map<FindingState, Long>>(AnomalyRule.class);
        for (var rule : AnomalyRule.values()) {
            counts.put(rule, new EnumMap<>(FindingState.class));
        }
        long at = asOf.knownAt();
        record Count(AnomalyRule rule, FindingState state, long count) {}
        var rows =
                tables.query(connection ->
                        Sql.list(
                                connection,
                                COUNTS,
                                row ->
                                        new Count(
                                                AnomalyRule.valueOf(row.getString("rule")),
                                                FindingState.valueOf(row.getString("state")),
                                                row.getLong("count")),
                                at,
                                at,
                                at,
                                at,
                                asOf.today(),
                                asOf.unit(),
                                asOf.unit()));
        for (var row : rows) {
            counts.computeIfAbsent(row.rule(), _ -> new EnumMap<>(FindingState.class))
                    .put(row.state(), row.count());
        }
        return counts;
    }

    private static AnomalyRow row(ResultSet row, long knownAt) throws SQLException {
        long until = row.getLong("known_until");
        var cured = row.wasNull() || until > knownAt ? null : Long.valueOf(until);
        long explained = row.getLong("explained_at");
        var explanation =
                row.wasNull()
                        ? null
                        : new AnomalyRow.Explanation(
                                explained, row.getString("reason"), row.getString("by_user"));
        @Nullable UUID unit = uuid(row, "unit");
        return new AnomalyRow(
                FindingKey.of(row.getString("key")),
                AnomalyRule.valueOf(row.getString("rule")),
                FindingState.valueOf(row.getString("state")),
                Pages.positions(row),
                Pages.says(row),
                row.getObject("due_on", java.time.LocalDate.class),
                optional(unit, UnitId::new),
                row.getLong("known_from"),
                cured,
                explanation);
    }
}

package vn.sovang.projection.inspection;

import static vn.sovang.projection.readmodel.Sql.array;
import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.instant;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.projection.inspection.InspectionAct.ActKind;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.register.Mark;
import vn.sovang.projection.register.Page;
import vn.sovang.vocabulary.CutOff;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.FindingSeverity;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.InspectionId;
import vn.sovang.vocabulary.InspectionScope;
import vn.sovang.vocabulary.SampleDesign;
import vn.sovang.vocabulary.SamplePopulation;
import vn.sovang.vocabulary.SampleSeed;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// Inspections as of any position.
///
/// Every query throws `NotBuiltYet` while the read model is built for the first time.
public final class Inspections {
    /// More than an office is inspected in a lifetime; the newest come first.
    public static final int MAX_INSPECTIONS = 1_000;

    private static final String ALL =
            """
            select *
            from inspection
            where known_at <= ?
                and (?::uuid is null or exists (
                    select 1
                    from inspected
                    where inspected.inspection_id = inspection.inspection_id and unit = ?))
            order by position desc
            limit ?
            """;

    private static final String PAGE =
            """
            select *
            from inspection i
            where known_at <= ? and (position, inspection_id) < (?, ?)
                and (?::uuid is null or exists (
                    select 1
                    from inspected
                    where inspected.inspection_id = i.inspection_id and unit = ?))
                and (?::boolean is null or ? = exists (
                    select 1
                    from act
                    where act.inspection_id = i.inspection_id and kind = 'CLOSED'
                        and act.known_at <= ?))
            order by position desc, inspection_id desc
            limit ?
            """;

    private static final String ONE =
            """
            select *
            from inspection
            where inspection_id = ? and known_at <= ?
            """;

    private static final String UNITS =
            """
            select *
            from inspected
            where inspection_id = any(?)
            order by inspection_id, ordinal
            """;

    private static final String ACTS =
            """
            select *
            from act
            where inspection_id = any(?) and known_at <= ?
            order by position
            """;

    private final LiveTables tables;
    private final Moments moments;

    public Inspections(LiveTables tables, EventFeed feed) {
        this.tables = tables;
        this.moments = new Moments(tables, feed);
    }

    /// Finds the position a reader means.
    public Moments moments() {
        return moments;
    }

    /// Newest first.
    ///
    /// @param unit that is inspected; null for all
    public List<InspectionRow> all(@Nullable UnitId unit, long knownAt) {
        return tables.query(connection ->
                rows(
                        connection,
                        Sql.list(
                                connection,
                                ALL,
                                Inspections::head,
                                knownAt,
                                unit,
                                unit,
                                MAX_INSPECTIONS),
                        knownAt));
    }

    /// Which inspections somebody wants; what is absent does not restrict.
    ///
    /// @param unit that is inspected
    /// @param closed whether it has ended
    public record Wanted(@Nullable UnitId unit, @Nullable Boolean closed) {}

    /// One page of them, newest first.
    ///
    /// @param after the `next` of the page before; null for the first
    /// @throws IllegalArgumentException if the cursor is none of ours
    public Page<InspectionRow> page(
            Wanted wanted, long knownAt, @Nullable String after, int limit) {
        var mark = Mark.of(after, knownAt);
        int rows = Math.clamp(limit, 1, MAX_INSPECTIONS);
        var found =
                tables.query(connection ->
                        rows(
                                connection,
                                Sql.list(
                                        connection,
                                        PAGE,
                                        Inspections::head,
                                        knownAt,
                                        mark.position(),
                                        mark.id(),
                                        wanted.unit(),
                                        wanted.unit(),
                                        wanted.closed(),
                                        wanted.closed(),
                                        knownAt,
                                        rows + 1),
                                knownAt));
        return Mark.page(
                found, rows, row -> new Mark(row.opened().position(), row.id().value(), knownAt));
    }

    /// One of them; empty if it was not known by then.
    public Optional<InspectionRow> one(InspectionId id, long knownAt) {
        return tables.query(connection ->
                rows(connection, Sql.list(connection, ONE, Inspections::head, id, knownAt), knownAt)
                        .stream()
                        .findFirst());
    }

    /// An inspection without what was done in it.
    private record Head(
            InspectionId id,
            String body,
            String number,
            LocalDate from,
            LocalDate to,
            CutOff cutOff,
            SampleDesign sample) {}

    /// An act of one inspection.
    private record Done(
            UUID inspection,
            @Nullable Integer finding,
            @Nullable String matter,
            @Nullable String severity,
            InspectionAct act) {}

    private record Unit(UUID inspection, UnitId unit) {}

    private static List<InspectionRow> rows(Connection connection, List<Head> heads, long knownAt)
            throws SQLException {
        if (heads.isEmpty()) {
            return List.of();
        }
        var ids = array("uuid", heads.stream().map(Head::id).toList());
        var units = new HashMap<UUID, List<UnitId>>();
        Sql.list(connection, UNITS, Inspections::unit, ids)
                .forEach(u ->
                        units.computeIfAbsent(u.inspection(), _ -> new ArrayList<>())
                                .add(u.unit()));
        var acts = new HashMap<UUID, List<Done>>();
        Sql.list(connection, ACTS, Inspections::done, ids, knownAt)
                .forEach(d -> acts.computeIfAbsent(d.inspection(), _ -> new ArrayList<>()).add(d));
        var rows = new ArrayList<InspectionRow>();
        for (var head : heads) {
            var id = head.id().value();
            rows.add(
                    row(head, units.getOrDefault(id, List.of()), acts.getOrDefault(id, List.of())));
        }
        return rows;
    }

    private static InspectionRow row(Head head, List<UnitId> units, List<Done> done) {
        var findings = new LinkedHashMap<Integer, InspectionFinding>();
        InspectionAct closed = null;
        for (var one : done) {
            if (one.act().kind() == ActKind.CLOSED) {
                closed = one.act();
            }
            add(findings, one);
        }
        return new InspectionRow(
                head.id(),
                head.body(),
                head.number(),
                new InspectionScope(units, head.from(), head.to()),
                head.cutOff(),
                head.sample(),
                done.getFirst().act(),
                List.copyOf(findings.values()),
                closed);
    }

    private static void add(Map<Integer, InspectionFinding> findings, Done one) {
        var number = one.finding();
        if (number == null) {
            return;
        }
        if (one.matter() != null && one.severity() != null) {
            findings.put(
                    number,
                    new InspectionFinding(
                            number,
                            InspectedMatter.of(one.matter()),
                            FindingSeverity.valueOf(one.severity()),
                            List.of(one.act())));
            return;
        }
        findings.computeIfPresent(
                number,
                (_, before) -> {
                    var acts = new ArrayList<>(before.acts());
                    acts.add(one.act());
                    return new InspectionFinding(number, before.about(), before.severity(), acts);
                });
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                new InspectionId(uuid(row, "inspection_id")),
                row.getString("body"),
                row.getString("number"),
                day(row, "first_day"),
                day(row, "last_day"),
                new CutOff(row.getLong("cut_off_size"), row.getString("cut_off_root")),
                new SampleDesign(
                        SamplePopulation.valueOf(row.getString("population")),
                        row.getInt("sample_size"),
                        new SampleSeed(row.getString("seed"))));
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(uuid(row, "inspection_id"), new UnitId(uuid(row, "unit")));
    }

    private static Done done(ResultSet row) throws SQLException {
        @Nullable String detail = row.getString("detail");
        @Nullable Sealed sealed = optional(detail, Sql::sealed);
        return new Done(
                uuid(row, "inspection_id"),
                row.getObject("finding", Integer.class),
                row.getString("matter"),
                row.getString("severity"),
                new InspectionAct(
                        ActKind.valueOf(row.getString("kind")),
                        row.getString("words"),
                        sealed,
                        day(row, "effective_on"),
                        instant(row, "recorded_at"),
                        row.getLong("position"),
                        row.getString("by_user"),
                        row.getString("by_role"),
                        document(row),
                        row.getString("as_found_rule")));
    }

    private static Document document(ResultSet row) throws SQLException {
        String number = row.getString("document_number");
        return number == null
                ? new Document.None(row.getString("no_document"))
                : new Document.Paper(
                        new DocumentNumber(number),
                        day(row, "document_date"),
                        row.getString("document_authority"),
                        null,
                        null);
    }
}

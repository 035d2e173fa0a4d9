package vn.sovang.projection.issued;

import static vn.sovang.projection.readmodel.Sql.array;
import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.instant;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.projection.issued.PaperClaims.Claim;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.register.Mark;
import vn.sovang.projection.register.Page;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.FigureSheet;
import vn.sovang.vocabulary.PaperReportId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.ReportBasis;
import vn.sovang.vocabulary.ReportFigure;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.ReportScope;
import vn.sovang.vocabulary.ReportView;
import vn.sovang.vocabulary.UnitId;

/// Reports that were issued, and papers with what they claim.
///
/// Every query throws `NotBuiltYet` while the read model is built for the first time.
public final class IssuedReports {
    /// More reports than an office issues in a lifetime; the newest come first.
    public static final int MAX_REPORTS = 1_000;

    private static final String ONE = "select * from report where report_id = ?";

    private static final String ALL =
            """
            select *
            from report
            order by position desc
            limit ?
            """;

    private static final String OF_AUTHORITY =
            """
            select *
            from report
            where authority = ?
            order by position desc
            limit ?
            """;

    /// Which report puts it right is told only where that one was known too. Of two columns of one
    /// name the first is read.
    private static final String PAGE =
            """
            select case when later.position <= ? then r.restated_by end as restated_by, r.*
            from report r
            left join report later on later.report_id = r.restated_by
            where r.position <= ? and (r.position, r.report_id) < (?, ?)
                and (?::uuid is null or r.authority = ?)
                and (?::date is null or r.last_day >= ?) and (?::date is null or r.first_day <= ?)
            order by r.position desc, r.report_id desc
            limit ?
            """;

    private static final String PAPERS_PAGE =
            """
            select *
            from paper p
            where p.position <= ? and (p.position, p.paper_id) < (?, ?)
                and (?::uuid is null or p.unit = ?)
                and (?::date is null or p.last_day >= ?) and (?::date is null or p.first_day <= ?)
            order by p.position desc, p.paper_id desc
            limit ?
            """;

    private static final String FIGURES =
            """
            select *
            from figure
            where report_id = ?
            order by part, ordinal
            """;

    private static final String PAPERS =
            """
            select *
            from paper
            order by position desc
            limit ?
            """;

    private static final String PAPER = "select * from paper where paper_id = ?";

    private static final String CLAIMS =
            """
            select *
            from claim
            where paper_id = ?
            order by ordinal
            """;

    private static final String LINEAGE =
            """
            select *
            from lineage
            where unit = any(?) and known_at > ? and known_at <= ?
            order by position
            """;

    private final LiveTables tables;
    private final Moments moments;

    public IssuedReports(LiveTables tables, EventFeed feed) {
        this.tables = tables;
        this.moments = new Moments(tables, feed);
    }

    /// Which positions readers mean.
    public Moments moments() {
        return moments;
    }

    /// Which reports, or papers, somebody wants; what is absent does not restrict.
    ///
    /// @param unit whose
    /// @param from first day of a span that the report's own days touch
    /// @param to last day of it
    public record Wanted(@Nullable UnitId unit, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /// One page of the reports known at a position, newest first.
    ///
    /// @param after the `next` of the page before; null for the first
    /// @throws IllegalArgumentException if the cursor is none of ours
    public Page<IssuedReport> reports(
            Wanted wanted, long knownAt, @Nullable String after, int limit) {
        var mark = Mark.of(after, knownAt);
        int rows = Math.clamp(limit, 1, MAX_REPORTS);
        var found =
                tables.query(connection ->
                        Sql.list(
                                connection,
                                PAGE,
                                IssuedReports::report,
                                knownAt,
                                knownAt,
                                mark.position(),
                                mark.id(),
                                wanted.unit(),
                                wanted.unit(),
                                wanted.from(),
                                wanted.from(),
                                wanted.to(),
                                wanted.to(),
                                rows + 1));
        return Mark.page(found, rows, row -> new Mark(row.position(), row.id().value(), knownAt));
    }

    /// One page of the papers known at a position, the newest entered first.
    ///
    /// @param after the `next` of the page before; null for the first
    /// @throws IllegalArgumentException if the cursor is none of ours
    public Page<PaperClaims> papers(
            Wanted wanted, long knownAt, @Nullable String after, int limit) {
        var mark = Mark.of(after, knownAt);
        int rows = Math.clamp(limit, 1, MAX_REPORTS);
        var found =
                tables.query(connection ->
                        Sql.list(
                                connection,
                                PAPERS_PAGE,
                                row -> paper(connection, row),
                                knownAt,
                                mark.position(),
                                mark.id(),
                                wanted.unit(),
                                wanted.unit(),
                                wanted.from(),
                                wanted.from(),
                                wanted.to(),
                                wanted.to(),
                                rows + 1));
        return Mark.page(found, rows, row -> new Mark(row.position(), row.id().value(), knownAt));
    }

    /// Waits until the reports know the log up to a position; false when the time was up before.
    public boolean await(long position, Duration patience) {
        return tables.await(position, patience);
    }

    public Optional<IssuedReport> report(ReportId id) {
        return tables.query(connection -> Sql.first(connection, ONE, IssuedReports::report, id));
    }

    /// Newest first.
    ///
    /// @param authority whose; null for those of all
    public List<IssuedReport> reports(@Nullable UnitId authority) {
        return tables.query(connection ->
                authority == null
                        ? Sql.list(connection, ALL, IssuedReports::report, MAX_REPORTS)
                        : Sql.list(
                                connection,
                                OF_AUTHORITY,
                                IssuedReports::report,
                                authority,
                                MAX_REPORTS));
    }

    /// The figures a report was issued with, in the order in which they are hashed.
    public List<ReportFigure> figures(ReportId id) {
        return tables.query(connection -> Sql.list(connection, FIGURES, IssuedReports::figure, id));
    }

    /// Papers with their claims, the newest entered first.
    public List<PaperClaims> papers() {
        return tables.query(connection ->
                Sql.list(connection, PAPERS, row -> paper(connection, row), MAX_REPORTS));
    }

    public Optional<PaperClaims> paper(PaperReportId id) {
        return tables.query(
                connection -> Sql.first(connection, PAPER, row -> paper(connection, row), id));
    }

    /// What became of units between two positions.
    public List<LineageChange> lineage(Collection<UnitId> units, long after, long upTo) {
        return tables.query(connection ->
                Sql.list(
                        connection,
                        LINEAGE,
                        IssuedReports::change,
                        array("uuid", List.copyOf(units)),
                        after,
                        upTo));
    }

    private static IssuedReport report(ResultSet row) throws SQLException {
        return new IssuedReport(
                new ReportId(uuid(row, "report_id")),
                new ReportScope(
                        new UnitId(uuid(row, "authority")),
                        row.getString("policy"),
                        row.getString("period"),
                        day(row, "first_day"),
                        day(row, "last_day")),
                new ReportBasis(
                        row.getLong("cut_off"),
                        ReportView.valueOf(row.getString("view")),
                        row.getLong("checkpoint_size"),
                        row.getString("root_hash")),
                new FigureSheet(
                        row.getInt("figures"), row.getInt("parts"), row.getString("sheet_sha256")),
                day(row, "issued_on"),
                document(row),
                row.getString("file_sha256"),
                optional(uuid(row, "restates"), ReportId::new),
                row.getString("reason"),
                optional(uuid(row, "restated_by"), ReportId::new),
                row.getString("by_user"),
                row.getLong("position"),
                instant(row, "recorded_at"));
    }

    private static Document document(ResultSet row) throws SQLException {
        String number = row.getString("document_number");
        return number == null
                ? new Document.None(row.getString("no_document"))
                : new Document.Paper(
                        new DocumentNumber(number),
                        day(row, "document_date"),
                        row.getString("document_authority"),
                        row.getString("document_signer"),
                        null);
    }

    private static ReportFigure figure(ResultSet row) throws SQLException {
        return new ReportFigure(
                row.getString("measure"),
                new AwardCode(row.getString("award")),
                AwardLevel.valueOf(row.getString("level")),
                optional(row.getString("recipient_kind"), RecipientKind::valueOf),
                optional(row.getString("commendation_type"), CommendationType::valueOf),
                optional(uuid(row, "proposing_unit"), UnitId::new),
                optional(uuid(row, "recipient_unit"), UnitId::new),
                optional(row.getString("reissue_kind"), ReissueKind::valueOf),
                row.getLong("count"));
    }

    private static PaperClaims paper(Connection connection, ResultSet row) throws SQLException {
        var id = new PaperReportId(uuid(row, "paper_id"));
        return new PaperClaims(
                id,
                new UnitId(uuid(row, "unit")),
                row.getString("title"),
                row.getString("number"),
                day(row, "first_day"),
                day(row, "last_day"),
                row.getLong("position"),
                Sql.list(connection, CLAIMS, IssuedReports::claim, id));
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("place"),
                ClaimedMeasure.valueOf(row.getString("measure")),
                optional(row.getString("award"), AwardCode::new),
                optional(row.getString("recipient_kind"), RecipientKind::valueOf),
                row.getLong("value"),
                row.getString("words"));
    }

    private static LineageChange change(ResultSet row) throws SQLException {
        return new LineageChange(
                row.getLong("position"),
                new UnitId(uuid(row, "unit")),
                row.getString("type"),
                day(row, "effective_on"));
    }
}

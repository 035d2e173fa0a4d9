package vn.sovang.projection.issued;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.PeriodReport;
import vn.sovang.event.ReportEvent.PeriodReportRestated;
import vn.sovang.event.ReportEvent.ReportFiguresRecorded;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.Document;

/// Writes the reports.
public final class IssuedReportsModel implements ReadModel {
    private static final String DDL =
            """
            create table report (
                report_id uuid primary key,
                authority uuid not null,
                policy text not null,
                period text not null,
                first_day date not null,
                last_day date not null,
                cut_off bigint not null,
                view text not null,
                checkpoint_size bigint not null,
                root_hash text not null,
                figures int not null,
                parts int not null,
                sheet_sha256 text not null,
                issued_on date not null,
                document_number text,
                document_date date,
                document_authority text,
                document_signer text,
                no_document text,
                file_sha256 text,
                restates uuid,
                reason text,
                restated_by uuid,
                by_user text not null,
                position bigint not null,
                recorded_at timestamptz not null
            );
            create index report_scope on report (authority, first_day);

            create table figure (
                report_id uuid not null,
                part int not null,
                ordinal int not null,
                measure text not null,
                award text not null,
                level text not null,
                recipient_kind text,
                commendation_type text,
                proposing_unit uuid,
                recipient_unit uuid,
                reissue_kind text,
                count bigint not null,
                primary key (report_id, part, ordinal)
            );

            create table paper (
                paper_id uuid primary key,
                unit uuid not null,
                title text not null,
                number text,
                first_day date not null,
                last_day date not null,
                position bigint not null
            );

            create table claim (
                paper_id uuid not null,
                ordinal int not null,
                place text not null,
                measure text not null,
                award text,
                recipient_kind text,
                value bigint not null,
                words text not null,
                primary key (paper_id, ordinal)
            );

            create table lineage (
                known_at bigint not null,
                position bigint primary key,
                unit uuid not null,
                type text not null,
                effective_on date not null
            );
            create index lineage_unit on lineage (unit, known_at);
            """;

    private static final String ISSUE =
            """
            insert into report (report_id, authority, policy, period, first_day, last_day, cut_off,
                view, checkpoint_size, root_hash, figures, parts, sheet_sha256, issued_on,
                document_number, document_date, document_authority, document_signer, no_document,
                file_sha256, restates, reason, by_user, position, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String RESTATED =
            """
            update report
            set restated_by = ?
            where report_id = ?
            """;

    private static final String FIGURE =
            """
            insert into figure (report_id, part, ordinal, measure, award, level, recipient_kind,
                commendation_type, proposing_unit, recipient_unit, reissue_kind, count)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAPER =
            """
            insert into paper (paper_id, unit, title, number, first_day, last_day, position)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (paper_id) do nothing
            """;

    private static final String CLAIM =
            """
            insert into claim (paper_id, ordinal, place, measure, award, recipient_kind, value,
                words)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (paper_id, ordinal) do nothing
            """;

    private static final String LINEAGE =
            """
            insert into lineage (known_at, position, unit, type, effective_on)
            values (?, ?, ?, ?, ?)
            """;

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        try (Writes writes = new Writes(connection)) {
            for (Known known : events) {
                switch (known.fact().event()) {
                    case PeriodReport e -> issue(writes, e, known);
                    case ReportFiguresRecorded e -> figures(writes, e);
                    case PaperReportRecorded e -> paper(writes, e, known);
                    case UnitRegistered _ -> {}
                    case UnitEvent e -> lineage(writes, e, known);
                    default -> {}
                }
            }
        }
    }

    private static void issue(Writes writes, PeriodReport e, Known known) throws SQLException {
        var scope = e.scope();
        var basis = e.basis();
        var fact = known.fact();
        var again = e instanceof PeriodReportRestated r ? r : null;
        var paper = fact.document() instanceof Document.Paper p ? p : null;
        writes.add(
                ISSUE,
                e.report(),
                scope.authority(),
                scope.policy(),
                scope.period(),
                scope.from(),
                scope.to(),
                basis.cutOff(),
                basis.view(),
                basis.checkpointSize(),
                basis.rootHash(),
                e.sheet().figures(),
                e.sheet().parts(),
                e.sheet().sha256(),
                fact.effectiveOn(),
                paper == null ? null : paper.number().asWritten(),
                paper == null ? null : paper.date(),
                paper == null ? null : paper.authority(),
                paper == null ? null : paper.signer(),
                fact.document() instanceof Document.None none ? none.reason() : null,
                e.fileSha256(),
                again == null ? null : again.restates(),
                again == null ? null : again.reason(),
                fact.by().user(),
                known.position(),
                known.event().recordedAt());
        if (again != null) {
            writes.add(RESTATED, e.report(), again.restates());
        }
    }

    private static void figures(Writes writes, ReportFiguresRecorded e) throws SQLException {
        int ordinal = 0;
        for (var f : e.figures()) {
            writes.add(
                    FIGURE,
                    e.report(),
                    e.part(),
                    ++ordinal,
                    f.measure(),
                    f.award(),
                    f.level(),
                    f.recipientKind(),
                    f.commendationType(),
                    f.proposingUnit(),
                    f.recipientUnit(),
                    f.reissueKind(),
                    f.count());
        }
    }

    private static void paper(Writes writes, PaperReportRecorded e, Known known)
            throws SQLException {
        writes.add(
                PAPER,
                e.report(),
                e.unit(),
                e.title(),
                number(known.fact().document()),
                e.from(),
                e.to(),
                known.position());
        int ordinal = 0;
        for (var claim : e.claims()) {
            writes.add(
                    CLAIM,
                    e.report(),
                    ++ordinal,
                    claim.place(),
                    claim.measure(),
                    claim.award(),
                    claim.recipientKind(),
                    (long) claim.value(),
                    claim.text());
        }
    }

    private static @Nullable String number(Document document) {
        return document instanceof Document.Paper paper ? paper.number().asWritten() : null;
    }

    private static void lineage(Writes writes, UnitEvent e, Known known) throws SQLException {
        writes.add(
                LINEAGE,
                known.knownAt(),
                known.position(),
                e.unit(),
                EventCatalogue.nameOf(e.getClass()),
                known.fact().effectiveOn());
    }
}

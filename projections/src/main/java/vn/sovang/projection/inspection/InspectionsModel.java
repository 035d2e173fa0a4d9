package vn.sovang.projection.inspection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.InspectionEvent;
import vn.sovang.event.InspectionEvent.ExplanationAccepted;
import vn.sovang.event.InspectionEvent.FindingExplained;
import vn.sovang.event.InspectionEvent.FindingReopened;
import vn.sovang.event.InspectionEvent.InspectionClosed;
import vn.sovang.event.InspectionEvent.InspectionFindingRecorded;
import vn.sovang.event.InspectionEvent.InspectionOpened;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.Sealed;

/// Writes inspections and what was done in them.
public final class InspectionsModel implements ReadModel {
    private static final String DDL =
            """
            create table inspection (
                inspection_id uuid primary key,
                known_at bigint not null,
                position bigint not null,
                body text not null,
                year int not null,
                number text not null,
                decided_on date not null,
                first_day date not null,
                last_day date not null,
                cut_off_size bigint not null,
                cut_off_root text not null,
                population text not null,
                sample_size int not null,
                seed text not null
            );
            create index inspection_position on inspection (position);

            create table inspected (
                inspection_id uuid not null,
                ordinal int not null,
                unit uuid not null,
                primary key (inspection_id, ordinal)
            );
            create index inspected_unit on inspected (unit);

            create table act (
                position bigint primary key,
                inspection_id uuid not null,
                known_at bigint not null,
                kind text not null,
                finding int,
                matter text,
                severity text,
                words text,
                detail text,
                effective_on date not null,
                recorded_at timestamptz not null,
                by_user text not null,
                by_role text not null,
                document_number text,
                document_date date,
                document_authority text,
                no_document text,
                as_found_rule text
            );
            create index act_inspection on act (inspection_id, position);
            """;

    private static final String OPEN =
            """
            insert into inspection (inspection_id, known_at, position, body, year, number,
                decided_on, first_day, last_day, cut_off_size, cut_off_root, population,
                sample_size, seed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UNIT =
            "insert into inspected (inspection_id, ordinal, unit) values (?, ?, ?)";

    private static final String ACT =
            """
            insert into act (position, inspection_id, known_at, kind, finding, matter, severity,
                words, detail, effective_on, recorded_at, by_user, by_role, document_number,
                document_date, document_authority, no_document, as_found_rule)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    @Override
    public String name() {
        return "inspections";
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
                if (known.fact().event() instanceof InspectionEvent event) {
                    if (event instanceof InspectionOpened opened) {
                        open(writes, opened, known);
                    }
                    act(writes, event, known);
                }
            }
        }
    }

    private static void open(Writes writes, InspectionOpened e, Known known) throws SQLException {
        writes.add(
                OPEN,
                e.inspection(),
                known.knownAt(),
                known.position(),
                e.order().body(),
                e.order().year(),
                known.fact().document() instanceof Document.Paper paper
                        ? paper.number().asWritten()
                        : e.order().number(),
                known.fact().effectiveOn(),
                e.scope().from(),
                e.scope().to(),
                e.cutOff().size(),
                e.cutOff().rootHash(),
                e.sample().population(),
                e.sample().size(),
                e.sample().seed().hex());
        int ordinal = 0;
        for (var unit : e.scope().units()) {
            writes.add(UNIT, e.inspection(), ++ordinal, unit);
        }
    }

    /// What an act adds to its circumstances.
    private record Content(
            InspectionAct.ActKind kind,
            @Nullable Integer finding,
            @Nullable String matter,
            @Nullable String severity,
            @Nullable String words,
            @Nullable Sealed detail) {
        static Content of(InspectionEvent event) {
            return switch (event) {
                case InspectionOpened _ -> plain(InspectionAct.ActKind.OPENED);
                case InspectionClosed _ -> plain(InspectionAct.ActKind.CLOSED);
                case InspectionFindingRecorded e ->
                        new Content(
                                InspectionAct.ActKind.FOUND,
                                e.finding(),
                                e.about().toString(),
                                e.severity().name(),
                                e.text(),
                                e.detail());
                case FindingExplained e ->
                        new Content(
                                InspectionAct.ActKind.EXPLAINED,
                                e.finding(),
                                null,
                                null,
                                e.text(),
                                e.detail());
                case ExplanationAccepted e ->
                        said(InspectionAct.ActKind.ACCEPTED, e.finding(), e.conclusion());
                case FindingReopened e ->
                        said(InspectionAct.ActKind.REOPENED, e.finding(), e.reason());
            };
        }

        private static Content plain(InspectionAct.ActKind kind) {
            return new Content(kind, null, null, null, null, null);
        }

        private static Content said(InspectionAct.ActKind kind, int finding, String words) {
            return new Content(kind, finding, null, null, words, null);
        }
    }

    private static void act(Writes writes, InspectionEvent event, Known known) throws SQLException {
        var content = Content.of(event);
        var fact = known.fact();
        var paper = fact.document() instanceof Document.Paper p ? p : null;
        var asFound = fact.asFound();
        writes.add(
                ACT,
                known.position(),
                event.inspection(),
                known.knownAt(),
                content.kind(),
                content.finding(),
                content.matter(),
                content.severity(),
                content.words(),
                content.detail(),
                fact.effectiveOn(),
                known.event().recordedAt(),
                fact.by().user(),
                fact.by().role(),
                paper == null ? null : paper.number().asWritten(),
                paper == null ? null : paper.date(),
                paper == null ? null : paper.authority(),
                fact.document() instanceof Document.None none ? none.reason() : null,
                asFound == null ? null : asFound.rule());
    }
}

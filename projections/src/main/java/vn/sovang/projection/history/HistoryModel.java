package vn.sovang.projection.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Arrival;
import vn.sovang.event.AsFound;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent;
import vn.sovang.event.DutyEvent;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
import vn.sovang.event.UnitEvent;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.Document.None;
import vn.sovang.vocabulary.Document.Paper;

/// Writes the histories: one row an event, and one a tag under which its story is told.
public final class HistoryModel implements ReadModel {
    /// Kinds of tags that have a story. Lists and imports would have thousands of lines that nobody
    /// reads one by one.
    private static final List<String> TOLD =
            List.of(
                    "award:",
                    "artifact:",
                    "case:",
                    "recipient:",
                    "decision-id:",
                    "nomination:",
                    "subject:",
                    "paper-report:",
                    "paper:",
                    "report:",
                    "exception:");

    /// Of a unit only what became of it, not every decision it signed.
    private static final String UNIT = "unit:";

    private static final String DDL =
            """
            create table line (
                position bigint not null,
                known_at bigint not null,
                event_id uuid not null,
                type text not null,
                effective_on date not null,
                recorded_at timestamptz not null,
                arrived_on date,
                arrival_number text,
                document_number text,
                document_date date,
                document_written_date text,
                document_authority text,
                document_signer text,
                document_scan text,
                no_document text,
                by_user text not null,
                by_role text not null,
                by_unit uuid,
                on_behalf_of text,
                as_found_rule text,
                as_found_reason text,
                as_found_second text,
                exception uuid,
                source text,
                confidence text,
                note text,
                vouched_by text
            );
            create table told (
                tag text collate "C" not null,
                position bigint not null
            );
            """;

    /// Nothing is read while events are applied.
    private static final String INDEXES =
            """
            alter table line add primary key (position);
            alter table told add primary key (tag, position);
            """;

    private static final String LINE =
            """
            insert into line (position, known_at, event_id, type, effective_on, recorded_at,
                arrived_on, arrival_number, document_number, document_date, document_written_date,
                document_authority, document_signer, document_scan, no_document, by_user, by_role,
                by_unit, on_behalf_of, as_found_rule, as_found_reason, as_found_second,
                exception, source, confidence, note, vouched_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String TELL =
            """
            insert into told (tag, position)
            values (?, ?)
            """;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @Override
    public String indexes() {
        return INDEXES;
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        try (Writes lines = new Writes(connection);
                Writes tags = new Writes(connection)) {
            for (Known known : events) {
                var told = told(known.fact());
                if (!told.isEmpty()) {
                    write(lines, known);
                }
                for (String tag : told) {
                    tags.add(TELL, tag, known.position());
                }
            }
        }
    }

    private static List<String> told(Fact fact) {
        return fact.tags().stream().filter(tag -> isTold(tag, fact.event())).sorted().toList();
    }

    private static boolean isTold(String tag, LedgerEvent event) {
        return switch (event) {
            case UnitEvent _ -> tag.startsWith(UNIT);
            case DutyEvent _ -> tag.startsWith(UNIT) || tag.startsWith("exception:");
            case CatalogueEvent _, AwardTypeDefined _ -> tag.startsWith("award-type:");
            default -> TOLD.stream().anyMatch(tag::startsWith);
        };
    }

    private static void write(Writes writes, Known known) throws SQLException {
        Fact fact = known.fact();
        Arrival arrival = fact.arrival();
        @Nullable Paper paper = fact.document() instanceof Paper p ? p : null;
        AsFound asFound = fact.asFound();
        Provenance provenance = fact.provenance();
        writes.add(
                LINE,
                known.position(),
                known.knownAt(),
                known.event().id(),
                EventCatalogue.nameOf(fact.event().getClass()),
                fact.effectiveOn(),
                known.event().recordedAt(),
                arrival == null ? null : arrival.on(),
                arrival == null ? null : arrival.number(),
                paper == null ? null : paper.number().asWritten(),
                paper == null ? null : paper.date(),
                paper == null ? null : written(paper),
                paper == null ? null : paper.authority(),
                paper == null ? null : paper.signer(),
                paper == null ? null : paper.scanSha256(),
                reason(fact.document()),
                fact.by().user(),
                fact.by().role(),
                fact.by().unit(),
                fact.onBehalfOf(),
                asFound == null ? null : asFound.rule(),
                asFound == null ? null : asFound.reason(),
                asFound == null ? null : asFound.secondPerson(),
                fact.exception(),
                provenance == null ? null : provenance.source(),
                provenance == null ? null : provenance.confidence(),
                provenance == null ? null : provenance.note(),
                provenance == null ? null : provenance.vouchedBy());
    }

    private static @Nullable String written(Paper paper) {
        var date = paper.writtenDate();
        return date == null ? null : date.asWritten();
    }

    private static @Nullable String reason(Document document) {
        return document instanceof None none ? none.reason() : null;
    }
}

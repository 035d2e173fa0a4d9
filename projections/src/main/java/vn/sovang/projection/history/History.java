package vn.sovang.projection.history;

import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Actor;
import vn.sovang.event.Arrival;
import vn.sovang.event.AsFound;
import vn.sovang.event.Provenance;
import vn.sovang.event.Provenance.Confidence;
import vn.sovang.event.Provenance.Source;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.WrittenDate;

/// The stories of things, line by line.
///
/// Every query throws `NotBuiltYet` while the histories are built for the first time.
public final class History {
    /// Longer stories are cut; only a decision with thousands of lines comes near.
    public static final int MAX_LINES = 5_000;

    private static final String STORY =
            """
            select line.*
            from told
            join line using (position)
            where told.tag = ? and line.known_at <= ?
            order by told.position
            limit ?
            """;

    private static final String AT =
            """
            select *
            from line
            where position = any(?)
            order by position
            limit ?
            """;

    private final LiveTables tables;

    public History(LiveTables tables) {
        this.tables = tables;
    }

    /// The story of an award, artifact, re-issue case, recipient, data subject, decision,
    /// nomination, paper or unit, oldest first; empty if the ledger knows nothing of it. Lists and
    /// imports have no story here; a unit's tells what became of it, not what it decided.
    ///
    /// A decision's story holds one line for each award line it confers.
    public List<HistoryLine> of(Id thing) {
        return of(thing, Long.MAX_VALUE);
    }

    /// The same as it was known at a position.
    public List<HistoryLine> of(Id thing, long knownAt) {
        return told(thing.tag(), knownAt);
    }

    /// Events by their positions, oldest first; those that no story tells are missing.
    public List<HistoryLine> at(Collection<Long> positions) {
        return tables.query(connection ->
                Sql.list(
                        connection,
                        AT,
                        History::line,
                        Sql.array("bigint", List.copyOf(positions)),
                        MAX_LINES));
    }

    /// The forms an award type took in law, and its end.
    public List<HistoryLine> of(AwardCode type) {
        return told(type.tag(), Long.MAX_VALUE);
    }

    private List<HistoryLine> told(String tag, long knownAt) {
        return tables.query(
                connection -> Sql.list(connection, STORY, History::line, tag, knownAt, MAX_LINES));
    }

    private static HistoryLine line(ResultSet row) throws SQLException {
        return new HistoryLine(
                row.getLong("position"),
                row.getLong("known_at"),
                uuid(row, "event_id"),
                row.getString("type"),
                day(row, "effective_on"),
                Sql.instant(row, "recorded_at"),
                arrival(row),
                document(row),
                new Actor(
                        row.getString("by_user"),
                        row.getString("by_role"),
                        optional(uuid(row, "by_unit"), UnitId::new)),
                row.getString("on_behalf_of"),
                asFound(row),
                optional(uuid(row, "exception"), ExceptionId::new),
                provenance(row));
    }

    private static @Nullable Arrival arrival(ResultSet row) throws SQLException {
        var on = day(row, "arrived_on");
        return on == null ? null : new Arrival(on, row.getString("arrival_number"));
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
                        row.getString("document_scan"),
                        optional(row.getString("document_written_date"), WrittenDate::new));
    }

    private static @Nullable AsFound asFound(ResultSet row) throws SQLException {
        String rule = row.getString("as_found_rule");
        return rule == null
                ? null
                : new AsFound(
                        rule, row.getString("as_found_reason"), row.getString("as_found_second"));
    }

    private static @Nullable Provenance provenance(ResultSet row) throws SQLException {
        String source = row.getString("source");
        return source == null
                ? null
                : new Provenance(
                        Source.valueOf(source),
                        Confidence.valueOf(row.getString("confidence")),
                        row.getString("note"),
                        row.getString("vouched_by"));
    }
}

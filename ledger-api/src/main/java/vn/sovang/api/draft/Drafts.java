package vn.sovang.api.draft;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.paper.ReportPart;
import vn.sovang.api.paper.ReportWords;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.postgres.Tx;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.UnitId;

/// Keeps the drafts of offices. Who saves says which version he read: of two who write at once the
/// second is told, and nobody's words are lost.
public final class Drafts {
    /// An office writes two reports a year; more than this somebody made by mistake.
    static final int MAX_OF_AN_OFFICE = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String COLUMNS =
            "id, office, period, policy, authority, known_at, words, saved_at_position, version,"
                    + " created_by, changed_by, changed_at, report";

    private static final String OF_THE_OFFICE = " where office is not distinct from ?::uuid";

    private final Tx tx;
    private final InstantSource clock;

    /// @param door a pool of the role `sovang_door`; not closed
    public Drafts(DataSource door, InstantSource clock) {
        this.tx = new Tx(door);
        this.clock = clock;
    }

    /// Words and the figures beside them, as somebody leaves them.
    ///
    /// @param position of the log whose figures he saw
    public record Saved(ReportDraft.About about, ReportWords words, long position, String by) {}

    /// Begins a draft.
    ///
    /// @throws Failure `LIST_TOO_MANY` for an office with too many of them
    public ReportDraft begin(@Nullable UnitId office, Saved saved) {
        var id = UUID.randomUUID();
        var now = Timestamp.from(clock.instant());
        var about = saved.about();
        int made =
                tx.call(connection ->
                        change(
                                connection,
                                """
                                insert into door.report_draft
                                    (id, office, period, policy, authority, known_at, words,
                                    saved_at_position, created_by, created_at, changed_by,
                                    changed_at)
                                select ?, ?::uuid, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?
                                where (select count(*) from door.report_draft
                                    where office is not distinct from ?::uuid) < ?
                                """,
                                id,
                                value(office),
                                about.period(),
                                about.policy(),
                                about.authority().value(),
                                about.knownAt(),
                                json(saved.words()),
                                saved.position(),
                                saved.by(),
                                now,
                                saved.by(),
                                now,
                                value(office),
                                MAX_OF_AN_OFFICE));
        if (made == 0) {
            throw Failure.of(FailureCode.LIST_TOO_MANY, "most", Integer.toString(MAX_OF_AN_OFFICE));
        }
        return get(id, office);
    }

    /// All drafts of an office, the last changed first.
    public List<ReportDraft> of(@Nullable UnitId office) {
        return tx.query(connection ->
                rows(
                        connection,
                        "select "
                                + COLUMNS
                                + " from door.report_draft"
                                + OF_THE_OFFICE
                                + " order by changed_at desc, id",
                        value(office)));
    }

    /// @throws Failure `DRAFT_NOT_FOUND` also for one of another office: it is not told that it is
    ///   there
    public ReportDraft get(UUID id, @Nullable UnitId office) {
        return find(id, office)
                .orElseThrow(() -> Failure.of(FailureCode.DRAFT_NOT_FOUND, "id", id.toString()));
    }

    private Optional<ReportDraft> find(UUID id, @Nullable UnitId office) {
        return tx
                .query(connection ->
                        rows(
                                connection,
                                "select "
                                        + COLUMNS
                                        + " from door.report_draft"
                                        + OF_THE_OFFICE
                                        + " and id = ?",
                                value(office),
                                id))
                .stream()
                .findFirst();
    }

    /// Saves over the version that was read.
    ///
    /// @return whether it still was the newest, and nothing was issued from it
    public boolean save(ReportDraft read, Saved saved) {
        return 1
                == tx.call(connection ->
                        change(
                                connection,
                                """
                                update door.report_draft
                                set known_at = ?, words = ?::jsonb, saved_at_position = ?,
                                    changed_by = ?, changed_at = ?, version = version + 1
                                where id = ? and version = ? and report is null
                                """,
                                saved.about().knownAt(),
                                json(saved.words()),
                                saved.position(),
                                saved.by(),
                                Timestamp.from(clock.instant()),
                                read.id(),
                                read.version()));
    }

    /// From now on it is only read, with the figures it was issued with.
    public void issued(ReportDraft draft, ReportId report, long position, String by) {
        tx.call(connection ->
                change(
                        connection,
                        """
                        update door.report_draft
                        set report = ?, known_at = ?, saved_at_position = ?, changed_by = ?,
                            changed_at = ?, version = version + 1
                        where id = ?
                        """,
                        report.value(),
                        Long.toString(position),
                        position,
                        by,
                        Timestamp.from(clock.instant()),
                        draft.id()));
    }

    /// Throws a draft away.
    ///
    /// @return whether it was the version that was read, and nothing was issued from it
    public boolean discard(ReportDraft read) {
        return 1
                == tx.call(connection ->
                        change(
                                connection,
                                """
                                delete from door.report_draft
                                where id = ? and version = ? and report is null
                                """,
                                read.id(),
                                read.version()));
    }

    private static @Nullable UUID value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    private static String json(ReportWords words) {
        var object = JSON.createObjectNode();
        words.texts().forEach((part, text) -> object.put(part.name(), text));
        return object.toString();
    }

    /// A part that this version does not know is left out.
    private static ReportWords words(String json) {
        var object = JSON.readTree(json);
        var texts = new EnumMap<ReportPart, String>(ReportPart.class);
        for (var part : ReportPart.values()) {
            texts.put(part, object.path(part.name()).asString(""));
        }
        return new ReportWords(texts);
    }

    private static ReportDraft draft(ResultSet row) throws SQLException {
        var office = row.getObject("office", UUID.class);
        var report = row.getObject("report", UUID.class);
        return new ReportDraft(
                row.getObject("id", UUID.class),
                office == null ? null : new UnitId(office),
                new ReportDraft.About(
                        row.getString("period"),
                        row.getString("policy"),
                        new UnitId(row.getObject("authority", UUID.class)),
                        row.getString("known_at")),
                words(Objects.requireNonNull(row.getString("words"))),
                row.getLong("saved_at_position"),
                row.getLong("version"),
                row.getString("created_by"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                report == null ? null : new ReportId(report));
    }

    private static List<ReportDraft> rows(
            Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(connection, sql, values);
                var rows = statement.executeQuery()) {
            var read = new ArrayList<ReportDraft>();
            while (rows.next()) {
                read.add(draft(rows));
            }
            return read;
        }
    }

    private static int change(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (var statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, @Nullable Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}

package vn.sovang.projection.custody;

import static vn.sovang.projection.readmodel.Sql.uuid;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.register.Page;

/// How requests for exchange, re-issue and first issue are spread (*thống kê trường hợp cấp đổi,
/// cấp lại, cấp mới*): what an inspector looks at for patterns. Why somebody asks is sealed; the
/// kind of the request says what is known of it.
///
/// Every query throws `NotBuiltYet` while the tables are built for the first time.
public final class Reissues {
    /// Longer lists are cut.
    public static final int MAX_ROWS = 500;

    private static final String COUNTED =
            """
            from reissue r
            where r.began_on between ? and ? and r.known_at <= ?
            """;

    private static final String COUNT =
            """
            select %s as what, count(*) as cases
            """
                    + COUNTED
                    + """
                    group by what
                    order by cases desc, what
                    limit ?
                    """;

    private static final String MANY =
            """
            select *
            from (
                select applicant, count(*) as cases, count(distinct recipient) as recipients,
                    min(began_on) as first, max(began_on) as last
            """
                    + COUNTED
                    + """
                            and applicant is not null
                        group by applicant
                        having count(*) >= ?
                    ) as applicants
                    where (cases, last, applicant) < (?, ?, ?)
                    order by cases desc, last desc, applicant desc
                    limit ?
                    """;

    /// Comes before every applicant.
    private static final Applicant EVERYBODY =
            new Applicant(new UUID(0, 0), Long.MAX_VALUE, 0, LocalDate.EPOCH, LocalDate.EPOCH);

    private final LiveTables tables;

    public Reissues(LiveTables tables) {
        this.tables = tables;
    }

    /// What cases are told apart by.
    public enum By {
        /// Kind of the request.
        KIND("r.kind"),
        /// Ward or unit of the recipient, by identity.
        UNIT("r.recipient_unit::text"),
        /// Office that received the request, by identity.
        OFFICE("r.office::text"),
        /// Award it is about.
        AWARD("r.award_code"),
        /// What the applicant is to the recipient.
        RELATION("r.relation");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /// @param what absent where the papers do not say
    public record Count(@Nullable String what, long cases) {}

    /// One applicant with several cases.
    ///
    /// @param applicant identity as a subject of personal data: the recipient's own, or a
    ///   relative's
    /// @param recipients how many recipients the cases are for
    public record Applicant(
            UUID applicant, long cases, long recipients, LocalDate first, LocalDate last) {}

    /// Days of receipt, and what is known of them.
    ///
    /// @param knownAt position by which cases are known
    public record Span(LocalDate from, LocalDate to, long knownAt) {}

    /// Cases that began in a span, most first.
    public List<Count> count(By by, Span span) {
        return tables.query(connection ->
                Sql.list(
                        connection,
                        COUNT.formatted(by.column),
                        row -> new Count(row.getString("what"), row.getLong("cases")),
                        span.from(),
                        span.to(),
                        span.knownAt(),
                        MAX_ROWS));
    }

    /// Applicants with so many cases or more in a span, most first, page by page.
    ///
    /// @param after the `next` of the page before; null for the first
    /// @throws IllegalArgumentException if the cursor is none of ours
    public Page<Applicant> withMany(int cases, Span span, @Nullable String after, int limit) {
        var from = after == null ? EVERYBODY : parse(after);
        int rows = Math.clamp(limit, 1, MAX_ROWS);
        var found =
                tables.query(connection ->
                        Sql.list(
                                connection,
                                MANY,
                                row ->
                                        new Applicant(
                                                uuid(row, "applicant"),
                                                row.getLong("cases"),
                                                row.getLong("recipients"),
                                                Sql.day(row, "first"),
                                                Sql.day(row, "last")),
                                span.from(),
                                span.to(),
                                span.knownAt(),
                                cases,
                                from.cases(),
                                from.last(),
                                from.applicant(),
                                rows + 1));
        if (found.size() <= rows) {
            return new Page<>(found, null);
        }
        var page = found.subList(0, rows);
        var end = page.getLast();
        return new Page<>(page, end.cases() + " " + end.last() + " " + end.applicant());
    }

    private static Applicant parse(String cursor) {
        String[] parts = cursor.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a cursor: " + cursor);
        }
        try {
            var last = LocalDate.parse(parts[1]);
            return new Applicant(
                    UUID.fromString(parts[2]), Long.parseLong(parts[0]), 0, last, last);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("not a cursor: " + cursor, none);
        }
    }
}

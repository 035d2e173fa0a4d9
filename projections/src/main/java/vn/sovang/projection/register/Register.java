package vn.sovang.projection.register;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.readmodel.VersionedTable;
import vn.sovang.projection.register.RegisterTables.Awards;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.ContactRole;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.SubjectId;
import vn.sovang.vocabulary.UnitId;

/// What holds now (*sổ đăng ký hiện hành*), or what was known to hold at a moment ([#asOf]).
///
/// A list that is read page by page stays at the position at which its first page was read.
///
/// Every query throws `NotBuiltYet` while the register is built for the first time.
public final class Register {
    /// A page longer than this helps nobody.
    public static final int MAX_PAGE = 500;

    /// Knows all that the tables know.
    private static final long NEWEST = VersionedTable.OPEN - 1;

    /// Names as they were known at the same position.
    private static final String AWARDS =
            """
            select a.*, coalesce(t.name_vi, a.award) as award_name, r.name as recipient_name,
                u.authority_name, p.name as proposing_unit_name, ru.name as recipient_unit_name
            from (select a.* from award a :rows) a
            left join award_type t on t.code = a.award and :known(t)
            left join recipient r on r.recipient_id = a.recipient and :known(r)
            left join unit u on u.unit_id = a.authority and :known(u)
            left join unit p on p.unit_id = a.proposing_unit and :known(p)
            left join unit ru on ru.unit_id = a.recipient_unit and :known(ru)
            """;

    /// The source is written out: the index holds only what was rebuilt.
    private static final String REBUILT =
            "select 1 from award a where a.source = 'RECONSTRUCTED_FROM_REPORT' and :known(a)";

    private static final String ANY_REBUILT = REBUILT + " limit 1";

    private static final String REBUILT_OF =
            REBUILT + " and a.authority = ? and a.decided_on between ? and ? limit 1";

    private static final String AWARD =
            AWARDS.replace(":rows", "where a.award_id = ? and :known(a)");

    private static final String NEWEST_FIRST = "order by a.decided_on desc, a.position desc\n";

    /// Replaced items were closed by others; withdrawn and destroyed ones are not out any more.
    private static final String RECOVERIES =
            """
            select *
            from (
                select owed.*, (
                    select count(*)
                    from artifact i
                    where i.award = owed.award_id and :known(i)
                        and i.status not in ('REPLACED', 'WITHDRAWN', 'DESTROYED')) as items
                from (
            """
                    + AWARDS.replace(
                            ":rows", "where a.status in ('ANNULLED', 'STRIPPED') and :known(a)")
                    + """
                    ) as owed) as counted
                    where items > 0 or (status = 'ANNULLED' and prize_paid > prize_recovered)
                    order by coalesce(annulled_on, stripped_on), position
                    limit ?
                    """;

    private static final String ARTIFACT =
            "select * from artifact a where artifact_id = ? and :known(a)";

    private static final String ARTIFACTS_OF =
            "select * from artifact a where award = ? and :known(a) order by position";

    private static final String CASE =
            "select * from reissue_case c where case_id = ? and :known(c)";

    private static final String CASES_OF =
            "select * from reissue_case c where award = ? and :known(c) order by position";

    static final String DECISIONS =
            """
            select d.*, u.authority_name
            from decision d
            left join unit u on u.unit_id = d.authority and :known(u)
            """;

    private static final String DECISION = DECISIONS + "where d.decision_id = ? and :known(d)\n";

    static final String NOMINATIONS =
            """
            select n.*, coalesce(t.name_vi, n.award) as award_name, u.name as proposing_unit_name
            from nomination n
            left join award_type t on t.code = n.award and :known(t)
            left join unit u on u.unit_id = n.proposing_unit and :known(u)
            """;

    private static final String NOMINATION =
            NOMINATIONS + "where n.nomination_id = ? and :known(n)\n";

    private static final String COMPETENCE =
            "select * from competence c where unit = ? and :known(c) order by since, position";

    private static final String CONTACTS_DUE =
            """
            select subject
            from contact c
            where kept_until < ? and erased_on is null and :known(c)
            order by kept_until, subject
            limit ?
            """;

    private static final String CONTACTS_OF =
            "select * from contact c where recipient = ? and :known(c) order by kept_until";

    private static final String RECIPIENT =
            "select * from recipient r where recipient_id = ? and :known(r)";

    private static final String UNITS =
            """
            select *
            from unit u
            where :known(u)
            order by array_position(array['TRUNG_UONG', 'TINH', 'HUYEN', 'XA', 'CO_SO'], level),
                name, position
            """;

    private static final String UNIT = "select * from unit u where unit_id = ? and :known(u)";

    private static final String UNITS_BY_AUTHORITY_NAME =
            "select * from unit u where authority_name = ? and :known(u) order by position";

    private static final String AWARD_TYPES =
            "select * from award_type t where :known(t) order by first_position";

    private static final String SPAN = "select newest from span s where list = ? and :known(s)";

    private static final Pattern KNOWN = Pattern.compile(":known\\((\\w+)\\)");

    private final LiveTables tables;
    private final Moments moments;
    private final long position;

    /// Whose awards are listed; null for everybody's.
    private final @Nullable Set<UnitId> units;

    public Register(LiveTables tables, EventFeed feed) {
        this(tables, new Moments(tables, feed), NEWEST, null);
    }

    private Register(
            LiveTables tables, Moments moments, long position, @Nullable Set<UnitId> units) {
        this.tables = tables;
        this.moments = moments;
        this.position = position;
        this.units = units;
    }

    /// The moment somebody means, for [#asOf]; waits at most so long for the tables to know it.
    public Moments.Found find(KnownAt knownAt, Duration patience) {
        return moments.find(knownAt, patience);
    }

    /// Which positions readers mean.
    public Moments moments() {
        return moments;
    }

    /// The same register as it was known at a position; 0 is the empty ledger. A position that the
    /// tables have not reached gives what they know.
    public Register asOf(long known) {
        return new Register(tables, moments, known, units);
    }

    /// The same register, with only those rows in its lists that have to do with one of these
    /// units; of award lines those that name one as who decided, who proposed, or whose the
    /// recipient is.
    public Register within(Set<UnitId> some) {
        return new Register(tables, moments, position, Set.copyOf(some));
    }

    /// The position at which a list is read page by page; empty if the cursor is none of ours.
    public static Optional<Long> positionOf(String cursor) {
        try {
            return Optional.of(Cursor.parse(cursor).known());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// The lists beside that of awards.
    public RegisterLists lists() {
        return new RegisterLists(this);
    }

    long position() {
        return position;
    }

    @Nullable Set<UnitId> limit() {
        return units;
    }

    /// What differs between two moments.
    public Comparisons comparisons() {
        return new Comparisons(tables);
    }

    /// Award lines, newest day of signature first.
    ///
    /// @param afterCursor the [Page#next] of the page before; null for the first page
    /// @param limit rows wanted, 1 to [#MAX_PAGE]; larger values are cut
    /// @throws IllegalArgumentException if the cursor is none of ours
    public Page<AwardRow> awards(AwardFilter filter, @Nullable String afterCursor, int limit) {
        Register at = from(afterCursor);
        Cursor after = at.start(afterCursor, Awards.TABLE);
        var where = new Where();
        where.and("(a.decided_on, a.position) < (?, ?)", after.day(), after.position());
        where.filter(filter);
        if (units != null) {
            where.within(units, Where.namesOneOf("a"));
        }
        where.and(":known(a)");
        String sql =
                AWARDS.replace(":rows", where + NEWEST_FIRST + "limit " + Cursor.rows(limit))
                        + NEWEST_FIRST;
        return Cursor.page(
                at.list(sql, RegisterRows::award, where.parameters()),
                limit,
                row -> new Cursor(row.decidedOn(), row.position(), at.position));
    }

    /// Whether the list of awards has any such line.
    public boolean hasAwards(AwardFilter filter) {
        var where = new Where();
        where.filter(filter);
        if (units != null) {
            where.within(units, Where.namesOneOf("a"));
        }
        where.and(":known(a)");
        return !list("select 1 from award a\n" + where + "limit 1", _ -> true, where.parameters())
                .isEmpty();
    }

    /// A list goes on at the position at which it began.
    Register from(@Nullable String cursor) {
        if (cursor != null) {
            return asOf(Cursor.parse(cursor).known());
        }
        return position == NEWEST ? asOf(Math.max(0, tables.position())) : this;
    }

    /// Before the newest row of a list.
    Cursor start(@Nullable String cursor, VersionedTable list) {
        return cursor != null
                ? Cursor.parse(cursor)
                : list(SPAN, row -> Sql.day(row, "newest"), list.name()).stream()
                        .findFirst()
                        .map(newest -> new Cursor(newest.plusDays(1), 0, position))
                        .orElse(Cursor.START);
    }

    /// Whether any award an authority decided in those days was rebuilt from the totals of a
    /// report. What is made from rebuilt figures must say so (R6).
    public boolean holdsRebuilt(UnitId authority, LocalDate from, LocalDate to) {
        return !list(REBUILT_OF, row -> true, authority, from, to).isEmpty();
    }

    /// Whether anything was rebuilt from the totals of a report (R6).
    public boolean holdsRebuilt() {
        return !list(ANY_REBUILT, row -> true).isEmpty();
    }

    public Optional<AwardRow> award(AwardId id) {
        return first(AWARD, RegisterRows::award, id);
    }

    /// Items and money still to come back from annulled and stripped awards, oldest first.
    ///
    /// @param limit rows wanted, 1 to [#MAX_PAGE]
    public List<RecoveryRow> recoveries(int limit) {
        return list(RECOVERIES, RegisterRows::recovery, Math.clamp(limit, 1, MAX_PAGE));
    }

    public Optional<ArtifactRow> artifact(ArtifactId id) {
        return first(ARTIFACT, RegisterRows::artifact, id);
    }

    /// The items of an award, first issued first.
    public List<ArtifactRow> artifactsOf(AwardId award) {
        return list(ARTIFACTS_OF, RegisterRows::artifact, award);
    }

    public Optional<ReissueCaseRow> reissueCase(CaseId id) {
        return first(CASE, RegisterRows::reissueCase, id);
    }

    /// The re-issue cases about an award, oldest first.
    public List<ReissueCaseRow> casesOf(AwardId award) {
        return list(CASES_OF, RegisterRows::reissueCase, award);
    }

    public Optional<DecisionRow> decision(DecisionId id) {
        return first(DECISION, RegisterRows::decision, id);
    }

    public Optional<NominationRow> nomination(NominationId id) {
        return first(NOMINATION, RegisterRows::nomination, id);
    }

    public Optional<RecipientRow> recipient(RecipientId id) {
        return first(RECIPIENT, RegisterRows::recipient, id);
    }

    /// The recipient and all who were decided to be the same, in no order.
    public List<RecipientId> sameAs(RecipientId id) {
        return list(Where.SAME, row -> new RecipientId(Sql.uuid(row, "id")), id);
    }

    /// Who may act for a unit that is no more, first determined first.
    public List<CompetenceRow> competenceFor(UnitId unit) {
        return list(
                COMPETENCE,
                row ->
                        new CompetenceRow(
                                new UnitId(Sql.uuid(row, "unit")),
                                new UnitId(Sql.uuid(row, "acting")),
                                CompetenceScope.valueOf(row.getString("scope")),
                                row.getString("basis"),
                                Sql.day(row, "since"),
                                Sql.optional(row.getObject("until", LocalDate.class), d -> d),
                                row.getLong("position")),
                unit);
    }

    /// Contacts whose time of keeping ended before that day and whose keys are still there: the
    /// worklist of the data-protection officer.
    public List<SubjectId> contactsDueForErasure(LocalDate day) {
        return list(CONTACTS_DUE, row -> new SubjectId(Sql.uuid(row, "subject")), day, MAX_PAGE);
    }

    /// Whom offices are in touch with about a recipient.
    public List<ContactRow> contactsOf(RecipientId recipient) {
        return list(
                CONTACTS_OF,
                row ->
                        new ContactRow(
                                new SubjectId(Sql.uuid(row, "subject")),
                                ContactRole.valueOf(row.getString("role")),
                                Sql.day(row, "kept_until"),
                                Sql.optional(row.getObject("erased_on", LocalDate.class), d -> d)),
                recipient);
    }

    /// Surveys of items in people's hands.
    public Surveys surveys() {
        return new Surveys(this);
    }

    /// All units, highest level first, then by name.
    public List<UnitRow> units() {
        return list(UNITS, RegisterRows::unit);
    }

    public Optional<UnitRow> unit(UnitId id) {
        return first(UNIT, RegisterRows::unit, id);
    }

    /// The units whose deciding body bears the name; several where a name was given again.
    public List<UnitRow> unitsByAuthorityName(String name) {
        return list(UNITS_BY_AUTHORITY_NAME, RegisterRows::unit, name);
    }

    /// The unit whose deciding body bore the name on that day; none if there was none, or several.
    public Optional<UnitRow> unitByAuthorityName(String name, LocalDate on) {
        var there = unitsByAuthorityName(name).stream().filter(u -> u.existedOn(on)).toList();
        return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
    }

    /// The catalogue as last defined, in the order of definition.
    public List<AwardTypeRow> awardTypes() {
        return list(AWARD_TYPES, RegisterRows::awardType);
    }

    <T> List<T> list(String sql, Sql.Row<T> row, @Nullable Object... parameters) {
        String at = known(sql, position);
        return tables.query(connection -> Sql.list(connection, at, row, parameters));
    }

    private <T> Optional<T> first(String sql, Sql.Row<T> row, Object parameter) {
        return list(sql, row, parameter).stream().findFirst();
    }

    /// The statement at a position: `:known(a)` holds for rows known then.
    static String known(String sql, long position) {
        return KNOWN.matcher(sql)
                .replaceAll(alias -> VersionedTable.knownAt(alias.group(1), position));
    }
}

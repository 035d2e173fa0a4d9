package vn.sovang.projection.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Provenance.Source;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.SubjectId;
import vn.sovang.vocabulary.UnitId;

/// What holds now (*sổ đăng ký hiện hành*).
///
/// Every query throws `NotBuiltYet` while the register is built for the first time.
public final class Register {
    /// A page longer than this helps nobody.
    public static final int MAX_PAGE = 500;

    private static final String AWARDS =
            """
            select a.*, coalesce(t.name_vi, a.award) as award_name, r.name as recipient_name,
                u.authority_name, p.name as proposing_unit_name, ru.name as recipient_unit_name
            from award a
            left join award_type t on t.code = a.award
            left join recipient r on r.recipient_id = a.recipient
            left join unit u on u.unit_id = a.authority
            left join unit p on p.unit_id = a.proposing_unit
            left join unit ru on ru.unit_id = a.recipient_unit
            """;

    private static final String FROM_SOURCE =
            """
            select 1
            from award
            where authority = ? and decided_on between ? and ? and source = ?
            limit 1
            """;

    private static final String AWARD = AWARDS + "where a.award_id = ?\n";

    private static final String NEWEST_AWARDS =
            """
            order by a.decided_on desc, a.position desc
            limit ?
            """;

    /// Replaced items were closed by others; withdrawn and destroyed ones are not out any more.
    private static final String RECOVERIES =
            """
            select *
            from (
                select owed.*, (
                    select count(*)
                    from artifact i
                    where i.award = owed.award_id
                        and i.status not in ('REPLACED', 'WITHDRAWN', 'DESTROYED')) as items
                from (
            """
                    + AWARDS
                    + """
                            where a.status in ('ANNULLED', 'STRIPPED')) as owed) as counted
                    where items > 0 or (status = 'ANNULLED' and prize_paid > prize_recovered)
                    order by coalesce(annulled_on, stripped_on), position
                    limit ?
                    """;

    private static final String ARTIFACTS =
            """
            select *
            from artifact
            """;

    private static final String ARTIFACT = ARTIFACTS + "where artifact_id = ?\n";

    private static final String ARTIFACTS_OF = ARTIFACTS + "where award = ? order by position\n";

    private static final String CASES =
            """
            select *
            from reissue_case
            """;

    private static final String CASE = CASES + "where case_id = ?\n";

    private static final String CASES_OF = CASES + "where award = ? order by position\n";

    private static final String NEWEST_CASES =
            CASES
                    + """
                    where position < ? and (?::text is null or status = ?)
                    order by position desc
                    limit ?
                    """;

    private static final String DECISIONS =
            """
            select d.*, u.authority_name
            from decision d
            left join unit u on u.unit_id = d.authority
            """;

    private static final String DECISION = DECISIONS + "where d.decision_id = ?\n";

    private static final String NEWEST_DECISIONS =
            DECISIONS
                    + """
                    where (d.signed_on, d.position) < (?, ?)
                        and (?::uuid is null or d.authority = ?)
                        and (?::text is null or strpos(d.folded_number, ?) > 0)
                    order by d.signed_on desc, d.position desc
                    limit ?
                    """;

    private static final String NOMINATIONS =
            """
            select n.*, coalesce(t.name_vi, n.award) as award_name, u.name as proposing_unit_name
            from nomination n
            left join award_type t on t.code = n.award
            left join unit u on u.unit_id = n.proposing_unit
            """;

    private static final String NOMINATION = NOMINATIONS + "where n.nomination_id = ?\n";

    private static final String NEWEST_NOMINATIONS =
            NOMINATIONS
                    + """
                    where n.position < ? and (?::text is null or n.status = ?)
                    order by n.position desc
                    limit ?
                    """;

    /// A recipient and all those decided to be the same, over any number of joins.
    private static final String SAME =
            """
            with recursive same (id) as (
                select ?::uuid
                union
                select s.other from same_recipient s join same on s.one = same.id
            )
            select id from same
            """;

    private static final String COMPETENCE =
            """
            select *
            from competence
            where unit = ?
            order by since, position
            """;

    private static final String CONTACTS_DUE =
            """
            select subject
            from contact
            where kept_until < ? and erased_on is null
            order by kept_until, subject
            limit ?
            """;

    private static final String RECIPIENT =
            """
            select *
            from recipient
            where recipient_id = ?
            """;

    private static final String UNITS =
            """
            select *
            from unit
            order by array_position(array['TRUNG_UONG', 'TINH', 'HUYEN', 'XA', 'CO_SO'], level),
                name, position
            """;

    private static final String UNIT =
            """
            select *
            from unit
            where unit_id = ?
            """;

    private static final String UNITS_BY_AUTHORITY_NAME =
            """
            select *
            from unit
            where authority_name = ?
            order by position
            """;

    private static final String AWARD_TYPES =
            """
            select *
            from award_type
            order by first_position
            """;

    private final LiveTables tables;

    public Register(LiveTables tables) {
        this.tables = tables;
    }

    /// Award lines, newest day of signature first.
    ///
    /// @param afterCursor the [Page#next] of the page before; null for the first page
    /// @param limit rows wanted, 1 to [#MAX_PAGE]; larger values are cut
    /// @throws IllegalArgumentException if the cursor is none of ours
    public Page<AwardRow> awards(AwardFilter filter, @Nullable String afterCursor, int limit) {
        Cursor after = Cursor.parse(afterCursor);
        var where = new Where();
        where.and("(a.decided_on, a.position) < (?, ?)", after.day(), after.position());
        where.andIf("a.authority = ?", filter.authority());
        where.andIf("a.award = ?", filter.award());
        where.andIf("strpos(a.folded_number, ?) > 0", folded(filter.decisionNumber()));
        where.andIf("a.decided_on >= ?", filter.from());
        where.andIf("a.decided_on <= ?", filter.to());
        where.andIf("a.recipient_kind = ?", filter.recipientKind());
        where.andIf("a.status = ?", filter.status());
        where.andIf("a.decision = ?", filter.decision());
        where.andIf("a.recipient in (" + SAME + ")", filter.recipient());
        String sql = AWARDS + where + NEWEST_AWARDS;
        where.parameters.add(Cursor.rows(limit));
        return Cursor.page(
                list(sql, RegisterRows::award, where.parameters.toArray()),
                limit,
                row -> new Cursor(row.decidedOn(), row.position()));
    }

    /// Whether any award an authority decided in those days comes from such a source. What is made
    /// from rebuilt figures must say so (R6).
    public boolean hasAwardsFrom(Source source, UnitId authority, LocalDate from, LocalDate to) {
        return !list(FROM_SOURCE, row -> true, authority, from, to, source).isEmpty();
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

    /// Re-issue cases, newest first.
    public Page<ReissueCaseRow> reissueCases(
            @Nullable CaseStatus status, @Nullable String afterCursor, int limit) {
        var rows =
                list(
                        NEWEST_CASES,
                        RegisterRows::reissueCase,
                        Cursor.parse(afterCursor).position(),
                        status,
                        status,
                        Cursor.rows(limit));
        return Cursor.page(rows, limit, row -> new Cursor(LocalDate.EPOCH, row.position()));
    }

    public Optional<DecisionRow> decision(DecisionId id) {
        return first(DECISION, RegisterRows::decision, id);
    }

    /// Decisions, newest day of signature first.
    ///
    /// @param numberPart part of the number as written; null for all
    public Page<DecisionRow> decisions(
            @Nullable UnitId authority,
            @Nullable String numberPart,
            @Nullable String afterCursor,
            int limit) {
        Cursor after = Cursor.parse(afterCursor);
        String number = folded(numberPart);
        var rows =
                list(
                        NEWEST_DECISIONS,
                        RegisterRows::decision,
                        after.day(),
                        after.position(),
                        authority,
                        authority,
                        number,
                        number,
                        Cursor.rows(limit));
        return Cursor.page(rows, limit, row -> new Cursor(row.signedOn(), row.position()));
    }

    public Optional<NominationRow> nomination(NominationId id) {
        return first(NOMINATION, RegisterRows::nomination, id);
    }

    /// Nominations, newest first.
    public Page<NominationRow> nominations(
            @Nullable NominationStatus status, @Nullable String afterCursor, int limit) {
        var rows =
                list(
                        NEWEST_NOMINATIONS,
                        RegisterRows::nomination,
                        Cursor.parse(afterCursor).position(),
                        status,
                        status,
                        Cursor.rows(limit));
        return Cursor.page(rows, limit, row -> new Cursor(LocalDate.EPOCH, row.position()));
    }

    public Optional<RecipientRow> recipient(RecipientId id) {
        return first(RECIPIENT, RegisterRows::recipient, id);
    }

    /// The recipient and all who were decided to be the same, in no order.
    public List<RecipientId> sameAs(RecipientId id) {
        return list(SAME, row -> new RecipientId(Sql.uuid(row, "id")), id);
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

    private <T> List<T> list(String sql, Sql.Row<T> row, @Nullable Object... parameters) {
        return tables.query(connection -> Sql.list(connection, sql, row, parameters));
    }

    private <T> Optional<T> first(String sql, Sql.Row<T> row, Object parameter) {
        return tables.query(connection -> Sql.first(connection, sql, row, parameter));
    }

    /// Numbers are looked for as they are compared: without spaces, in upper case.
    private static @Nullable String folded(@Nullable String number) {
        return number == null || number.isBlank()
                ? null
                : number.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /// Conditions and their parameters, in order.
    private static final class Where {
        final List<@Nullable Object> parameters = new ArrayList<>();
        private final List<String> conditions = new ArrayList<>();

        void and(String condition, Object... values) {
            conditions.add(condition);
            parameters.addAll(List.of(values));
        }

        void andIf(String condition, @Nullable Object value) {
            if (value != null) {
                and(condition, value);
            }
        }

        @Override
        public String toString() {
            return "where " + String.join("\n    and ", conditions) + "\n";
        }
    }
}

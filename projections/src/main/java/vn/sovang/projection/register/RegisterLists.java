package vn.sovang.projection.register;

import java.time.LocalDate;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.register.RegisterTables.Decisions;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// The lists of the register beside that of awards, page by page. A list stays at the position at
/// which its first page was read, and shows what has to do with the register's units only
/// ([Register#within]).
///
/// Every list takes the [Page#next] of the page before, null for the first, and a limit of 1 to
/// [Register#MAX_PAGE] rows, and throws `IllegalArgumentException` if the cursor is none of ours.
public final class RegisterLists {
    /// The award line of a thing, which an office sees where it has to do with the line. `offset 0`
    /// keeps the planner to looking lines up one by one: it would rather read all there are, for
    /// the fifty rows of a page.
    private static final String LINE =
            "exists (select 1 from award w where %s and :known(w)%s offset 0)";

    private static final String UNIT_ORDER =
            "array_position(array['TRUNG_UONG', 'TINH', 'HUYEN', 'XA', 'CO_SO'], %1$s.level),"
                    + " %1$s.name, %1$s.position";

    private final Register register;

    RegisterLists(Register register) {
        this.register = register;
    }

    /// Which items to list; what is absent does not restrict.
    ///
    /// @param holder office that has them
    /// @param from first day of issue
    /// @param to last day of issue, included
    public record ArtifactFilter(
            @Nullable AwardId award,
            @Nullable ArtifactKind kind,
            @Nullable ArtifactStatus status,
            @Nullable UnitId holder,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /// Items, the last to come into the ledger first.
    public Page<ArtifactRow> artifacts(ArtifactFilter filter, @Nullable String after, int limit) {
        var where = new Where();
        where.andIf("a.award = ?", filter.award());
        where.andIf("a.kind = ?", filter.kind());
        where.andIf("a.status = ?", filter.status());
        where.andIf("a.held_by = ?", filter.holder());
        where.andIf("a.issued_on >= ?", filter.from());
        where.andIf("a.issued_on <= ?", filter.to());
        within(
                where,
                "(a.held_by = any(?) or "
                        + ofLine("w.award_id = a.award")
                        + " or not "
                        + LINE.formatted("w.award_id = a.award", "")
                        + ")");
        return newest(
                new Order("select * from artifact a\n", "a", "a.artifact_id"),
                where,
                new Wanted<>(after, limit, RegisterRows::artifact),
                (row, known) -> new Mark(row.position(), row.id().value(), known));
    }

    /// Which decisions to list; what is absent does not restrict.
    ///
    /// @param numberPart part of the number as written, in any case, spaces ignored
    /// @param from first day of signature
    /// @param to last day of signature, included
    public record DecisionFilter(
            @Nullable UnitId authority,
            @Nullable String numberPart,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        /// Every decision.
        public static final DecisionFilter ALL = new DecisionFilter(null, null, null, null);
    }

    /// Decisions, newest day of signature first.
    public Page<DecisionRow> decisions(DecisionFilter filter, @Nullable String after, int limit) {
        Register at = register.from(after);
        Cursor start = at.start(after, Decisions.TABLE);
        var where = new Where();
        where.and("(d.signed_on, d.position) < (?, ?)", start.day(), start.position());
        where.andIf("d.authority = ?", filter.authority());
        where.andIf("strpos(d.folded_number, ?) > 0", Where.folded(filter.numberPart()));
        where.andIf("d.signed_on >= ?", filter.from());
        where.andIf("d.signed_on <= ?", filter.to());
        within(where, "(d.authority = any(?) or " + ofLine("w.decision = d.decision_id") + ")");
        where.and(":known(d)");
        var sql =
                Register.DECISIONS
                        + where
                        + "order by d.signed_on desc, d.position desc\nlimit "
                        + Cursor.rows(limit);
        return Cursor.page(
                at.list(sql, RegisterRows::decision, where.parameters()),
                limit,
                row -> new Cursor(row.signedOn(), row.position(), at.position()));
    }

    /// Which nominations to list; what is absent does not restrict.
    ///
    /// @param proposingUnit who drew it up
    /// @param submittedTo to whom its newest list went
    /// @param from first day: of the newest list, of filing where there is none
    /// @param to last day, included
    public record NominationFilter(
            @Nullable UnitId proposingUnit,
            @Nullable UnitId submittedTo,
            @Nullable AwardCode award,
            @Nullable RecipientKind recipientKind,
            @Nullable NominationStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        /// Every nomination.
        public static final NominationFilter ALL =
                new NominationFilter(null, null, null, null, null, null, null);

        /// Those in one state; null for any.
        public static NominationFilter in(@Nullable NominationStatus status) {
            return new NominationFilter(null, null, null, null, status, null, null);
        }
    }

    /// Nominations, the last to come into the ledger first.
    public Page<NominationRow> nominations(
            NominationFilter filter, @Nullable String after, int limit) {
        var where = new Where();
        where.andIf("n.proposing_unit = ?", filter.proposingUnit());
        where.andIf("n.submitted_to = ?", filter.submittedTo());
        where.andIf("n.award = ?", filter.award());
        where.andIf("n.recipient_kind = ?", filter.recipientKind());
        where.andIf("n.status = ?", filter.status());
        where.andIf("coalesce(n.submitted_on, n.filed_on) >= ?", filter.from());
        where.andIf("coalesce(n.submitted_on, n.filed_on) <= ?", filter.to());
        within(
                where,
                "(n.proposing_unit = any(?) or n.submitted_to = any(?)"
                        + " or n.recipient_unit = any(?))");
        return newest(
                new Order(Register.NOMINATIONS, "n", "n.nomination_id"),
                where,
                new Wanted<>(after, limit, RegisterRows::nomination),
                (row, known) -> new Mark(row.position(), row.id().value(), known));
    }

    /// Which re-issue cases to list; what is absent does not restrict.
    ///
    /// @param office that received the request or put it on its list
    /// @param from first day: of receipt, of the list where the request was never received
    /// @param to last day, included
    public record CaseFilter(
            @Nullable UnitId office,
            @Nullable AwardCode award,
            @Nullable ReissueKind kind,
            @Nullable RecipientKind recipientKind,
            @Nullable CaseStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        /// Every case.
        public static final CaseFilter ALL =
                new CaseFilter(null, null, null, null, null, null, null);

        /// Those in one state; null for any.
        public static CaseFilter in(@Nullable CaseStatus status) {
            return new CaseFilter(null, null, null, null, status, null, null);
        }
    }

    /// Re-issue cases, the last to come into the ledger first.
    public Page<ReissueCaseRow> reissueCases(CaseFilter filter, @Nullable String after, int limit) {
        var where = new Where();
        where.andIf("c.office = ?", filter.office());
        where.andIf("c.award_code = ?", filter.award());
        where.andIf("c.kind = ?", filter.kind());
        where.andIf("c.recipient_kind = ?", filter.recipientKind());
        where.andIf("c.status = ?", filter.status());
        where.andIf("coalesce(c.received_on, c.proposed_on) >= ?", filter.from());
        where.andIf("coalesce(c.received_on, c.proposed_on) <= ?", filter.to());
        within(
                where,
                "(c.office = any(?) or c.approved_by = any(?) or c.forwarded_to = any(?)"
                        + " or coalesce(c.office, c.approved_by, c.forwarded_to) is null)");
        return newest(
                new Order("select * from reissue_case c\n", "c", "c.case_id"),
                where,
                new Wanted<>(after, limit, RegisterRows::reissueCase),
                (row, known) -> new Mark(row.position(), row.id().value(), known));
    }

    /// Which recipients to list; what is absent does not restrict.
    ///
    /// @param restricted whether their processing is restricted
    /// @param erased whether their identity was erased
    public record RecipientFilter(
            @Nullable RecipientKind kind, @Nullable Boolean restricted, @Nullable Boolean erased) {}

    /// Recipients, the last to come into the ledger first: their names are sealed and have no
    /// order. An office sees those of its award lines, and those who have none.
    public Page<RecipientRow> recipients(
            RecipientFilter filter, @Nullable String after, int limit) {
        var where = new Where();
        where.andIf("r.kind = ?", filter.kind());
        where.andIf("r.restricted = ?", filter.restricted());
        where.andIf("(r.erased_on is not null) = ?", filter.erased());
        var same = "w.recipient in (" + Where.SAME.replace("?::uuid", "r.recipient_id") + ")";
        within(where, "(" + ofLine(same) + " or not " + LINE.formatted(same, "") + ")");
        return newest(
                new Order("select * from recipient r\n", "r", "r.recipient_id"),
                where,
                new Wanted<>(after, limit, RegisterRows::recipient),
                (row, known) -> new Mark(row.position(), row.id().value(), known));
    }

    /// Which units to list; what is absent does not restrict.
    ///
    /// @param ended whether it exists no more
    /// @param reconciled false for names met in a list that nobody has matched yet
    public record UnitFilter(
            @Nullable UnitLevel level,
            @Nullable UnitId parent,
            @Nullable Boolean ended,
            @Nullable Boolean reconciled) {}

    /// Units, highest level first, then by name; every office sees all.
    public Page<UnitRow> units(UnitFilter filter, @Nullable String after, int limit) {
        Register at = at(after);
        var where = new Where();
        if (after != null) {
            // The order of the row the page before ended with, as known at the same position.
            where.and(
                    "(%s) > (select %s from unit x where x.unit_id = ? and :known(x))"
                            .formatted(UNIT_ORDER.formatted("u"), UNIT_ORDER.formatted("x")),
                    Mark.parse(after).id());
        }
        where.andIf("u.level = ?", filter.level());
        where.andIf("u.parent = ?", filter.parent());
        where.andIf("(u.ended_on is not null) = ?", filter.ended());
        where.andIf("u.reconciled = ?", filter.reconciled());
        where.and(":known(u)");
        var sql =
                "select * from unit u\n"
                        + where
                        + "order by "
                        + UNIT_ORDER.formatted("u")
                        + "\nlimit "
                        + Cursor.rows(limit);
        return Mark.page(
                at.list(sql, RegisterRows::unit, where.parameters()),
                Cursor.rows(limit) - 1,
                row -> new Mark(row.position(), row.id().value(), at.position()));
    }

    /// A statement without conditions, the alias of its rows, and their identity.
    private record Order(String select, String alias, String id) {}

    private record Wanted<T>(@Nullable String after, int limit, Sql.Row<T> row) {}

    private <T> Page<T> newest(
            Order order, Where where, Wanted<T> wanted, BiFunction<T, Long, Mark> end) {
        var after = wanted.after();
        Register at = at(after);
        var mark = Mark.of(after, at.position());
        var key = "(" + order.alias() + ".position, " + order.id() + ")";
        where.and(key + " < (?, ?)", mark.position(), mark.id());
        where.and(":known(" + order.alias() + ")");
        int rows = Cursor.rows(wanted.limit());
        var sql =
                order.select()
                        + where
                        + "order by %1$s.position desc, %2$s desc\nlimit %3$d"
                                .formatted(order.alias(), order.id(), rows);
        return Mark.page(
                at.list(sql, wanted.row(), where.parameters()),
                rows - 1,
                row -> end.apply(row, at.position()));
    }

    /// A list goes on at the position at which it began.
    private Register at(@Nullable String after) {
        return after == null ? register.from(null) : register.asOf(Mark.parse(after).known());
    }

    private static String ofLine(String join) {
        return LINE.formatted(join, " and " + Where.namesOneOf("w"));
    }

    private void within(Where where, String condition) {
        var units = register.limit();
        if (units != null) {
            where.within(units, condition);
        }
    }
}

package vn.sovang.projection.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.UnitId;

/// Conditions on the rows of a list and their parameters, in order.
final class Where {
    /// A recipient and all those decided to be the same, over any number of joins.
    static final String SAME =
            """
            with recursive same (id) as (
                select ?::uuid
                union
                select s.other
                from same_recipient s
                join same on s.one = same.id
                where s.joined and :known(s)
            )
            select id from same
            """;

    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    void and(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
    }

    /// What a filter restricts.
    void filter(AwardFilter filter) {
        andIf("a.authority = ?", filter.authority());
        andIf("a.award = ?", filter.award());
        andIf("strpos(a.folded_number, ?) > 0", folded(filter.decisionNumber()));
        andIf("a.decided_on >= ?", filter.from());
        andIf("a.decided_on <= ?", filter.to());
        andIf("a.recipient_kind = ?", filter.recipientKind());
        andIf("a.status = ?", filter.status());
        andIf("a.decision = ?", filter.decision());
        andIf("a.recipient in (" + SAME + ")", filter.recipient());
        var unit = filter.unit();
        if (unit != null) {
            within(Set.of(unit), namesOneOf("a"));
        }
    }

    /// An award line that names a unit.
    ///
    /// @param line name of the table in the statement
    static String namesOneOf(String line) {
        return ("(%1$s.authority = any(?) or %1$s.proposing_unit = any(?)"
                        + " or %1$s.recipient_unit = any(?))")
                .formatted(line);
    }

    /// A condition whose every parameter is these units.
    void within(Set<UnitId> units, String condition) {
        var ids = units.stream().map(UnitId::value).toArray(UUID[]::new);
        conditions.add(condition);
        condition.chars().filter(c -> c == '?').forEach(_ -> parameters.add(ids));
    }

    void andIf(String condition, @Nullable Object value) {
        if (value != null) {
            and(condition, value);
        }
    }

    @Nullable Object[] parameters() {
        return parameters.toArray();
    }

    /// Numbers are looked for as they are compared: without spaces, in upper case.
    static @Nullable String folded(@Nullable String number) {
        return number == null || number.isBlank()
                ? null
                : number.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /// The conditions without the word `where`.
    String all() {
        return conditions.isEmpty() ? "true" : String.join("\n    and ", conditions);
    }

    @Override
    public String toString() {
        return "where " + all() + "\n";
    }
}

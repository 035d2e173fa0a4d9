package vn.sovang.projection.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.readmodel.Column;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Row;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.readmodel.VersionedTable;
import vn.sovang.projection.readmodel.VersionedTable.State;
import vn.sovang.projection.register.Comparison.Kind;
import vn.sovang.projection.register.RegisterTables.Artifacts;
import vn.sovang.projection.register.RegisterTables.Awards;
import vn.sovang.projection.register.RegisterTables.Cases;
import vn.sovang.projection.register.RegisterTables.Decisions;
import vn.sovang.projection.register.RegisterTables.Nominations;
import vn.sovang.projection.register.RegisterTables.Recipients;
import vn.sovang.projection.register.RegisterTables.Units;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// Two moments of the register, field by field (*so sánh hai thời điểm*).
///
/// A row is compared with itself: what its own events say. That a unit it names has another name by
/// now is a change of the unit.
public final class Comparisons {
    /// Whatever became known between the moments, and whoever a join or a separation brought into
    /// the list or out of it.
    private static final String CANDIDATES =
            """
            select c.award_id, a.award_id is not null as before, b.award_id is not null as after
            from (
                select distinct award_id
                from award c
                where (c.known_from > :from and c.known_from <= :to :moved) and award_id > ?
            ) c
            left join award a on a.award_id = c.award_id and :before
            left join award b on b.award_id = c.award_id and :after
            where a.award_id is not null or b.award_id is not null
            order by c.award_id
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final LiveTables tables;

    Comparisons(LiveTables tables) {
        this.tables = tables;
    }

    /// An award, artifact, decision, recipient, unit, nomination or re-issue case at two positions;
    /// empty if the ledger knew it at neither.
    ///
    /// @throws IllegalArgumentException if `from` is after `to`, or the register has no such things
    public Optional<Comparison> of(Id id, long from, long to) {
        inOrder(from, to);
        VersionedTable table = table(id);
        return tables.query(connection -> compare(connection, table, id.value(), from, to));
    }

    /// The awards of a list that appeared in it, changed or left it between two positions, by
    /// identity.
    ///
    /// @param after the [Page#next] of the page before; null for the first page
    /// @throws IllegalArgumentException if `from` is after `to`, or the cursor is none of ours
    public Page<Comparison> awards(
            AwardFilter filter, long from, long to, @Nullable String after, int limit) {
        inOrder(from, to);
        UUID start = after == null ? FIRST : UUID.fromString(after);
        int wanted = Cursor.rows(limit) - 1;
        return tables.query(connection -> {
            var found = new ArrayList<Comparison>();
            UUID last = start;
            // A page of candidates may hold rows that differ in nothing the list shows.
            while (true) {
                var candidates = candidates(connection, filter, from, to, last);
                for (Candidate candidate : candidates) {
                    var compared = compared(connection, candidate, from, to);
                    if (compared.kind() == Kind.SAME) {
                        last = candidate.id;
                        continue;
                    }
                    if (found.size() == wanted) {
                        return new Page<>(found, last.toString());
                    }
                    found.add(compared);
                    last = candidate.id;
                }
                if (candidates.size() < Register.MAX_PAGE) {
                    return new Page<>(found, null);
                }
            }
        });
    }

    private static List<Candidate> candidates(
            Connection connection, AwardFilter filter, long from, long to, UUID after)
            throws SQLException {
        var a = new Where();
        a.filter(filter);
        var parameters = new ArrayList<@Nullable Object>();
        String moved = "";
        if (filter.recipient() != null) {
            moved = "or c.recipient in (" + Register.known(Where.SAME, from) + ")";
            moved += " or c.recipient in (" + Register.known(Where.SAME, to) + ")";
            parameters.add(filter.recipient());
            parameters.add(filter.recipient());
        }
        parameters.add(after);
        for (int moment = 0; moment < 2; moment++) {
            parameters.addAll(Arrays.asList(a.parameters()));
        }
        String sql =
                CANDIDATES
                        .replace(":from", Long.toString(from))
                        .replace(":to", Long.toString(to))
                        .replace(":moved", moved)
                        .replace(":before", Register.known(a.all() + " and :known(a)", from))
                        .replace(
                                ":after",
                                Register.known(a.all() + " and :known(a)", to)
                                        .replaceAll("\\ba\\.", "b."));
        return Sql.list(
                connection,
                sql + "limit " + Register.MAX_PAGE,
                row ->
                        new Candidate(
                                Sql.uuid(row, "award_id"),
                                row.getBoolean("before"),
                                row.getBoolean("after")),
                parameters.toArray());
    }

    /// In a list a row counts as known while it belongs to the list.
    private static Comparison compared(
            Connection connection, Candidate candidate, long from, long to) throws SQLException {
        var states = Awards.TABLE.between(connection, candidate.id, from, to);
        var before = candidate.before ? at(states, from) : null;
        var after = candidate.after ? at(states, to) : null;
        return new Comparison(
                candidate.id.toString(),
                kind(before, after),
                changes(Awards.TABLE, states, before, after, from));
    }

    private static Optional<Comparison> compare(
            Connection connection, VersionedTable table, UUID id, long from, long to)
            throws SQLException {
        var states = table.between(connection, id, from, to);
        if (states.isEmpty()) {
            return Optional.empty();
        }
        var before = at(states, from);
        var after = at(states, to);
        return Optional.of(
                new Comparison(
                        id.toString(),
                        kind(before, after),
                        changes(table, states, before, after, from)));
    }

    private static Kind kind(@Nullable Row before, @Nullable Row after) {
        if (before == null) {
            return Kind.APPEARED;
        }
        if (after == null) {
            return Kind.VANISHED;
        }
        return before.equals(after) ? Kind.SAME : Kind.CHANGED;
    }

    private static @Nullable Row at(List<State> states, long position) {
        return states.stream()
                .filter(s -> s.knownAt(position))
                .map(State::row)
                .findFirst()
                .orElse(null);
    }

    private static List<FieldChange> changes(
            VersionedTable table,
            List<State> states,
            @Nullable Row before,
            @Nullable Row after,
            long from) {
        var changes = new ArrayList<FieldChange>();
        for (Column<?> column : table.columns()) {
            String was = before == null ? null : column.text(before);
            String is = after == null ? null : column.text(after);
            if (!Objects.equals(was, is)) {
                changes.add(
                        new FieldChange(
                                column.name(), column.holds(), was, is, by(states, column, from)));
            }
        }
        return changes;
    }

    /// The events after a position that left another value than they found.
    private static List<Long> by(List<State> states, Column<?> column, long from) {
        var events = new ArrayList<Long>();
        String value = null;
        for (State state : states) {
            String next = column.text(state.row());
            if (state.from() > from && !Objects.equals(value, next)) {
                events.add(state.byEvent());
            }
            value = next;
        }
        return events;
    }

    private static void inOrder(long from, long to) {
        if (from > to) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    /// Everything in which things can differ, so that there are words for all of it.
    public static List<Column<?>> fields() {
        return Stream.of(
                        Awards.TABLE,
                        Artifacts.TABLE,
                        Decisions.TABLE,
                        Recipients.TABLE,
                        Units.TABLE,
                        Nominations.TABLE,
                        Cases.TABLE)
                .<Column<?>>flatMap(table -> table.columns().stream())
                .toList();
    }

    private static VersionedTable table(Id id) {
        return switch (id) {
            case AwardId _ -> Awards.TABLE;
            case ArtifactId _ -> Artifacts.TABLE;
            case DecisionId _ -> Decisions.TABLE;
            case RecipientId _ -> Recipients.TABLE;
            case UnitId _ -> Units.TABLE;
            case NominationId _ -> Nominations.TABLE;
            case CaseId _ -> Cases.TABLE;
            default -> throw new IllegalArgumentException("not in the register: " + id.tag());
        };
    }

    private record Candidate(UUID id, boolean before, boolean after) {}
}

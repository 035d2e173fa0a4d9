package vn.sovang.projection.duplicates;

import static vn.sovang.projection.readmodel.Sql.uuid;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

/// The worklist of recipients that may be one, and counts of persons.
///
/// Every query throws `NotBuiltYet` while the tables are built for the first time.
public final class Duplicates {
    /// A longer worklist helps nobody.
    public static final int MAX_PAIRS = 500;

    /// Once somebody decided about a pair, in either way, it is on the list no more.
    private static final String SUSPECTED =
            """
            select a.recipient_id as one, b.recipient_id as other, a.kind,
                a.spelled = b.spelled as same_spelling,
                coalesce(a.year = b.year, false) as same_year
            from person a
            join person b on b.letters = a.letters and b.kind = a.kind
                and b.recipient_id > a.recipient_id
            where (a.year is null or b.year is null or a.year = b.year)
                and not exists (
                    select 1
                    from joined j
                    where j.one = a.recipient_id and j.other = b.recipient_id)
            order by same_spelling desc, same_year desc, greatest(a.position, b.position),
                one, other
            limit ?
            """;

    private static final String RECIPIENTS =
            """
            select distinct recipient
            from line
            where authority = ? and decided_on between ? and ? and known_at <= ?
            """;

    private static final String JOINS =
            """
            select one, other
            from joined
            where since <= ? and (until is null or until > ?)
            """;

    private final LiveTables tables;

    public Duplicates(LiveTables tables) {
        this.tables = tables;
    }

    /// Pairs nobody has decided about, the likeliest first.
    ///
    /// @param limit at most [#MAX_PAIRS]
    public List<SuspectedPair> suspected(int limit) {
        return tables.query(connection ->
                Sql.list(
                        connection,
                        SUSPECTED,
                        row ->
                                new SuspectedPair(
                                        new RecipientId(uuid(row, "one")),
                                        new RecipientId(uuid(row, "other")),
                                        RecipientKind.valueOf(row.getString("kind")),
                                        row.getBoolean("same_spelling"),
                                        row.getBoolean("same_year")),
                        Math.clamp(limit, 1, MAX_PAIRS)));
    }

    /// How many recipients the lines of an authority name, those joined counted once. Gross, like
    /// every figure of what was decided: an annulled line's recipient counts.
    ///
    /// @param from first day of signature
    /// @param to last day of signature
    /// @param knownAt position up to which lines and joins are known
    public long distinctRecipients(UnitId authority, LocalDate from, LocalDate to, long knownAt) {
        return tables.query(connection -> {
            var named =
                    Sql.list(
                            connection,
                            RECIPIENTS,
                            row -> uuid(row, "recipient"),
                            authority,
                            from,
                            to,
                            knownAt);
            var groups = new Groups();
            Sql.list(
                    connection,
                    JOINS,
                    row -> groups.join(uuid(row, "one"), uuid(row, "other")),
                    knownAt,
                    knownAt);
            return groups.count(named);
        });
    }

    /// Who is one with whom. Owned by one query.
    private static final class Groups {
        private final Map<UUID, UUID> parents = new HashMap<>();

        private UUID root(UUID id) {
            var at = id;
            var parent = parents.get(at);
            while (parent != null) {
                at = parent;
                parent = parents.get(at);
            }
            return at;
        }

        boolean join(UUID one, UUID other) {
            var a = root(one);
            var b = root(other);
            if (a.equals(b)) {
                return false;
            }
            parents.put(a, b);
            return true;
        }

        long count(List<UUID> ids) {
            Set<UUID> roots = new HashSet<>();
            ids.forEach(id -> roots.add(root(id)));
            return roots.size();
        }
    }
}

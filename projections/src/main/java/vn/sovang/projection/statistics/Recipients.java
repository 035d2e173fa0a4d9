package vn.sovang.projection.statistics;

import static vn.sovang.projection.readmodel.Sql.array;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.statistics.Period.Interval;

/// Counts who is behind the lines: each recipient once, and those found to be one once together, as
/// known at the position. Costs what there are facts in the period.
final class Recipients {
    private static final String LINES =
            """
            select cell_id, recipient, sum(delta) as lines
            from counted
            where cell_id = any(?) and effective_on between ? and ?
                and known_at <= ? and claimed_on <= ? and recipient is not null
            group by cell_id, recipient
            """;

    private static final String JOINS =
            """
            select recipient, other, joined
            from recipient_join
            where known_at <= ?
            order by known_at, position
            """;

    private Recipients() {}

    /// @param lineOf for each stored cell which figure it belongs to
    /// @return for each of the figures how many recipients have at least one line left in it
    static List<Long> count(
            Connection connection,
            Map<Long, Integer> lineOf,
            int figures,
            Interval days,
            Scope scope)
            throws SQLException {
        Map<UUID, UUID> same = same(connection, scope.position());
        var lines = new ArrayList<Map<UUID, Long>>();
        for (int i = 0; i < figures; i++) {
            lines.add(new HashMap<>());
        }
        Sql.list(
                connection,
                LINES,
                row -> {
                    UUID recipient = uuid(row, "recipient");
                    int figure = lineOf.getOrDefault(row.getLong("cell_id"), 0);
                    return lines.get(figure)
                            .merge(
                                    same.getOrDefault(recipient, recipient),
                                    row.getLong("lines"),
                                    Long::sum);
                },
                array("bigint", List.copyOf(lineOf.keySet())),
                days.from(),
                days.to(),
                scope.position(),
                scope.claimedBy());
        return lines.stream()
                .map(of -> of.values().stream().filter(count -> count > 0).count())
                .toList();
    }

    /// One of each group of recipients that are the same, for each of the group.
    private static Map<UUID, UUID> same(Connection connection, long position) throws SQLException {
        Set<Set<UUID>> joined = new HashSet<>();
        Sql.list(
                connection,
                JOINS,
                row -> {
                    var both = Set.copyOf(List.of(uuid(row, "recipient"), uuid(row, "other")));
                    return row.getBoolean("joined") ? joined.add(both) : joined.remove(both);
                },
                position);
        Map<UUID, Set<UUID>> groups = new HashMap<>();
        for (Set<UUID> both : joined) {
            var group = new HashSet<UUID>();
            for (UUID one : both) {
                group.addAll(groups.getOrDefault(one, Set.of(one)));
            }
            group.forEach(one -> groups.put(one, group));
        }
        Map<UUID, UUID> same = new HashMap<>();
        groups.forEach((one, group) -> same.put(one, Collections.min(group)));
        return same;
    }
}

package vn.sovang.projection.statistics;

import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sovang.projection.readmodel.Sql;

/// Which unit follows which, as known at a position and in force on a day (*sắp xếp đơn vị*).
///
/// A unit that was merged, or abolished with one successor, is followed by it. One that was
/// divided, or whose places went to several, is followed by nobody: what belonged to it is not yet
/// allocated (*chưa phân bổ*), for the paper does not say which line went where. Of two things
/// recorded of one unit the later recorded counts. Units merged in a circle stay what they are.
final class Lineage {
    /// Everybody as they were.
    static final Lineage NONE = new Lineage(Map.of());

    private static final String ENDS =
            """
            select unit_id, divided, successors
            from lineage
            where known_at <= ? and effective_on <= ?
            order by known_at, position
            """;

    private final Map<UUID, End> ends;

    private record End(boolean divided, List<UUID> successors) {}

    private Lineage(Map<UUID, End> ends) {
        this.ends = ends;
    }

    static Lineage read(Connection connection, long position, LocalDate day) throws SQLException {
        var ends = new HashMap<UUID, End>();
        Sql.list(
                connection,
                ENDS,
                row ->
                        ends.put(
                                uuid(row, "unit_id"),
                                new End(
                                        row.getBoolean("divided"),
                                        List.of((UUID[]) row.getArray("successors").getArray()))),
                position,
                day);
        return new Lineage(ends);
    }

    /// The unit that stands for it now; itself if nobody does.
    UUID now(UUID unit) {
        UUID now = unit;
        Set<UUID> seen = new HashSet<>();
        while (seen.add(now)) {
            End end = ends.get(now);
            if (end == null || end.divided || end.successors.size() != 1) {
                return now;
            }
            now = end.successors.getFirst();
        }
        return unit;
    }

    /// Where the places of a unit went that nobody follows alone; empty for any other.
    List<UUID> dividedAmong(UUID unit) {
        End end = ends.get(unit);
        return end == null || (!end.divided && end.successors.size() == 1)
                ? List.of()
                : end.successors;
    }

    /// All units that a unit stands for now, itself among them if nobody follows it.
    List<UUID> standingBehind(UUID unit) {
        Set<UUID> behind = new HashSet<>();
        behind.add(unit);
        behind.addAll(ends.keySet());
        behind.removeIf(one -> !now(one).equals(unit));
        return List.copyOf(behind);
    }
}

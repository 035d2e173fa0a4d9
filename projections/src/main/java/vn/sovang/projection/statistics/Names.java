package vn.sovang.projection.statistics;

import static vn.sovang.projection.readmodel.Sql.array;
import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Names of units and awards as known at a position: an answer reads the same for ever, whatever is
/// renamed later.
final class Names {
    private static final String UNITS =
            """
            select *
            from unit_name
            where unit_id = any(?) and known_at <= ?
            order by known_at, position
            """;

    private static final String AWARDS =
            """
            select distinct on (code) code, name
            from award_type
            where code = any(?) and known_at <= ?
            order by code, known_at desc, position desc
            """;

    private final Map<UUID, UnitName> units = new HashMap<>();
    private final Map<String, String> awards = new HashMap<>();

    /// @param day names that a unit is to bear later are not its names yet
    static Names read(
            Connection connection,
            Collection<UUID> units,
            Collection<AwardCode> awards,
            long position,
            LocalDate day)
            throws SQLException {
        var names = new Names();
        if (!units.isEmpty()) {
            Sql.list(
                    connection,
                    UNITS,
                    row -> names.take(row, day),
                    array("uuid", List.copyOf(units)),
                    position);
        }
        if (!awards.isEmpty()) {
            Sql.list(
                    connection,
                    AWARDS,
                    row -> names.awards.put(row.getString(1), row.getString(2)) == null,
                    array("text", awards.stream().map(AwardCode::value).toList()),
                    position);
        }
        return names;
    }

    private boolean take(ResultSet row, LocalDate day) throws SQLException {
        UUID id = uuid(row, "unit_id");
        boolean registered = row.getBoolean("registered");
        if (!registered && day(row, "effective_on").isAfter(day)) {
            return false;
        }
        UnitName before = units.getOrDefault(id, nameless(id));
        String name = row.getString("name");
        String level = row.getString("level");
        UnitId parent = optional(uuid(row, "parent"), UnitId::new);
        units.put(
                id,
                new UnitName(
                        before.id(),
                        name == null ? before.name() : name,
                        name == null ? before.authorityName() : row.getString("authority_name"),
                        level == null ? before.level() : UnitLevel.valueOf(level),
                        registered || parent != null ? parent : before.parent()));
        return true;
    }

    private static UnitName nameless(UUID id) {
        return new UnitName(new UnitId(id), null, null, null, null);
    }

    @Nullable UnitName unit(@Nullable UUID id) {
        return id == null ? null : named(id);
    }

    UnitName named(UUID id) {
        return units.getOrDefault(id, nameless(id));
    }

    boolean knows(UUID id) {
        return units.containsKey(id);
    }

    String award(AwardCode code) {
        return awards.getOrDefault(code.value(), code.value());
    }
}

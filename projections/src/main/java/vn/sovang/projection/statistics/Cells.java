package vn.sovang.projection.statistics;

import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.sovang.projection.readmodel.LiveTables.Live;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.statistics.Dimensions.Honour;
import vn.sovang.projection.statistics.Dimensions.Item;
import vn.sovang.projection.statistics.Dimensions.Units;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// What the numbers of stored cells stand for, held in memory: some 500 bytes a cell, of which a
/// period has thousands and the whole log a few times as many. A cell is never changed, and later
/// ones have higher numbers, so only what has come since is read. Safe for any number of threads.
final class Cells {
    private static final String BEHIND =
            """
            select *
            from cell
            where cell_id > ?
            """;

    private static final Held NOTHING = new Held("", 0, Map.of());

    private volatile Held held = NOTHING;

    /// What one number stands for.
    ///
    /// @param original what its lines count for where they are shown, a restatement with the line
    ///   that it takes back
    /// @param key of the original: equal ones are added up
    record Meaning(Dimensions dimensions, Dimensions original, String key) {
        static Meaning of(Dimensions dimensions) {
            var original = dimensions.original();
            return new Meaning(dimensions, original, original.key());
        }

        /// The key under the units that follow.
        String keyThrough(Lineage lineage) {
            return lineage == Lineage.NONE ? key : original.through(lineage::now).key();
        }
    }

    /// @param schema whose cells these are; a rebuild numbers anew
    private record Held(String schema, long last, Map<Long, Meaning> byId) {
        boolean has(Live live, Collection<Long> ids) {
            return schema.equals(live.schema()) && byId.keySet().containsAll(ids);
        }
    }

    /// The cells, by number; these among others.
    Map<Long, Meaning> of(Connection connection, Live live, Collection<Long> ids)
            throws SQLException {
        var known = held;
        return known.has(live, ids) ? known.byId : refreshed(connection, live, ids);
    }

    private synchronized Map<Long, Meaning> refreshed(
            Connection connection, Live live, Collection<Long> ids) throws SQLException {
        if (!held.has(live, ids)) {
            var known = held.schema.equals(live.schema()) ? held : NOTHING;
            var byId = new HashMap<>(known.byId);
            Sql.each(
                    connection, BEHIND, Stored::of, cell -> byId.put(cell.id, cell.is), known.last);
            long last = byId.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            held = new Held(live.schema(), last, byId);
        }
        return held.byId;
    }

    private record Stored(long id, Meaning is) {
        static Stored of(ResultSet row) throws SQLException {
            return new Stored(row.getLong("cell_id"), Meaning.of(dimensions(row)));
        }
    }

    private static Dimensions dimensions(ResultSet row) throws SQLException {
        return new Dimensions(
                Measure.valueOf(row.getString("measure")),
                new Honour(
                        new AwardCode(row.getString("award")),
                        optional(row.getString("rank"), Rank::valueOf),
                        AwardLevel.valueOf(row.getString("level")),
                        optional(row.getString("recipient_kind"), RecipientKind::valueOf),
                        optional(row.getString("commendation_type"), CommendationType::valueOf)),
                new Units(
                        uuid(row, "authority"),
                        uuid(row, "proposing_unit"),
                        uuid(row, "recipient_unit")),
                new Item(
                        optional(row.getString("reissue_kind"), ReissueKind::valueOf),
                        optional(row.getString("artifact_kind"), ArtifactKind::valueOf)),
                row.getBoolean("restatement"));
    }
}

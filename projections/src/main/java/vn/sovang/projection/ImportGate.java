package vn.sovang.projection;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sovang.event.EventCodec;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.Recorded;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.ImportId;

/// Keeps the facts of an import back until it is complete (R17). What a batch leaves behind waits
/// in the table `held` beside the read model's own tables, so that any node may go on.
final class ImportGate {
    static final String DDL =
            """
            create table held (
                position bigint primary key,
                import_id uuid not null,
                leaf bytea not null
            );
            create index held_import on held (import_id, position);
            """;

    private static final String HOLD =
            """
            insert into held (position, import_id, leaf)
            values (?, ?, ?)
            """;

    private static final String RELEASE =
            """
            with released as (delete from held where import_id = ? returning position, leaf)
            select position, leaf
            from released
            order by position
            """;

    private final EventCodec codec = new EventCodec();

    /// The events in the order in which they became known.
    List<Known> admit(Connection connection, List<Recorded> events) throws SQLException {
        var known = new ArrayList<Known>(events.size());
        Map<ImportId, List<Recorded>> waiting = new LinkedHashMap<>();
        for (Recorded event : events) {
            ImportId imported = event.fact().imported();
            if (event.fact().event() instanceof ImportCompleted completed) {
                for (Recorded fact : release(connection, completed, waiting)) {
                    known.add(new Known(fact, event.position(), event.recordedAt()));
                }
                known.add(Known.of(event));
            } else if (imported == null) {
                known.add(Known.of(event));
            } else {
                waiting.computeIfAbsent(imported, _ -> new ArrayList<>()).add(event);
            }
        }
        hold(connection, waiting);
        return known;
    }

    private List<Recorded> release(
            Connection connection, ImportCompleted completed, Map<ImportId, List<Recorded>> waiting)
            throws SQLException {
        var here = waiting.remove(completed.imported());
        if (here != null && here.size() == completed.facts()) {
            return here;
        }
        var all =
                new ArrayList<>(
                        Sql.list(
                                connection,
                                RELEASE,
                                row -> codec.decode(row.getLong(1), row.getBytes(2)),
                                completed.imported()));
        if (here != null) {
            all.addAll(here);
        }
        return all;
    }

    private void hold(Connection connection, Map<ImportId, List<Recorded>> waiting)
            throws SQLException {
        try (Writes writes = new Writes(connection)) {
            for (var held : waiting.entrySet()) {
                for (Recorded event : held.getValue()) {
                    writes.add(HOLD, event.position(), held.getKey(), leaf(event));
                }
            }
        }
    }

    private byte[] leaf(Recorded event) {
        byte[] leaf = codec.encode(event.id(), event.fact());
        byte[] stamp = EventCodec.stamp(event.recordedAt()).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(stamp, 0, leaf, EventCodec.stampOffset(leaf), stamp.length);
        return leaf;
    }
}

package vn.sovang.projection.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import vn.sovang.projection.readmodel.LiveTables.Live;

/// The tables as one question sees them, and what their cells stand for.
record Snapshot(Connection connection, Live live, Cells held) {
    /// The cells of these numbers, among others.
    Map<Long, Cells.Meaning> cells(Collection<Long> ids) throws SQLException {
        return held.of(connection, live, ids);
    }
}

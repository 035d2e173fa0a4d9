package vn.sovang.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.sovang.tlog.Hash;

/// A signed statement of what the log holds.
///
/// @param size events covered: positions 1 to `size`
/// @param root RFC 6962 root over their leaves
/// @param note the signed note as published, C2SP tlog-checkpoint
public record SealedCheckpoint(long size, Hash root, String note) {
    /// The current row of `checkpoint`.
    static SealedCheckpoint of(ResultSet row) throws SQLException {
        return new SealedCheckpoint(
                row.getLong("size"), Hash.of(row.getBytes("root")), row.getString("note"));
    }
}

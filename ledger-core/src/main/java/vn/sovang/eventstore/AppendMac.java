package vn.sovang.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.sovang.tlog.Hash;

/// The seal of one append (*dấu niêm của lần ghi*): which events were stored together, under the
/// key of the node that stored them.
///
/// @param first position of its first event
/// @param last position of its last event
/// @param root RFC 6962 root over these events' leaves alone
/// @param keyId which node's key; see [NodeKey#id()]
/// @param mac HMAC-SHA-256 over the three before
@SuppressWarnings("ArrayRecordComponent") // verified, never compared
public record AppendMac(long first, long last, Hash root, String keyId, byte[] mac) {
    /// The current row of `append_mac`.
    public static AppendMac of(ResultSet row) throws SQLException {
        return new AppendMac(
                row.getLong("first_position"),
                row.getLong("last_position"),
                Hash.of(row.getBytes("root")),
                row.getString("key_id"),
                row.getBytes("mac"));
    }
}

package vn.sovang.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// The newest event's position and time; 0 and the beginning of time for an empty log.
record LogHead(long position, Instant recordedAt) {
    /// Any numbers will do, as long as every node and every version uses the same. Each log has its
    /// own: whoever writes into one waits for nobody who writes into the other.
    private static final String LOCK =
            """
            case current_schema() when 'ledger' then 78533437 when 'access' then 78533438 end\
            """;

    /// Two statements in one message. The lock must be held before the second one's snapshot is
    /// taken: at READ COMMITTED each statement has its own, and one from before the wait misses
    /// what the other node committed during it.
    private static final String LOCK_AND_READ =
            """
            select pg_advisory_xact_lock(%s);
            select position, recorded_at
            from event
            order by position desc
            limit 1
            """
                    .formatted(LOCK);

    /// Waits for the log's lock, holds it to the end of the transaction, and reads the head.
    static LogHead lock(Connection connection) throws SQLException {
        // Prepared, so that the server plans it once a connection and not once a batch.
        try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_READ)) {
            statement.execute();
            if (!statement.getMoreResults()) {
                throw new SQLException("the head was not read", "XX000");
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next()
                        ? new LogHead(
                                row.getLong("position"), EventReader.instant(row, "recorded_at"))
                        : new LogHead(0, Instant.MIN);
            }
        }
    }
}

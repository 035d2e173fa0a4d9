package vn.sovang.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import vn.sovang.eventstore.AppendOutcome.AlreadyDone;
import vn.sovang.eventstore.EventLog.DoneRequest;
import vn.sovang.postgres.Tx;
import vn.sovang.tlog.Hash;

/// Every query on the log. Each is one statement, hence one snapshot; and because events become
/// visible in position order, every snapshot is a prefix of the log without gaps.
final class EventReader {
    /// Rows fetched at once by a bulk read: about 1 MB of usual events.
    private static final int FETCH_SIZE = 2_000;

    private static final String READ_ONLY =
            """
            select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean
            """;

    private static final String HEAD =
            """
            select coalesce(max(position), 0)
            from event
            """;

    private static final String READ =
            """
            select h.head, e.position, e.recorded_at, e.type, e.leaf, e.leaf_hash
            from (select coalesce(max(position), 0) as head from event) h
            left join lateral (
                select *
                from event
                where {criteria}
                order by position
                limit ?
            ) e on true
            order by e.position
            """;

    private static final String STREAM =
            """
            select position, recorded_at, type, leaf, leaf_hash
            from event
            where position > ? and position <= ?
            order by position
            """;

    private static final String SEALS =
            """
            select first_position, last_position, root, key_id, mac
            from append_mac
            where first_position > ? and first_position <= ?
            order by first_position
            limit ?
            """;

    private static final String POSITION_AT =
            """
            select position
            from event
            where recorded_at <= ?
            order by recorded_at desc, position desc
            limit 1
            """;

    private static final String REQUEST =
            """
            select request_id, body_hash, first_position, last_position, recorded_at
            from request
            where request_id = ?
            """;

    private final Tx tx;

    EventReader(DataSource ledger) {
        this.tx = new Tx(ledger);
    }

    long head() {
        return tx.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(HEAD)) {
                return onlyLong(statement);
            }
        });
    }

    /// Whether the database takes no writes: a standby, or one that an operator made read-only.
    boolean readOnly() {
        return tx.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ_ONLY);
                    ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    long positionAt(Instant instant) {
        return tx.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(POSITION_AT)) {
                statement.setObject(
                        1, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
                return onlyLong(statement);
            }
        });
    }

    Slice read(List<DcbCriterion> criteria, long after, long upTo, int limit) {
        CriteriaSql where = CriteriaSql.of(criteria, after, upTo, limit);
        return tx.query(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement(READ.replace("{criteria}", where.condition()))) {
                int next = where.bind(connection, statement, 1);
                statement.setInt(next, limit);
                return slice(statement, limit);
            }
        });
    }

    long stream(long after, long upTo, Consumer<StoredEvent> consumer) {
        return tx.query(connection -> stream(connection, after, upTo, consumer));
    }

    List<AppendMac> seals(long after, long upTo, int limit) {
        return tx.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SEALS)) {
                statement.setLong(1, after);
                statement.setLong(2, upTo);
                statement.setInt(3, limit);
                try (ResultSet rows = statement.executeQuery()) {
                    List<AppendMac> seals = new ArrayList<>();
                    while (rows.next()) {
                        seals.add(AppendMac.of(rows));
                    }
                    return seals;
                }
            }
        });
    }

    Optional<DoneRequest> request(UUID id) {
        return tx.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REQUEST)) {
                statement.setObject(1, id);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(doneRequest(rows)) : Optional.empty();
                }
            }
        });
    }

    static DoneRequest doneRequest(ResultSet row) throws SQLException {
        return new DoneRequest(
                new RequestKey(row.getObject("request_id", UUID.class), row.getBytes("body_hash")),
                new AlreadyDone(
                        row.getLong("first_position"),
                        row.getLong("last_position"),
                        instant(row, "recorded_at")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static long stream(
            Connection connection, long after, long upTo, Consumer<StoredEvent> consumer)
            throws SQLException {
        long last = after;
        try (PreparedStatement statement = connection.prepareStatement(STREAM)) {
            statement.setFetchSize(FETCH_SIZE);
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    StoredEvent event = event(rows);
                    if (event.position() != last + 1) {
                        throw new LedgerDamaged(last + 1, "is missing");
                    }
                    consumer.accept(event);
                    last = event.position();
                }
            }
        }
        return last;
    }

    private static Slice slice(PreparedStatement statement, int limit) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        long head = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                head = rows.getLong("head");
                if (rows.getLong("position") > 0) {
                    events.add(event(rows));
                }
            }
        }
        return new Slice(List.copyOf(events), head, events.size() < limit);
    }

    /// Pair assertion: the hash was checked by PostgreSQL when it was stored, and is checked here
    /// again before anything is decided on these bytes.
    private static StoredEvent event(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        byte[] leaf = row.getBytes("leaf");
        byte[] hash = row.getBytes("leaf_hash");
        if (!Arrays.equals(Hash.ofLeaf(leaf).bytes(), hash)) {
            throw new LedgerDamaged(position, "its hash does not fit its bytes");
        }
        return new StoredEvent(
                position, instant(row, "recorded_at"), row.getString("type"), leaf, hash);
    }

    private static long onlyLong(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}

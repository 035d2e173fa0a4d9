package vn.sovang.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.sovang.eventstore.Batch.NewEvent;
import vn.sovang.eventstore.EventLog.DoneRequest;
import vn.sovang.eventstore.FullTiles.FullTile;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;

/// The rows of a batch, one statement a table.
final class BatchInsert {
    private static final String EVENTS =
            """
            insert into ledger.event (position, recorded_at, type, leaf, leaf_hash)
            select position, ?, type, leaf, leaf_hash
            from unnest(?::bigint[], ?::text[], ?::bytea[], ?::bytea[])
                as new (position, type, leaf, leaf_hash)
            """;

    private static final String TAGS =
            """
            insert into ledger.event_tag (tag, position, type)
            select tag, position, type
            from unnest(?::text[], ?::bigint[], ?::text[]) as new (tag, position, type)
            """;

    private static final String REQUESTS =
            """
            insert into ledger.request
                (request_id, body_hash, first_position, last_position, recorded_at)
            select request_id, body_hash, first_position, last_position, ?
            from unnest(?::uuid[], ?::bytea[], ?::bigint[], ?::bigint[])
                as new (request_id, body_hash, first_position, last_position)
            """;

    private static final String TILES =
            """
            insert into ledger.tile (level, idx, root, data)
            select level, idx, root, data
            from unnest(?::int[], ?::bigint[], ?::bytea[], ?::bytea[])
                as new (level, idx, root, data)
            """;

    /// The batch's seal, and the news of it in the same message: it is told at COMMIT.
    private static final String SEAL_AND_NOTIFY =
            """
            with seal as (
                insert into ledger.append_mac
                    (first_position, last_position, root, key_id, mac)
                values (?, ?, ?, ?, ?)
                returning last_position
            )
            select pg_notify(?, last_position::text) from seal
            """;

    private BatchInsert() {}

    static void insert(Connection connection, Batch batch, NodeKey key) throws SQLException {
        insertEvents(connection, batch);
        insertTags(connection, batch.events());
        if (!batch.requests().isEmpty()) {
            insertRequests(connection, batch);
        }
        List<FullTile> tiles =
                FullTiles.completedBy(
                        connection,
                        batch.previousHead(),
                        batch.events().stream().map(NewEvent::hash).toList());
        if (!tiles.isEmpty()) {
            insertTiles(connection, tiles);
        }
        sealAndNotify(connection, key.seal(batch.previousHead() + 1, batch.newHead(), root(batch)));
    }

    private static Hash root(Batch batch) {
        Frontier leaves = Frontier.empty();
        batch.events().forEach(event -> leaves.append(Hash.of(event.hash())));
        return leaves.root();
    }

    private static void sealAndNotify(Connection connection, AppendMac seal) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEAL_AND_NOTIFY)) {
            statement.setLong(1, seal.first());
            statement.setLong(2, seal.last());
            statement.setBytes(3, seal.root().bytes());
            statement.setString(4, seal.keyId());
            statement.setBytes(5, seal.mac());
            statement.setString(6, HeadListener.CHANNEL);
            try (ResultSet told = statement.executeQuery()) {
                expect(1, told.next() ? 1 : 0);
            }
        }
    }

    private static void insertEvents(Connection connection, Batch batch) throws SQLException {
        List<NewEvent> events = batch.events();
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setObject(1, batch.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setArray(
                    2, array(connection, "bigint", events.stream().map(NewEvent::position)));
            statement.setArray(
                    3, array(connection, "text", events.stream().map(it -> it.event().type())));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea",
                            events.stream().map(it -> it.event().leaf()).toArray(byte[][]::new)));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "bytea", events.stream().map(NewEvent::hash).toArray(byte[][]::new)));
            expect(events.size(), statement.executeUpdate());
        }
    }

    private static void insertTags(Connection connection, List<NewEvent> events)
            throws SQLException {
        List<String> tags = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (NewEvent event : events) {
            for (String tag : event.event().tags()) {
                tags.add(tag);
                positions.add(event.position());
                types.add(event.event().type());
            }
        }
        if (tags.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(TAGS)) {
            statement.setArray(1, array(connection, "text", tags.stream()));
            statement.setArray(2, array(connection, "bigint", positions.stream()));
            statement.setArray(3, array(connection, "text", types.stream()));
            expect(tags.size(), statement.executeUpdate());
        }
    }

    private static void insertRequests(Connection connection, Batch batch) throws SQLException {
        List<DoneRequest> requests = batch.requests();
        try (PreparedStatement statement = connection.prepareStatement(REQUESTS)) {
            statement.setObject(1, batch.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setArray(
                    2, array(connection, "uuid", requests.stream().map(done -> done.key().id())));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea",
                            requests.stream()
                                    .map(done -> done.key().bodyHash())
                                    .toArray(byte[][]::new)));
            statement.setArray(
                    4,
                    array(
                            connection,
                            "bigint",
                            requests.stream().map(done -> done.outcome().first())));
            statement.setArray(
                    5,
                    array(
                            connection,
                            "bigint",
                            requests.stream().map(done -> done.outcome().last())));
            expect(requests.size(), statement.executeUpdate());
        }
    }

    private static void insertTiles(Connection connection, List<FullTile> tiles)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TILES)) {
            statement.setArray(
                    1, array(connection, "integer", tiles.stream().map(FullTile::level)));
            statement.setArray(2, array(connection, "bigint", tiles.stream().map(FullTile::index)));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", tiles.stream().map(FullTile::root).toArray(byte[][]::new)));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", tiles.stream().map(FullTile::data).toArray(byte[][]::new)));
            expect(tiles.size(), statement.executeUpdate());
        }
    }

    private static Array array(Connection connection, String type, Stream<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    /// A rule or a trigger of somebody else's could swallow rows without a word.
    private static void expect(int rows, int inserted) throws SQLException {
        if (rows != inserted) {
            throw new SQLException("%d rows of %d were stored".formatted(inserted, rows), "XX000");
        }
    }
}

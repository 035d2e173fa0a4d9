package vn.sovang.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.sovang.eventstore.Batch.NewEvent;
import vn.sovang.eventstore.EventLog.DoneRequest;
import vn.sovang.eventstore.FullTiles.FullTile;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;

/// The rows of a batch: one statement a table, all of them in one message, so that an append waits
/// for the server once and not once a table.
final class BatchInsert {
    private static final String EVENTS =
            """
            insert into event (position, recorded_at, type, leaf, leaf_hash)
            select position, ?, type, leaf, leaf_hash
            from unnest(?::bigint[], ?::text[], ?::bytea[], ?::bytea[])
                as new (position, type, leaf, leaf_hash)
            """;

    private static final String TAGS =
            """
            insert into event_tag (tag, position, type)
            select tag, position, type
            from unnest(?::text[], ?::bigint[], ?::text[]) as new (tag, position, type)
            """;

    private static final String REQUESTS =
            """
            insert into request
                (request_id, body_hash, first_position, last_position, recorded_at)
            select request_id, body_hash, first_position, last_position, ?
            from unnest(?::uuid[], ?::bytea[], ?::bigint[], ?::bigint[])
                as new (request_id, body_hash, first_position, last_position)
            """;

    private static final String TILES =
            """
            insert into tile (level, idx, root, data)
            select level, idx, root, data
            from unnest(?::int[], ?::bigint[], ?::bytea[], ?::bytea[])
                as new (level, idx, root, data)
            """;

    private static final String SEAL =
            """
            insert into append_mac (first_position, last_position, root, key_id, mac)
            values (?, ?, ?, ?, ?)
            """;

    private static final String NOTIFY = "select pg_notify(?::text || current_schema()::text, ?)";

    private final Connection connection;
    private final List<String> statements = new ArrayList<>();
    private final List<Integer> expected = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private BatchInsert(Connection connection) {
        this.connection = connection;
    }

    static void insert(Connection connection, Batch batch, NodeKey key) throws SQLException {
        BatchInsert insert = new BatchInsert(connection);
        insert.addEvents(batch);
        insert.addTags(batch.events());
        insert.addRequests(batch);
        insert.addTiles(
                FullTiles.completedBy(
                        connection,
                        batch.previousHead(),
                        batch.events().stream().map(NewEvent::hash).toList()));
        insert.addSeal(key.seal(batch.previousHead() + 1, batch.newHead(), root(batch)));
        insert.execute(batch.newHead());
    }

    private static Hash root(Batch batch) {
        Frontier leaves = Frontier.empty();
        batch.events().forEach(event -> leaves.append(Hash.of(event.hash())));
        return leaves.root();
    }

    private void addEvents(Batch batch) throws SQLException {
        List<NewEvent> events = batch.events();
        add(
                EVENTS,
                events.size(),
                batch.recordedAt().atOffset(ZoneOffset.UTC),
                array("bigint", events.stream().map(NewEvent::position).toArray(Long[]::new)),
                array("text", events.stream().map(it -> it.event().type()).toArray(String[]::new)),
                array("bytea", events.stream().map(it -> it.event().leaf()).toArray(byte[][]::new)),
                array("bytea", events.stream().map(NewEvent::hash).toArray(byte[][]::new)));
    }

    /// In the order of the index that they go to.
    private void addTags(List<NewEvent> events) throws SQLException {
        List<NewTag> tags = new ArrayList<>();
        for (NewEvent event : events) {
            for (String tag : event.event().tags()) {
                tags.add(new NewTag(tag, event.position(), event.event().type()));
            }
        }
        if (tags.isEmpty()) {
            return;
        }
        tags.sort(Comparator.comparing(NewTag::tag).thenComparingLong(NewTag::position));
        add(
                TAGS,
                tags.size(),
                array("text", tags.stream().map(NewTag::tag).toArray(String[]::new)),
                array("bigint", tags.stream().map(NewTag::position).toArray(Long[]::new)),
                array("text", tags.stream().map(NewTag::type).toArray(String[]::new)));
    }

    private record NewTag(String tag, long position, String type) {}

    private void addRequests(Batch batch) throws SQLException {
        List<DoneRequest> requests = batch.requests();
        if (requests.isEmpty()) {
            return;
        }
        add(
                REQUESTS,
                requests.size(),
                batch.recordedAt().atOffset(ZoneOffset.UTC),
                array("uuid", requests.stream().map(it -> it.key().id()).toArray(UUID[]::new)),
                array(
                        "bytea",
                        requests.stream().map(it -> it.key().bodyHash()).toArray(byte[][]::new)),
                array(
                        "bigint",
                        requests.stream().map(it -> it.outcome().first()).toArray(Long[]::new)),
                array(
                        "bigint",
                        requests.stream().map(it -> it.outcome().last()).toArray(Long[]::new)));
    }

    private void addTiles(List<FullTile> tiles) throws SQLException {
        if (tiles.isEmpty()) {
            return;
        }
        add(
                TILES,
                tiles.size(),
                array("integer", tiles.stream().map(FullTile::level).toArray(Integer[]::new)),
                array("bigint", tiles.stream().map(FullTile::index).toArray(Long[]::new)),
                array("bytea", tiles.stream().map(FullTile::root).toArray(byte[][]::new)),
                array("bytea", tiles.stream().map(FullTile::data).toArray(byte[][]::new)));
    }

    private void addSeal(AppendMac seal) {
        add(SEAL, 1, seal.first(), seal.last(), seal.root().bytes(), seal.keyId(), seal.mac());
    }

    /// The driver sends an array in binary only if its elements have a type of their own.
    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    private void add(String statement, int rows, Object... values) {
        statements.add(statement);
        expected.add(rows);
        parameters.addAll(List.of(values));
    }

    private void execute(long newHead) throws SQLException {
        statements.add(NOTIFY);
        parameters.add(HeadListener.CHANNEL);
        parameters.add(Long.toString(newHead));
        try (PreparedStatement statement =
                connection.prepareStatement(String.join(";\n", statements))) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            statement.execute();
            for (int rows : expected) {
                expect(rows, statement.getUpdateCount());
                statement.getMoreResults();
            }
        }
    }

    /// A rule or a trigger of somebody else's could swallow rows without a word.
    private static void expect(int rows, int inserted) throws SQLException {
        if (rows != inserted) {
            throw new SQLException("%d rows of %d were stored".formatted(inserted, rows), "XX000");
        }
    }
}

package vn.sovang.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import vn.sovang.axon.PostgresEventStorageEngine;
import vn.sovang.event.EventCodec;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.AppendRequest;
import vn.sovang.eventstore.DcbCondition;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.UnstampedEvent;
import vn.sovang.postgres.Credentials;
import vn.sovang.postgres.Database;

/// Those who append, each in a database of its own.
///
/// A record has three events; each is an append of its own, durable before the next, under the
/// condition that nothing else happened to the record meanwhile. The record's identity is fresh, so
/// the first condition is "nothing since the log's position when it was made up".
final class Stores {
    /// Connections of those who need one per append; the server takes 60, for both pools.
    static final int MAX_CONNECTIONS = 32;

    private static final int EVENTS_PER_RECORD = 3;

    private static final String TABLE =
            """
            create table if not exists bare (
                id bigint generated always as identity primary key,
                payload bytea not null
            )
            """;

    private static final String INSERT = "insert into bare (payload) values (?)";

    private final Server server;
    private final Leaves leaves = new Leaves();
    private final BytesCodec codec = new BytesCodec();

    Stores(Server server) {
        this.server = server;
    }

    Leaves leaves() {
        return leaves;
    }

    Contender store() {
        return new Contender(
                "Sổ Vàng, store", clients -> onLog(log -> new RecordsOnLog(log)::once));
    }

    Contender store(int eventsPerAppend) {
        return new Contender(
                "Sổ Vàng, store, %d an append".formatted(eventsPerAppend),
                clients ->
                        onLog(log ->
                                () -> {
                                    var events = new ArrayList<UnstampedEvent>();
                                    for (int i = 0; i < eventsPerAppend; i++) {
                                        events.add(unstamped(UUID.randomUUID()));
                                    }
                                    appended(log, new AppendRequest(events, null, null));
                                    return eventsPerAppend;
                                }));
    }

    Contender engine() {
        return new Contender(
                "Sổ Vàng, Axon engine",
                clients ->
                        onLog(log -> {
                            var engine = new PostgresEventStorageEngine(log, codec);
                            return new RecordsOnEngine(engine, () -> known(log))::once;
                        }));
    }

    Contender jpa() {
        return new Contender(
                "Axon 5.0.1 JPA",
                clients -> {
                    var store = jpaStore("axon", clients, new DelegatingEventConverter(codec));
                    return session(
                            () ->
                                    new RecordsOnEngine(
                                                    store.engine(), () -> ConsistencyMarker.ORIGIN)
                                            ::once,
                            store::close);
                });
    }

    JpaStore jpaStore(String database, int clients, EventConverter converter) {
        return new JpaStore(pool(database, clients, false), converter);
    }

    /// One statement, committed by itself: one round trip, the least an append can cost.
    Contender autoCommitted() {
        return new Contender(
                "bare INSERT, auto-commit",
                clients -> {
                    var pool = bare(clients, true);
                    return session(() -> () -> insert(pool, 1), pool::close);
                });
    }

    /// A transaction of its own, as every JPA or JDBC program has it: INSERT, COMMIT.
    Contender committed(int rows) {
        return new Contender(
                rows == 1 ? "bare INSERT + COMMIT" : "bare INSERT × %d + COMMIT".formatted(rows),
                clients -> {
                    var pool = bare(clients, false);
                    return session(() -> () -> insert(pool, rows), pool::close);
                });
    }

    private static int insert(HikariDataSource pool, byte[] leaf) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setBytes(1, leaf);
            statement.executeUpdate();
        }
        return 1;
    }

    private int insert(HikariDataSource pool, int rows) throws SQLException {
        if (pool.isAutoCommit()) {
            return insert(pool, leaves.leaf(UUID.randomUUID()));
        }
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < rows; i++) {
                statement.setBytes(1, leaves.leaf(UUID.randomUUID()));
                if (rows > 1) {
                    statement.addBatch();
                } else {
                    statement.executeUpdate();
                }
            }
            if (rows > 1) {
                statement.executeBatch();
            }
            connection.commit();
        }
        return rows;
    }

    private HikariDataSource bare(int clients, boolean autoCommit) {
        HikariDataSource pool = pool("bare", clients, autoCommit);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            if (!autoCommit) {
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return pool;
    }

    private HikariDataSource pool(String database, int clients, boolean autoCommit) {
        Credentials user = server.superuser();
        var config = new HikariConfig();
        config.setJdbcUrl(server.database(database));
        config.setUsername(user.user());
        config.setPassword(user.password());
        config.setMaximumPoolSize(Math.min(clients, MAX_CONNECTIONS));
        config.setAutoCommit(autoCommit);
        // Many rows in one message, as everybody who loads in bulk sets it.
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    private Session onLog(ClientOfLog client) {
        Database database = Database.open(server.settings("sovang"));
        EventLog log = EventLog.open(database.ledger(), InstantSource.system());
        return session(
                () -> client.of(log),
                () -> {
                    log.close();
                    database.close();
                });
    }

    /// Makes the work of one client.
    @FunctionalInterface
    private interface ClientOfLog {
        Work of(EventLog log);
    }

    /// Makes the work of one client.
    @FunctionalInterface
    private interface Clients {
        Work next();
    }

    private static Session session(Clients clients, Runnable close) {
        return new Session() {
            @Override
            public Work client() {
                return clients.next();
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    private UnstampedEvent unstamped(UUID record) {
        byte[] leaf = leaves.leaf(UUID.randomUUID());
        return new UnstampedEvent(Leaves.TYPE, tags(record), leaf, EventCodec.stampOffset(leaf));
    }

    private static Set<String> tags(UUID record) {
        return Set.of("artifact:" + record, "award:" + record);
    }

    private static Appended appended(EventLog log, AppendRequest request) {
        return (Appended) log.append(request).join();
    }

    private static ConsistencyMarker known(EventLog log) {
        return new GlobalIndexConsistencyMarker(log.knownHead());
    }

    /// One client at the door of the log.
    private final class RecordsOnLog {
        private final EventLog log;
        private UUID id = UUID.randomUUID();
        private long after;
        private int stored = EVENTS_PER_RECORD;

        RecordsOnLog(EventLog log) {
            this.log = log;
        }

        int once() {
            if (stored == EVENTS_PER_RECORD) {
                id = UUID.randomUUID();
                after = log.knownHead();
                stored = 0;
            }
            var condition = new DcbCondition(List.of(DcbCriterion.tagged("artifact:" + id)), after);
            after =
                    appended(log, new AppendRequest(List.of(unstamped(id)), condition, null))
                            .last();
            stored++;
            return 1;
        }
    }

    /// Where a record begins.
    @FunctionalInterface
    private interface Beginning {
        ConsistencyMarker marker();
    }

    /// One client at the door of a storage engine of Axon's kind. Axon's own engine knows one tag
    /// an event, the aggregate; ours is given the two that the event has.
    private final class RecordsOnEngine {
        private final EventStorageEngine engine;
        private final Beginning beginning;
        private final boolean aggregates;
        private UUID id = UUID.randomUUID();
        private ConsistencyMarker marker = ConsistencyMarker.ORIGIN;
        private int stored = EVENTS_PER_RECORD;

        RecordsOnEngine(EventStorageEngine engine, Beginning beginning) {
            this.engine = engine;
            this.beginning = beginning;
            this.aggregates = !(engine instanceof PostgresEventStorageEngine);
        }

        int once() {
            if (stored == EVENTS_PER_RECORD) {
                id = UUID.randomUUID();
                marker = beginning.marker();
                stored = 0;
            }
            var artifact = new Tag("artifact", id.toString());
            var tags =
                    aggregates
                            ? Set.of(artifact)
                            : Set.of(artifact, new Tag("award", id.toString()));
            UUID event = UUID.randomUUID();
            var message =
                    new GenericEventMessage(
                            event.toString(),
                            new MessageType(Leaves.TYPE, "1"),
                            leaves.leaf(event),
                            Map.of(),
                            Instant.now());
            var condition =
                    AppendCondition.withCriteria(EventCriteria.havingTags(artifact))
                            .withMarker(marker);
            marker =
                    engine.appendEvents(
                                    condition,
                                    null,
                                    List.of(new GenericTaggedEventMessage<>(message, tags)))
                            .thenCompose(Stores::completed)
                            .join();
            stored++;
            return 1;
        }
    }

    static <R> CompletableFuture<ConsistencyMarker> completed(AppendTransaction<R> transaction) {
        return transaction
                .commit(null)
                .thenCompose(result -> transaction.afterCommit(result, null));
    }
}

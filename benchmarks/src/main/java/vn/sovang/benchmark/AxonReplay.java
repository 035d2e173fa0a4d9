package vn.sovang.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.TransactionalUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventHandlingComponent;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStoreConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.PostgresTokenTableFactory;
import org.axonframework.messaging.eventstreaming.StreamableEventSource;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.Fact;
import vn.sovang.event.Recorded;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;

/// Axon's own replay: a pooled streaming processor hands each event to a handler, rows and token of
/// a batch move in one transaction, tokens in PostgreSQL.
///
/// To Axon's advantage batches of 500 (by default one event a transaction) and one segment, which
/// is the fastest it was seen with on two processors, and the only safe one for a fold that needs
/// every event in order: 5.0.1 sends an event to another segment after every start.
final class AxonReplay {
    private static final int BATCH = 500;
    private static final long LOOK_NANOS = 20_000_000;

    /// In a batch 5.0.1 gives every handler the token of the batch's last event, so each message
    /// has to say its own position.
    private static final String POSITION = "position";

    private final AtomicLong began = new AtomicLong();
    private final ReadModel model;
    private final HikariDataSource pool;
    private final EventStorageEngine engine;
    private final DelegatingEventConverter converter =
            new DelegatingEventConverter(new FactConverter());

    /// @param pool whose connections see the tables to write
    AxonReplay(ReadModel model, HikariDataSource pool, EventStorageEngine engine) {
        this.model = model;
        this.pool = pool;
        this.engine = engine;
    }

    /// Handles every event up to the position, and no further.
    ///
    /// @return nanoseconds from the first event on: to start and to end takes a processor seconds,
    ///   which a long replay does not notice
    /// @throws IllegalStateException if a handler failed; Axon would try again for ever
    long run(long upTo) throws Exception {
        var transactions = new ThreadTransactions(pool);
        var tokens =
                new JdbcTokenStore(
                        transactions, new TokenConverter(), JdbcTokenStoreConfiguration.DEFAULT);
        tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
        try (var coordinator = Executors.newScheduledThreadPool(1);
                var worker = Executors.newScheduledThreadPool(1)) {
            var processor =
                    new PooledStreamingEventProcessor(
                            model.name(),
                            List.of(handlers(transactions, upTo)),
                            settings(transactions, coordinator, worker).tokenStore(tokens));
            try {
                processor.start().join();
                while (reached(processor) < upTo) {
                    LockSupport.parkNanos(LOOK_NANOS);
                }
                return System.nanoTime() - began.get();
            } finally {
                processor.shutdown().join();
            }
        }
    }

    private PooledStreamingEventProcessorConfiguration settings(
            ThreadTransactions transactions,
            ScheduledExecutorService coordinator,
            ScheduledExecutorService worker) {
        var settings = new PooledStreamingEventProcessorConfiguration();
        settings.unitOfWorkFactory(
                new TransactionalUnitOfWorkFactory(
                        transactions,
                        new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE)));
        return settings.eventSource(new Source(engine))
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .initialToken(source -> source.firstToken(null));
    }

    private static long reached(PooledStreamingEventProcessor processor) {
        for (var status : processor.processingStatus().values()) {
            if (status.isErrorState()) {
                throw new IllegalStateException("a handler failed", status.getError());
            }
            return status.getCurrentPosition().orElse(0);
        }
        return 0;
    }

    private SimpleEventHandlingComponent handlers(ThreadTransactions transactions, long upTo) {
        var names =
                EventCatalogue.names().stream().map(QualifiedName::new).collect(Collectors.toSet());
        return new SimpleEventHandlingComponent()
                .subscribe(
                        names,
                        (message, _) -> {
                            try {
                                handle(message, transactions, upTo);
                                return MessageStream.empty();
                            } catch (SQLException failure) {
                                return MessageStream.failed(failure).<Message>cast();
                            }
                        });
    }

    private void handle(EventMessage message, ThreadTransactions transactions, long upTo)
            throws SQLException {
        String stated = Objects.requireNonNull(message.metadata().get(POSITION));
        long position = Long.parseLong(stated);
        if (position > upTo) {
            return;
        }
        began.compareAndSet(0, System.nanoTime());
        Fact fact = Objects.requireNonNull(message.payloadAs(Fact.class, converter));
        var event =
                new Recorded(
                        position, message.timestamp(), UUID.fromString(message.identifier()), fact);
        model.apply(List.of(Known.of(event)), transactions.here());
    }

    /// The engine as a processor reads it.
    private record Source(EventStorageEngine engine) implements StreamableEventSource {
        @Override
        public MessageStream<EventMessage> open(
                StreamingCondition condition, @Nullable ProcessingContext context) {
            return engine.stream(condition, context)
                    .map(entry ->
                            entry.map(message ->
                                    message.andMetadata(
                                            Map.of(POSITION, Long.toString(position(entry))))));
        }

        private static long position(MessageStream.Entry<EventMessage> entry) {
            return TrackingToken.fromContext(entry).orElseThrow().position().orElseThrow();
        }

        @Override
        public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
            return engine.firstToken(context);
        }

        @Override
        public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
            return engine.latestToken(context);
        }

        @Override
        public CompletableFuture<TrackingToken> tokenAt(
                Instant at, @Nullable ProcessingContext context) {
            return engine.tokenAt(at, context);
        }
    }
}

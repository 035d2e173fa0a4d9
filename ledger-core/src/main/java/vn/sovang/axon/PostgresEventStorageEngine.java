package vn.sovang.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;
import vn.sovang.eventstore.AppendOutcome;
import vn.sovang.eventstore.AppendOutcome.AlreadyDone;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.AppendOutcome.Conflict;
import vn.sovang.eventstore.AppendOutcome.RequestReused;
import vn.sovang.eventstore.AppendRequest;
import vn.sovang.eventstore.DcbCondition;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.vocabulary.ImportId;

/// Axon's storage engine on [EventLog].
///
/// | Axon's | is |
/// |---|---|
/// | token of an event, marker after an append | the event's position: 1, 2, 3 … |
/// | token or marker *p* | everything up to and including *p* |
/// | start *p* of a sourcing | after *p* |
/// | newest token, marker of a sourcing | the newest position |
///
/// What is sourced is what is known (see [KnownEvents]); a stream carries the log as it is.
///
/// Commits are asynchronous: the unit of work goes on in a thread of its own once the group commit
/// is durable.
public final class PostgresEventStorageEngine implements EventStorageEngine {
    /// Under which a command handler leaves an [AppendReceipt] to be filled in.
    public static final Context.ResourceKey<AppendReceipt> RECEIPT =
            Context.ResourceKey.withLabel("sovang.receipt");

    /// Imports whose completion would change what the unit of work has sourced.
    private static final Context.ResourceKey<Set<ImportId>> UNFINISHED =
            Context.ResourceKey.withLabel("sovang.unfinished");

    private final EventLog log;
    private final LeafCodec codec;
    private final ImportEnds ends;

    public PostgresEventStorageEngine(EventLog log, LeafCodec codec) {
        this.log = log;
        this.codec = codec;
        this.ends = new ImportEnds(log);
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition,
            @Nullable ProcessingContext context,
            List<TaggedEventMessage<?>> events) {
        try {
            @Nullable AppendReceipt receipt = context == null ? null : context.getResource(RECEIPT);
            var unfinished = unfinished(context);
            return CompletableFuture.completedFuture(
                    events.isEmpty()
                            ? new Append(null, receipt, condition)
                            : new Append(
                                    requestFor(condition, unfinished, events), receipt, condition));
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    @Override
    public MessageStream<EventMessage> source(
            SourcingCondition condition, @Nullable ProcessingContext context) {
        try {
            var events =
                    new KnownEvents<>(
                            log,
                            ends,
                            criteria(condition.criteria()),
                            Math.max(0, GlobalIndexPosition.toIndex(condition.start())),
                            SourcedEntries.reader(codec));
            var entries = new SourcedEntries(events, unfinished(context));
            return MessageStream.fromStream(
                    StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(entries, Spliterator.ORDERED),
                            false),
                    MessageStream.Entry::message,
                    entry -> entry);
        } catch (RuntimeException failure) {
            return MessageStream.failed(failure);
        }
    }

    private static Set<ImportId> unfinished(@Nullable ProcessingContext context) {
        return context == null
                ? ConcurrentHashMap.newKeySet()
                : context.computeResourceIfAbsent(UNFINISHED, ConcurrentHashMap::newKeySet);
    }

    @Override
    public MessageStream<EventMessage> stream(
            StreamingCondition condition, @Nullable ProcessingContext context) {
        long after = Math.max(0, condition.position().position().orElse(0));
        return new LiveStream(log, codec, criteria(condition.criteria()), after).start();
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return token(log::head);
    }

    /// The newest token at or beyond the end of the log; else the one just before the first event
    /// of that instant.
    @Override
    public CompletableFuture<TrackingToken> tokenAt(
            Instant at, @Nullable ProcessingContext context) {
        return token(() ->
                codec.timestampIsRecordedAt()
                        ? log.positionAt(at.minusNanos(1))
                        : positionBeforeTimestamp(at));
    }

    private long positionBeforeTimestamp(Instant at) {
        long head = log.head();
        AtomicLong found = new AtomicLong(head);
        log.stream(
                0,
                head,
                event -> {
                    if (event.position() <= found.get()
                            && !codec.decode(event).timestamp().isBefore(at)) {
                        found.set(event.position() - 1);
                    }
                });
        return found.get();
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("position", log.knownHead());
        descriptor.describeProperty("codec", codec);
    }

    private static CompletableFuture<TrackingToken> token(LongSupplier position) {
        try {
            return CompletableFuture.completedFuture(
                    new GlobalSequenceTrackingToken(position.getAsLong()));
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private AppendRequest requestFor(
            AppendCondition condition,
            Set<ImportId> unfinished,
            List<TaggedEventMessage<?>> messages) {
        return new AppendRequest(
                messages.stream().map(codec::encode).toList(),
                dcbCondition(condition, unfinished),
                codec.requestOf(messages));
    }

    /// No criteria mean any event, and so a completion too.
    private static @Nullable DcbCondition dcbCondition(
            AppendCondition condition, Set<ImportId> unfinished) {
        ConsistencyMarker marker = condition.consistencyMarker();
        if (marker.equals(ConsistencyMarker.INFINITY)) {
            return null;
        }
        var criteria = new ArrayList<>(criteria(condition.criteria()));
        if (!criteria.isEmpty()) {
            unfinished.forEach(imported -> criteria.add(ImportEnds.completionOf(imported)));
        }
        return new DcbCondition(criteria, GlobalIndexConsistencyMarker.position(marker));
    }

    private static List<DcbCriterion> criteria(EventCriteria criteria) {
        return criteria.flatten().stream().map(PostgresEventStorageEngine::criterion).toList();
    }

    private static DcbCriterion criterion(EventCriterion criterion) {
        return new DcbCriterion(
                criterion.tags().stream().map(LeafCodec::storedTag).collect(Collectors.toSet()),
                criterion.types().stream().map(QualifiedName::name).collect(Collectors.toSet()));
    }

    /// One append between PREPARE_COMMIT and AFTER_COMMIT.
    private final class Append implements AppendTransaction<ConsistencyMarker> {
        /// Null for an append of nothing, which never reaches the log.
        private final @Nullable AppendRequest request;

        private final @Nullable AppendReceipt receipt;
        private final AppendCondition condition;
        private final AtomicBoolean finished = new AtomicBoolean();

        Append(
                @Nullable AppendRequest request,
                @Nullable AppendReceipt receipt,
                AppendCondition condition) {
            this.request = request;
            this.receipt = receipt;
            this.condition = condition;
        }

        @Override
        public CompletableFuture<ConsistencyMarker> commit(@Nullable ProcessingContext context) {
            if (finished.getAndSet(true)) {
                return CompletableFuture.failedFuture(
                        new IllegalStateException("already committed or rolled back"));
            }
            if (request == null) {
                return CompletableFuture.completedFuture(ConsistencyMarker.ORIGIN);
            }
            return log.append(request).thenCompose(this::marker);
        }

        private CompletableFuture<ConsistencyMarker> marker(AppendOutcome outcome) {
            if (receipt != null) {
                receipt.fill(outcome);
            }
            return switch (outcome) {
                case Appended(_, long last, _) ->
                        CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(last));
                case Conflict _ ->
                        CompletableFuture.failedFuture(
                                AppendEventsTransactionRejectedException.conflictingEventsDetected(
                                        condition.consistencyMarker()));
                case AlreadyDone done ->
                        CompletableFuture.failedFuture(new RequestAlreadyDone(done));
                case RequestReused _ -> CompletableFuture.failedFuture(new RequestIdReused());
            };
        }

        @Override
        public CompletableFuture<ConsistencyMarker> afterCommit(
                ConsistencyMarker marker, @Nullable ProcessingContext context) {
            return CompletableFuture.completedFuture(marker);
        }

        /// After a commit was sent nothing can be taken back; before it, nothing was stored.
        @Override
        public void rollback(@Nullable ProcessingContext context) {
            finished.set(true);
        }
    }
}

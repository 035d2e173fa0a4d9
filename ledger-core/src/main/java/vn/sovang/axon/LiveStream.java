package vn.sovang.axon;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.Slice;
import vn.sovang.eventstore.StoredEvent;
import vn.sovang.postgres.DatabaseFailure;

/// The endless stream of events that meet some criteria, read ahead by a virtual thread.
///
/// A failing database makes it wait and try again: the consumer sees silence, not an error. A leaf
/// that cannot be decoded or is damaged ends it with that error, because nothing may be skipped.
final class LiveStream implements MessageStream<EventMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

    /// Events read ahead of the consumer: enough to hide a query, little enough to hold.
    private static final int READ_AHEAD = 1_024;

    private static final int PAGE = 512;

    /// The longest wait before looking whether the stream was closed.
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final EventLog log;
    private final LeafCodec codec;
    private final List<DcbCriterion> criteria;

    /// Filled by the reading thread, emptied by the consumer.
    private final BlockingQueue<Entry<EventMessage>> ahead = new ArrayBlockingQueue<>(READ_AHEAD);

    /// Owned by the reading thread: everything up to here was looked at.
    private long position;

    private volatile Runnable callback = () -> {};
    private volatile boolean closed;

    /// Set by the reading thread as its last act.
    private volatile @Nullable Throwable error;

    LiveStream(EventLog log, LeafCodec codec, List<DcbCriterion> criteria, long after) {
        this.log = log;
        this.codec = codec;
        this.criteria = criteria;
        this.position = after;
    }

    LiveStream start() {
        Thread.ofVirtual().name("sovang-stream").start(this::run);
        return this;
    }

    private void run() {
        try {
            while (!closed && !log.isClosed()) {
                if (log.awaitBeyond(position, WAIT)) {
                    readPage();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            error = failure;
        } finally {
            closed = true;
            callback.run();
        }
    }

    private void readPage() throws InterruptedException {
        Slice slice;
        try {
            slice = log.slice(criteria, position, PAGE);
        } catch (DatabaseFailure failure) {
            LOG.warn("The event stream waits for the database: {}", failure.getMessage());
            log.awaitBeyond(Long.MAX_VALUE, WAIT);
            return;
        }
        for (StoredEvent event : slice.events()) {
            Entry<EventMessage> entry = entry(codec, event);
            while (!ahead.offer(entry, WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                if (closed || log.isClosed()) {
                    return;
                }
            }
            callback.run();
            position = event.position();
        }
        if (slice.complete()) {
            position = Math.max(position, slice.head());
        }
    }

    static Entry<EventMessage> entry(LeafCodec codec, StoredEvent event) {
        TrackingToken token = new GlobalSequenceTrackingToken(event.position());
        return new SimpleEntry<>(
                codec.decode(event), TrackingToken.addToContext(Context.empty(), token));
    }

    @Override
    public Optional<Entry<EventMessage>> next() {
        return Optional.ofNullable(ahead.poll());
    }

    @Override
    public Optional<Entry<EventMessage>> peek() {
        return Optional.ofNullable(ahead.peek());
    }

    @Override
    public void setCallback(Runnable callback) {
        this.callback = callback;
        if (hasNextAvailable() || isCompleted()) {
            callback.run();
        }
    }

    @Override
    public Optional<Throwable> error() {
        return ahead.isEmpty() ? Optional.ofNullable(error) : Optional.empty();
    }

    @Override
    public boolean isCompleted() {
        return closed && ahead.isEmpty();
    }

    @Override
    public boolean hasNextAvailable() {
        return !ahead.isEmpty();
    }

    @Override
    public void close() {
        closed = true;
        ahead.clear();
    }
}

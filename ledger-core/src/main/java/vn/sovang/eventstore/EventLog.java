package vn.sovang.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import vn.sovang.eventstore.AppendOutcome.AlreadyDone;

/// The log: the one door through which events are stored and read.
///
/// Safe for any number of threads; several nodes may open the same database. Reads block the
/// calling thread for the time of a query.
public final class EventLog implements AutoCloseable {
    private final EventReader reader;
    private final HeadWatch head;
    private final HeadListener listener;
    private final Appender appender;

    private EventLog(DataSource ledger, InstantSource clock, NodeKey key) {
        this.reader = new EventReader(ledger);
        this.head = new HeadWatch();
        this.listener = new HeadListener(ledger, head);
        this.appender = new Appender(ledger, clock, key, head);
    }

    /// Opens the log and starts its writer and its listener.
    ///
    /// @param ledger a pool of the role `sovang_ledger`; the log keeps one of its connections to
    ///   listen on, and does not close the pool
    /// @param clock where the recording time comes from; it may jump, recorded times do not go back
    /// @param key seals what this node appends
    public static EventLog open(DataSource ledger, InstantSource clock, NodeKey key) {
        EventLog log = new EventLog(ledger, clock, key);
        log.head.advanceTo(log.reader.head());
        log.listener.start();
        log.appender.start();
        return log;
    }

    /// Opens a log that is not to be signed: its appends bear the seal of a key that is thrown
    /// away, and every sealer refuses them.
    public static EventLog open(DataSource ledger, InstantSource clock) {
        return open(ledger, clock, NodeKeys.forgotten().own());
    }

    /// From here on one observer is told what the writer of this node does.
    public void observe(AppendObserver observer) {
        appender.observe(observer);
    }

    /// How many appends wait for the writer of this node.
    public int waiting() {
        return appender.waiting();
    }

    /// Queues an append and returns at once. The future completes on a thread of its own.
    ///
    /// It fails with [StoreBusy], [StoreClosed] or a `DatabaseFailure` when nothing was stored, and
    /// with [OutcomeUnknown] when that cannot be said.
    public CompletableFuture<AppendOutcome> append(AppendRequest request) {
        return appender.append(request);
    }

    /// Events after `after`, up to and including `upTo`, that meet any of the criteria (none given:
    /// every event), in position order, at most `limit`.
    ///
    /// @throws LedgerDamaged when an event's hash does not fit its bytes
    public List<StoredEvent> read(List<DcbCriterion> criteria, long after, long upTo, int limit) {
        return reader.read(criteria, after, upTo, limit).events();
    }

    /// As [#read], up to the newest event, together with its position in the same snapshot.
    public Slice slice(List<DcbCriterion> criteria, long after, int limit) {
        Slice slice = reader.read(criteria, after, Long.MAX_VALUE, limit);
        head.advanceTo(slice.head());
        return slice;
    }

    /// The feed: the next events after a position, none skipped, none out of order.
    public List<StoredEvent> readAfter(long position, int limit) {
        return read(List.of(), position, Long.MAX_VALUE, limit);
    }

    /// Hands every event after `after`, up to and including `upTo`, to the consumer, in one
    /// snapshot and with bounded memory. For rebuilds: it holds one connection until it is done.
    ///
    /// @return the position of the last event handed over; `after` when there was none
    public long stream(long after, long upTo, Consumer<StoredEvent> consumer) {
        return reader.stream(after, upTo, consumer);
    }

    /// The seals of appends that begin after `after` and up to `upTo`, in position order, at most
    /// `limit`.
    public List<AppendMac> seals(long after, long upTo, int limit) {
        return reader.seals(after, upTo, limit);
    }

    /// The newest committed position, asked of the database now; 0 for an empty log.
    public long head() {
        long newest = reader.head();
        head.advanceTo(newest);
        return newest;
    }

    /// The newest committed position this node knows of: never ahead of the database, and behind it
    /// by no more than a moment.
    public long knownHead() {
        return head.known();
    }

    /// Whether the database takes no writes.
    public boolean readOnly() {
        return reader.readOnly();
    }

    /// The last position recorded at or before the instant; 0 when there is none. (Recorded times
    /// never decrease along positions.)
    public long positionAt(Instant instant) {
        return reader.positionAt(instant);
    }

    /// Waits until the log holds an event beyond the position.
    ///
    /// @return false when the time was up, or the log was closed, before there was one
    public boolean awaitBeyond(long position, Duration timeout) {
        return head.awaitBeyond(position, timeout);
    }

    /// What became of a request that was carried out, with the hash of its body.
    public Optional<DoneRequest> request(UUID id) {
        return reader.request(id);
    }

    public boolean isClosed() {
        return head.isClosed();
    }

    /// Refuses further appends, writes those that wait, and wakes whoever waits for events.
    @Override
    public void close() {
        appender.close();
        listener.close();
        head.close();
    }

    /// @param key id and hash of the request as it was carried out
    public record DoneRequest(RequestKey key, AlreadyDone outcome) {}
}

package vn.sovang;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Recorded;
import vn.sovang.eventstore.EventLog;

/// The log as read models follow it: in position order, nothing skipped, nothing twice.
public final class EventFeed {
    private final EventLog log;
    private final EventCodec codec;

    EventFeed(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /// The next events after a position, at most `limit`.
    ///
    /// @throws vn.sovang.event.UnreadableEvent if one of them is from a newer version; nothing is
    ///   skipped
    public List<Recorded> after(long position, int limit) {
        return log.readAfter(position, limit).stream()
                .map(e -> codec.decode(e.position(), e.leaf()))
                .toList();
    }

    /// One event as it is stored.
    ///
    /// @param bytes the leaf, exactly as written and hashed; the caller's own
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Leaf(long position, byte[] bytes) {}

    /// The next events after a position as they are stored, at most `limit`.
    public List<Leaf> leavesAfter(long position, int limit) {
        return log.readAfter(position, limit).stream()
                .map(e -> new Leaf(e.position(), e.leaf().clone()))
                .toList();
    }

    /// Hands every event after `after`, up to and including `upTo`, to the consumer: one snapshot,
    /// bounded memory, one connection until done. For rebuilds.
    ///
    /// @return position of the last event handed over; `after` if there was none
    public long stream(long after, long upTo, Consumer<Recorded> consumer) {
        return log.stream(after, upTo, e -> consumer.accept(codec.decode(e.position(), e.leaf())));
    }

    /// The newest committed position, asked of the database now; 0 for an empty log.
    public long head() {
        return log.head();
    }

    /// Waits until the log holds an event beyond the position; false when the time was up.
    public boolean awaitBeyond(long position, Duration timeout) {
        return log.awaitBeyond(position, timeout);
    }

    /// The last position recorded at or before the instant; 0 when there is none.
    public long positionAt(Instant instant) {
        return log.positionAt(instant);
    }
}

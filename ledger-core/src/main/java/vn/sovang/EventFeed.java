package vn.sovang;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sovang.axon.ImportEnds;
import vn.sovang.axon.ImportEnds.End;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Recorded;
import vn.sovang.eventstore.EventLog;
import vn.sovang.vocabulary.ImportId;

/// The log as read models follow it: in position order, nothing skipped, nothing twice.
public final class EventFeed {
    /// Pages without a known leaf before the reader is asked to come back.
    private static final int MAX_PAGES = 50;

    private final EventLog log;
    private final EventCodec codec;
    private final ImportEnds ends;

    EventFeed(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
        this.ends = new ImportEnds(log);
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

    /// Leaves that are known, and how far the log was looked through for them.
    ///
    /// @param upTo position after which to go on
    /// @param more whether there is more to look through now
    public record KnownLeaves(List<Leaf> leaves, long upTo, boolean more) {
        public KnownLeaves {
            leaves = List.copyOf(leaves);
        }
    }

    /// The next leaves after a position as far as they are known, at most `limit`, in position
    /// order: it stops before the first fact of an import that has not ended, and leaves out those
    /// of one that was aborted (R17). For programs that follow the log, each leaf once.
    public KnownLeaves knownLeavesAfter(long position, int limit) {
        var known = new ArrayList<Leaf>();
        long upTo = position;
        for (int page = 0; page < MAX_PAGES && known.size() < limit; page++) {
            var events = log.readAfter(upTo, limit - known.size());
            for (var event : events) {
                var imported = codec.decode(event.position(), event.leaf()).fact().broughtBy();
                var end = imported == null ? Optional.<End>empty() : ends.of(imported);
                if (imported != null && end.isEmpty()) {
                    return new KnownLeaves(known, upTo, false);
                }
                if (imported == null || end.get().completed()) {
                    known.add(new Leaf(event.position(), event.leaf().clone()));
                }
                upTo = event.position();
            }
            if (events.isEmpty()) {
                return new KnownLeaves(known, upTo, false);
            }
        }
        return new KnownLeaves(known, upTo, true);
    }

    /// The facts of a completed import, in position order, in slices: each is read when it is asked
    /// for, and no connection is held in between. For read models, which learn of them at the
    /// completion.
    ///
    /// @param completion position of the import's end
    /// @param slice most facts at once
    public Iterator<List<Recorded>> factsOf(ImportId imported, long completion, int slice) {
        return new ImportedFacts(log, codec, imported, completion, slice);
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

package vn.sovang.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events that are stored together or not at all.
///
/// @param condition what must not have happened meanwhile; null where nothing depends on it
/// @param request under which a repetition is recognised; null for events no request caused
public record AppendRequest(
        List<UnstampedEvent> events,
        @Nullable DcbCondition condition,
        @Nullable RequestKey request) {
    /// The longest list seen has 2,900 lines; the lock is held while they are written (about a
    /// quarter of a second for 5,000).
    public static final int MAX_EVENTS_PER_APPEND = 5_000;

    /// All of it is held in memory several times over while it is written.
    public static final long MAX_BYTES_PER_APPEND = 64L << 20;

    public AppendRequest {
        events = List.copyOf(events);
        if (events.isEmpty() || events.size() > MAX_EVENTS_PER_APPEND) {
            throw new IllegalArgumentException(
                    "an append has 1 to " + MAX_EVENTS_PER_APPEND + " events");
        }
        if (bytesOf(events) > MAX_BYTES_PER_APPEND) {
            throw new IllegalArgumentException(
                    "an append has at most " + MAX_BYTES_PER_APPEND + " bytes");
        }
    }

    long bytes() {
        return bytesOf(events);
    }

    private static long bytesOf(List<UnstampedEvent> events) {
        return events.stream().mapToLong(event -> event.leaf().length).sum();
    }
}

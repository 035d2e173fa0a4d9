package vn.sovang.projection.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.event.Recorded;

/// Which position of the log a reader means, and whether the tables know it yet (R2).
public final class Moments {
    private final LiveTables tables;
    private final EventFeed feed;

    public Moments(LiveTables tables, EventFeed feed) {
        this.tables = tables;
        this.feed = feed;
    }

    /// Finds the moment; waits at most so long for the tables to come to it.
    public Found find(KnownAt knownAt, Duration patience) {
        // The head is asked first: an event recorded by the instant can only come after it.
        long head = feed.head();
        Found found =
                switch (knownAt) {
                    case KnownAt.Now _ -> new Moment(head, recordedAt(head), true);
                    case KnownAt.AtPosition asked ->
                            asked.position() > head
                                    ? new BeyondTheLog(asked.position(), head)
                                    : new Moment(
                                            asked.position(), recordedAt(asked.position()), false);
                    case KnownAt.AtInstant asked -> lastBy(asked.instant(), head);
                };
        return found instanceof Moment m && !tables.await(m.position, patience)
                ? new Behind(m.position, tables.position())
                : found;
    }

    /// The last position recorded by the instant.
    private Found lastBy(Instant instant, long head) {
        long position = feed.positionAt(instant);
        if (position == 0) {
            return new NotYetOpen(recordedAt(1));
        }
        Instant newest = recordedAt(head);
        boolean provisional = newest == null || !instant.isBefore(newest);
        return new Moment(position, recordedAt(position), provisional);
    }

    /// Null for position 0, and for a position beyond the log.
    private @Nullable Instant recordedAt(long position) {
        if (position == 0) {
            return null;
        }
        List<Recorded> event = feed.after(position - 1, 1);
        return event.isEmpty() ? null : event.getFirst().recordedAt();
    }

    /// A moment, or why there is none to answer for.
    public sealed interface Found {}

    /// What the tables know up to a position.
    ///
    /// @param recordedAt of that position; null for position 0
    /// @param provisional an event recorded by the same instant may still come
    public record Moment(long position, @Nullable Instant recordedAt, boolean provisional)
            implements Found {}

    /// `LEDGER_NOT_YET_OPEN`: the instant lies before the first event (*sổ chưa hoạt động*).
    ///
    /// @param openedAt when the first event was recorded; null while there is none
    public record NotYetOpen(@Nullable Instant openedAt) implements Found {}

    /// The position asked for is not in the log yet.
    ///
    /// @param head newest position
    public record BeyondTheLog(long asked, long head) implements Found {}

    /// The read model has not come as far as the position asked for; ask again.
    ///
    /// @param reached position it has come to
    public record Behind(long asked, long reached) implements Found {}
}

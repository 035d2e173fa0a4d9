package vn.sovang.projection;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.ReadModelStatus.Stop;

/// How far a rebuild is, or how it ended.
///
/// @param version of the tables being built
/// @param position up to which they know the log; of an ended one, where it ended
/// @param target up to which they must, as of now; it moves with the log
/// @param node that works on it, or did last; empty before anybody has
/// @param eventsPerSecond since it was begun or resumed; 0 before the first batch
/// @param ended when it was swapped in or cancelled
/// @param stopped set while it cannot go on
/// @param report set when it is done
public record RebuildProgress(
        String name,
        int version,
        State state,
        long position,
        long target,
        String node,
        double eventsPerSecond,
        Instant began,
        @Nullable Instant ended,
        @Nullable Stop stopped,
        @Nullable RebuildReport report) {
    /// What becomes of a rebuild.
    public enum State {
        /// Asked for: some node works on it or will.
        RUNNING,
        /// Waits, with what it has built, until it is resumed or cancelled.
        PAUSED,
        /// Cannot apply an event; tried again, and resumed by a program that can.
        STOPPED,
        /// Given up; what it had built is gone.
        CANCELLED,
        /// Its tables are live.
        DONE;

        /// Whether there are tables being built.
        public boolean isOpen() {
            return this == RUNNING || this == PAUSED || this == STOPPED;
        }
    }

    /// Whole per cent, never 100 before the end.
    public int percent() {
        if (state == State.DONE) {
            return 100;
        }
        return target == 0 ? 0 : (int) Math.min(99, position * 100 / target);
    }

    /// How long it will still take at this speed; null where nobody can say.
    public @Nullable Duration left() {
        return state == State.RUNNING && eventsPerSecond > 0
                ? Duration.ofSeconds(
                        (long) Math.ceil(Math.max(0, target - position) / eventsPerSecond))
                : null;
    }
}

package vn.sovang.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a read model is.
///
/// @param position up to which it knows the log
/// @param head newest position of the log when asked
/// @param stopped set while the model cannot go on
public record ReadModelStatus(
        String name, int version, State state, long position, long head, @Nullable Stop stopped) {
    /// What a read model is doing.
    public enum State {
        /// Not started on this node.
        IDLE,
        /// Being built from the log; not readable yet.
        BUILDING,
        /// Follows the log.
        FOLLOWING,
        /// Cannot apply the next event, or cannot reach the database; tries again.
        STOPPED
    }

    /// Why it does not go on.
    ///
    /// @param position of the event it stopped at
    /// @param reason for operators, in English
    public record Stop(long position, String reason, Instant since, int attempts) {}
}

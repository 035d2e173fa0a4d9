package vn.sovang.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a read model is.
///
/// @param position up to which it knows the log; −1 while it is built for the first time
/// @param head newest position of the log when asked
/// @param stopped set while the model cannot go on, whichever node tried
/// @param rebuild the newest there was
/// @param kept the tables that were live before
public record ReadModelStatus(
        String name,
        int version,
        State state,
        long position,
        long head,
        @Nullable Stop stopped,
        @Nullable RebuildProgress rebuild,
        @Nullable Kept kept) {
    /// What a read model is doing.
    public enum State {
        /// Readable, but not followed by this process.
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

    /// Tables that were live before the last swap, kept until they are dropped.
    ///
    /// @param position up to which they know the log
    public record Kept(int version, long position) {}
}

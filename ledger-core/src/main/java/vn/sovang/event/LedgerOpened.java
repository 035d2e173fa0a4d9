package vn.sovang.event;

import java.util.Set;

/// The first event of a log: its origin and the clock that stamps it (*mở sổ*).
///
/// Corrected by nothing: a log with another origin is another log.
///
/// @param origin name of the log, the first line of its checkpoints (C2SP tlog-checkpoint)
/// @param clock `SYSTEM`, or `SCRIPTED` for a log made by a test; a service refuses the latter
public record LedgerOpened(String origin, Clock clock) implements LedgerEvent {
    /// Found by every command that must not run on a log that was never opened.
    public static final String TAG = "ledger:opening";

    /// Where recorded times come from.
    public enum Clock {
        /// The machine's clock.
        SYSTEM,
        /// A list of instants; tests only.
        SCRIPTED
    }

    @Override
    public Set<String> tags() {
        return Set.of(TAG);
    }
}

package vn.sovang.eventstore;

import java.time.Instant;

/// What became of an append. Anything else — a database that is down, a full queue, an unknown
/// outcome — is an exception of the future.
public sealed interface AppendOutcome {
    /// Stored and durable, at the positions `first` to `last`.
    record Appended(long first, long last, Instant recordedAt) implements AppendOutcome {}

    /// Nothing was stored: the event at this position meets the condition. It may be any of those
    /// that do.
    record Conflict(long position) implements AppendOutcome {}

    /// Nothing was stored now: this request was carried out before, at these positions.
    record AlreadyDone(long first, long last, Instant recordedAt) implements AppendOutcome {}

    /// Nothing was stored: another request, with another body, used this id.
    record RequestReused() implements AppendOutcome {}
}

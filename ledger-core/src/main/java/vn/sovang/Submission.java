package vn.sovang;

import java.time.Instant;
import vn.sovang.decider.Outcome.Refused;

/// The ledger's answer to a command.
public sealed interface Submission {
    /// Recorded and durable.
    ///
    /// @param first position of the first event it caused
    /// @param last position of the last
    /// @param repeated the request was recorded before; this is its first receipt again
    record Receipt(long first, long last, Instant recordedAt, boolean repeated)
            implements Submission {}

    /// A rule said no; nothing was stored.
    record Declined(Refused refused) implements Submission {}
}

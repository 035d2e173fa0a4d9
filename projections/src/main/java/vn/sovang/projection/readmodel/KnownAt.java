package vn.sovang.projection.readmodel;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/// By when the ledger must have been told (R2).
public sealed interface KnownAt {
    /// All that is recorded now.
    KnownAt NOW = new Now();

    /// All that is recorded when the question is asked.
    record Now() implements KnownAt {}

    /// Everything up to a position; 0 is the empty ledger.
    record AtPosition(long position) implements KnownAt {
        public AtPosition {
            if (position < 0) {
                throw new IllegalArgumentException("position " + position);
            }
        }
    }

    /// Everything recorded at or before an instant.
    record AtInstant(Instant instant) implements KnownAt {}

    /// Reads `now`, a position such as `1234`, or an instant such as `2024-06-20T00:00:00Z`.
    ///
    /// @throws IllegalArgumentException for anything else
    static KnownAt parse(String text) {
        if (text.equals("now")) {
            return NOW;
        }
        try {
            return text.matches("[0-9]{1,18}")
                    ? new AtPosition(Long.parseLong(text))
                    : new AtInstant(Instant.parse(text));
        } catch (DateTimeParseException notOne) {
            throw new IllegalArgumentException("not a position or instant: " + text, notOne);
        }
    }
}

package vn.sovang.api.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what strangers ask, since the start of this node. Many codes that nobody issued mean that
/// somebody is guessing, or that certificates of another register are taken for ours; the log of
/// the service says so once in ten minutes, without saying who asked for what.
final class Lookups {
    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);
    private static final Duration BETWEEN = Duration.ofMinutes(10);

    private final InstantSource clock;

    /// Guarded by `this`.
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    /// Guarded by `this`.
    private Instant toldAt;

    Lookups(InstantSource clock) {
        this.clock = clock;
        this.toldAt = clock.instant().minus(BETWEEN);
    }

    /// How a question ended.
    enum Outcome {
        FOUND,
        /// A code that nobody issued.
        UNKNOWN,
        /// No code: a slip.
        MISTYPED,
        /// Too many; nothing was looked at.
        TOO_OFTEN,
        NAME_ASKED
    }

    synchronized void count(Outcome outcome) {
        counts.merge(outcome, 1L, Long::sum);
        var now = clock.instant();
        boolean odd = outcome == Outcome.UNKNOWN || outcome == Outcome.TOO_OFTEN;
        if (odd && !now.isBefore(toldAt.plus(BETWEEN))) {
            toldAt = now;
            LOG.info("verification since the start: {}", counts);
        }
    }

    synchronized long of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}

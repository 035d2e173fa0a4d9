package vn.sovang.witness;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to leave a witness alone that did not answer: twice as long each time, with chance in
/// it, so that logs whose witness comes back do not all ask it in the same second.
final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofMinutes(15);

    private Backoff() {}

    /// Between half of and the whole of the doubled time.
    ///
    /// @param failures in a row, at least 1
    static Duration after(int failures, RandomGenerator random) {
        int doublings = Math.min(failures - 1, 30);
        long whole = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}

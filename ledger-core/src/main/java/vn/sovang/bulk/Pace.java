package vn.sovang.bulk;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// How many facts the next chunk has, and how long everybody else goes first. Chunks grow and
/// shrink so that each takes a fraction of the second that another writer may have to wait,
/// whatever the machine and whoever else works on it. Owned by one run.
final class Pace {
    /// Time from handing a chunk over until it is durable, the wait for others included. Whoever
    /// comes while it is written waits for it, for a batch of others, and for one more at most.
    private static final Duration AIM = Duration.ofMillis(150);

    /// With fewer facts the commit costs more than what it commits.
    private static final int LEAST = 50;

    /// Before anything is known of the machine.
    private static final int FIRST = 200;

    /// A chunk is twice as large as the one before at most: one lucky commit proves little.
    private static final double GROWTH = 2;

    /// Of the time that a chunk took; the longest rest is that of a chunk as aimed at.
    private static final double REST = 0.25;

    private final int most;
    private int facts;
    private long restNanos;

    /// @param most facts of a chunk at most
    Pace(int most) {
        this.most = most;
        this.facts = Math.min(FIRST, most);
    }

    /// Facts of the next chunk.
    int facts() {
        return facts;
    }

    /// A chunk is durable.
    void took(int written, long nanos) {
        restNanos = (long) (REST * Math.min(nanos, AIM.toNanos()));
        if (written < facts) {
            return;
        }
        double fitting = (double) written * AIM.toNanos() / Math.max(1, nanos);
        int next = (int) Math.min(fitting, written * GROWTH);
        facts = Math.clamp(next, Math.min(LEAST, most), most);
    }

    /// Lets whoever waits for the database or a processor have it.
    void rest() {
        LockSupport.parkNanos(restNanos);
        restNanos = 0;
    }
}

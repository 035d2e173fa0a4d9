package vn.sovang.projection.readmodel;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The newest position a read model is known to have committed, and those who wait for it.
///
/// `lock` guards the field's moves; a waiter that has looked cannot miss the signal.
public final class Progress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    /// Written under `lock`, only upwards; −1 until the model was built.
    private volatile long known = -1;

    public long known() {
        return known;
    }

    public void advanceTo(long position) {
        if (position <= known) {
            return;
        }
        lock.lock();
        try {
            if (position > known) {
                known = position;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean await(long position, Duration timeout) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (known < position && left > 0) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return known >= position;
    }
}

package vn.sovang.eventstore;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The newest position this node knows to be committed, and those who wait for a newer one.
///
/// `lock` guards both fields; while it is held nobody moves the head, so a waiter that has looked
/// cannot miss the signal.
final class HeadWatch {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    /// Written under `lock`, only upwards; read by anyone.
    private volatile long known;

    /// Written under `lock`, once.
    private volatile boolean closed;

    long known() {
        return known;
    }

    boolean isClosed() {
        return closed;
    }

    void advanceTo(long position) {
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

    boolean awaitBeyond(long position, Duration timeout) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (known <= position && !closed && left > 0) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return known > position;
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

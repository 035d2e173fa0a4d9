package vn.sovang.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.event.Recorded;
import vn.sovang.event.UnreadableEvent;
import vn.sovang.projection.Slots.Unapplicable;

/// Reads and decodes the log on a thread of its own, a bounded piece ahead of whoever applies it.
///
/// The log is read in stretches, each on a connection and snapshot of its own, so that a rebuild of
/// hours holds none for hours. What is read ahead is bounded by count: at the size of usual leaves
/// some 100 MB at most.
final class ReadAhead implements AutoCloseable {
    static final int PIECE = 1_000;

    /// Pieces that wait; the one in hand and the one being filled come on top.
    private static final int AHEAD = 16;

    private static final long STRETCH = 50_000;

    private final EventFeed feed;
    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;

    /// Set by [#close]: nobody takes any more.
    private volatile boolean closed;

    /// What was read before its failure is applied before it.
    private @Nullable Piece last;

    /// @param failure why there are no further events; null while there are, or at the end
    private record Piece(List<Recorded> events, boolean end, @Nullable RuntimeException failure) {}

    /// @param after position that is known
    /// @param upTo last position wanted
    ReadAhead(EventFeed feed, long after, long upTo) {
        this.feed = feed;
        this.thread = Thread.ofVirtual().name("read ahead").start(() -> read(after, upTo));
    }

    private void read(long after, long upTo) {
        var gathered = new ArrayList<Recorded>(PIECE);
        long position = after;
        try {
            while (position < upTo && !closed) {
                position =
                        feed.stream(
                                position,
                                Math.min(position + STRETCH, upTo),
                                event -> {
                                    gathered.add(event);
                                    if (gathered.size() == PIECE) {
                                        put(new Piece(List.copyOf(gathered), false, null));
                                        gathered.clear();
                                    }
                                });
            }
            put(new Piece(List.copyOf(gathered), true, null));
        } catch (NobodyTakes closing) {
            pieces.clear();
        } catch (RuntimeException failure) {
            put(new Piece(List.copyOf(gathered), true, failure));
        }
    }

    private void put(Piece piece) {
        try {
            while (!pieces.offer(piece, 200, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    throw new NobodyTakes();
                }
            }
        } catch (InterruptedException interrupted) {
            throw new NobodyTakes(interrupted);
        }
    }

    /// The next events, up to so many if they are there already; empty at the end.
    ///
    /// @param after position of the event before
    /// @throws Unapplicable if the next one cannot be read
    List<Recorded> next(long after, int atMost) {
        var events = new ArrayList<Recorded>(atMost);
        while (events.size() < atMost && last == null) {
            Piece piece = events.isEmpty() ? take() : pieces.poll();
            if (piece == null) {
                break;
            }
            events.addAll(piece.events);
            last = piece.end ? piece : null;
        }
        if (events.isEmpty() && last != null && last.failure != null) {
            throw last.failure instanceof UnreadableEvent unreadable
                    ? new Unapplicable(after + 1, unreadable)
                    : last.failure;
        }
        return events;
    }

    private Piece take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return pieces.take();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Waits for the thread: it has a connection.
    @Override
    public void close() {
        closed = true;
        pieces.clear();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class NobodyTakes extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NobodyTakes() {}

        NobodyTakes(Throwable cause) {
            super(cause);
        }
    }
}

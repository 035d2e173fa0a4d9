package vn.sovang.eventstore;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.postgres.DatabaseFailure;

/// The one writer of this node. It takes what waits, writes it in one transaction, and takes what
/// gathered meanwhile.
final class Appender implements AutoCloseable {
    /// Some seconds of work at full load. Beyond it a caller is better told to come back.
    static final int MAX_WAITING_APPENDS = 4_096;

    /// Keeps one transaction, and with it the wait of the other nodes, to a fraction of a second.
    /// An append larger than this is a batch of its own.
    private static final int MAX_EVENTS_PER_BATCH = 2_000;

    private static final long MAX_BYTES_PER_BATCH = 16L << 20;

    /// How long the writer waits to see whether it was asked to stop.
    private static final Duration IDLE = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private final BatchWriter batches;
    private final BlockingQueue<WaitingAppend> queue =
            new ArrayBlockingQueue<>(MAX_WAITING_APPENDS);
    private final Thread writer;

    /// Set once, by [#close()] or by the writer's end: nothing more is accepted.
    private volatile boolean closed;

    /// Set by the writer before its last look at the queue. Whoever queued an append and then sees
    /// it set looks for himself; so no append is left without an answer.
    private volatile boolean finished;

    private volatile AppendObserver observer = AppendObserver.NONE;

    /// Taken from the queue but left for the next batch, because this one was full. Owned by the
    /// writer thread.
    private @Nullable WaitingAppend leftOver;

    Appender(DataSource ledger, InstantSource clock, NodeKey key, HeadWatch head) {
        this.batches = new BatchWriter(ledger, clock, key, head, BatchWriter.RESOLVE_PATIENCE);
        this.writer = Thread.ofPlatform().daemon().name("sovang-appender").unstarted(this::run);
    }

    void start() {
        writer.start();
    }

    /// From here on one observer is told; the one before no more.
    void observe(AppendObserver now) {
        observer = now;
    }

    /// How many appends wait for the writer.
    int waiting() {
        return queue.size();
    }

    CompletableFuture<AppendOutcome> append(AppendRequest request) {
        CompletableFuture<AppendOutcome> outcome = new CompletableFuture<>();
        if (closed) {
            outcome.completeExceptionally(new StoreClosed());
        } else if (!queue.offer(new WaitingAppend(request, outcome))) {
            outcome.completeExceptionally(new StoreBusy(queue.size()));
        } else if (finished) {
            failWaiting();
        }
        return outcome;
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty() || leftOver != null) {
                List<WaitingAppend> batch = nextBatch();
                if (!batch.isEmpty()) {
                    write(batch);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            finished = true;
            failWaiting();
        }
    }

    private List<WaitingAppend> nextBatch() throws InterruptedException {
        WaitingAppend next =
                leftOver != null ? leftOver : queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        leftOver = null;
        List<WaitingAppend> batch = new ArrayList<>();
        int events = 0;
        long bytes = 0;
        while (next != null) {
            events += next.request().events().size();
            bytes += next.request().bytes();
            if (!batch.isEmpty()
                    && (events > MAX_EVENTS_PER_BATCH || bytes > MAX_BYTES_PER_BATCH)) {
                leftOver = next;
                return batch;
            }
            batch.add(next);
            next = queue.poll();
        }
        return batch;
    }

    /// Writes the batch, and if PostgreSQL refuses it, each append by itself: a bad one fails
    /// alone.
    private void write(List<WaitingAppend> batch) {
        try {
            long began = System.nanoTime();
            List<AppendOutcome> outcomes =
                    batches.write(batch.stream().map(WaitingAppend::request).toList());
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).complete(outcomes.get(i));
            }
            observer.committed(outcomes.stream().mapToInt(Appender::stored).sum(), took);
            batch.forEach(append -> observer.answered(append.waited()));
        } catch (DatabaseFailure refused) {
            if (batch.size() > 1 && !refused.isOutage()) {
                LOG.warn("A batch was refused and is repeated singly: {}", refused.getMessage());
                batch.forEach(append -> write(List.of(append)));
            } else {
                batch.forEach(append -> append.fail(refused));
            }
        } catch (OutcomeUnknown unknown) {
            batch.forEach(append -> append.fail(unknown));
        } catch (RuntimeException | Error failure) {
            LOG.error("The writer failed a batch", failure);
            batch.forEach(
                    append -> append.fail(new IllegalStateException("the writer failed", failure)));
        }
    }

    private static int stored(AppendOutcome outcome) {
        return outcome instanceof Appended(long first, long last, _)
                ? Math.toIntExact(last - first + 1)
                : 0;
    }

    /// Nobody writes these any more.
    private void failWaiting() {
        WaitingAppend waiting = queue.poll();
        while (waiting != null) {
            waiting.fail(new StoreClosed());
            waiting = queue.poll();
        }
    }

    /// Returns when everything that was accepted is written or failed.
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

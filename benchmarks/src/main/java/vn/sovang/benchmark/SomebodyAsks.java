package vn.sovang.benchmark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// An inspector who asks for figures some five times a second while others work.
final class SomebodyAsks implements AutoCloseable {
    private static final long BETWEEN_NANOS = 200_000_000;

    private final CompletableFuture<Latencies> asked;
    private volatile boolean done;

    SomebodyAsks(Questions.Question question) {
        asked =
                CompletableFuture.supplyAsync(
                        () -> ask(question), task -> Thread.ofPlatform().daemon().start(task));
    }

    private Latencies ask(Questions.Question question) {
        var latencies = new Latencies();
        while (!done) {
            long began = System.nanoTime();
            var _ = question.ask().get();
            latencies.add(System.nanoTime() - began);
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        return latencies;
    }

    /// What he waited, each time.
    Latencies end() {
        done = true;
        return asked.join();
    }

    @Override
    public void close() {
        done = true;
    }
}

package vn.sovang.eventstore;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// An append in the writer's queue. The future is completed once, on a thread of its own, because
/// whoever waits for it may go on to do anything.
///
/// @param since nano time at which it was queued
record WaitingAppend(AppendRequest request, CompletableFuture<AppendOutcome> outcome, long since) {
    WaitingAppend(AppendRequest request, CompletableFuture<AppendOutcome> outcome) {
        this(request, outcome, System.nanoTime());
    }

    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    void complete(AppendOutcome result) {
        Thread.startVirtualThread(() -> outcome.complete(result));
    }

    void fail(RuntimeException failure) {
        Thread.startVirtualThread(() -> outcome.completeExceptionally(failure));
    }
}

package vn.sovang.eventstore;

import java.util.concurrent.CompletableFuture;

/// An append in the writer's queue. The future is completed once, on a thread of its own, because
/// whoever waits for it may go on to do anything.
record WaitingAppend(AppendRequest request, CompletableFuture<AppendOutcome> outcome) {
    void complete(AppendOutcome result) {
        Thread.startVirtualThread(() -> outcome.complete(result));
    }

    void fail(RuntimeException failure) {
        Thread.startVirtualThread(() -> outcome.completeExceptionally(failure));
    }
}

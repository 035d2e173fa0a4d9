package vn.sovang.eventstore;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

final class Appender implements AutoCloseable {
    Appender(DataSource ledger, InstantSource clock, HeadWatch head) {}

    void start() {}

    CompletableFuture<AppendOutcome> append(AppendRequest request) {
        return CompletableFuture.failedFuture(new StoreClosed());
    }

    @Override
    public void close() {}
}

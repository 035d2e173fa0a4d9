package vn.sovang.axon;

import java.time.InstantSource;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import vn.sovang.eventstore.EventLog;
import vn.sovang.postgres.Database;
import vn.sovang.testing.TestDatabase;

/// Axon's own suite: the outside view of what an engine must do.
final class AxonStorageEngineTest extends StorageEngineTestSuite<PostgresEventStorageEngine> {
    private final Database database = TestDatabase.fresh();
    private final EventLog log = EventLog.open(database.ledger(), InstantSource.system());

    @Override
    protected PostgresEventStorageEngine buildStorageEngine() {
        return new PostgresEventStorageEngine(log, new OpaqueCodec());
    }

    @Override
    protected @Nullable ProcessingContext processingContext() {
        return null;
    }

    @AfterAll
    void close() {
        log.close();
        database.close();
    }
}

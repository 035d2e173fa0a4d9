package vn.sovang.testing;

import java.nio.file.Path;
import java.time.InstantSource;
import vn.sovang.Ledger;
import vn.sovang.LedgerSettings;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseSettings;

/// A whole ledger on a fresh database, with keys and anchor in a folder of its own.
public final class TestLedger implements AutoCloseable {
    private final Database database;
    private final Ledger ledger;

    private TestLedger(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    public static TestLedger open(DatabaseSettings settings, Path folder) {
        var database = Database.open(settings);
        var ledger =
                Ledger.open(
                        new LedgerSettings(
                                database,
                                folder.resolve("keys"),
                                folder.resolve("anchor"),
                                "test.example/ledger",
                                InstantSource.system()));
        return new TestLedger(database, ledger);
    }

    public Ledger ledger() {
        return ledger;
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        ledger.close();
        database.close();
    }
}

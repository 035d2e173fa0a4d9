package vn.sovang.witness;

import static vn.sovang.testing.PhanRang.origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import vn.sovang.Submission;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.eventstore.EventLog;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.seal.Anchor;
import vn.sovang.seal.Cosignatures;
import vn.sovang.seal.KeyFiles;
import vn.sovang.seal.PublishedLog;
import vn.sovang.seal.Sealer;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.tlog.WitnessPolicy;
import vn.sovang.unit.RegisterUnit;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// A ledger and its side of the conversation with witnesses, on a clock of the test's own.
final class Office implements AutoCloseable {
    private final TestLedger ledger;
    private final EventLog log;
    final Sealer sealer;
    final Cosignatures cosignatures;
    final WitnessPolicy policy;
    final Witnesses witnesses;
    final PublishedLog published;
    private final WitnessMonitors monitors;

    Office(DatabaseSettings settings, Path folder, TestClock clock) throws IOException {
        ledger = TestLedger.open(settings, folder);
        var database = ledger.database().ledger();
        log = EventLog.open(database, clock);
        policy = PolicyFile.read(folder.resolve("keys/policy"));
        var files = new KeyFiles(folder.resolve("keys"), new SecureRandom());
        monitors = new WitnessMonitors(policy, files.origin(), files::believed);
        var anchor = new Anchor(folder.resolve("anchor"));
        sealer = new Sealer(log, database, files, anchor, monitors, clock);
        published = new PublishedLog(database);
        cosignatures = new Cosignatures(database, policy, clock);
        witnesses =
                new Witnesses(
                        policy,
                        new Witnesses.Log(sealer, published, cosignatures),
                        monitors,
                        clock,
                        new Random(7));
    }

    /// Writes the policy of an office before it opens: each line as it stands in the file.
    static void policy(Path folder, String... lines) throws IOException {
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/policy"), String.join("\n", lines) + "\n");
    }

    vn.sovang.Ledger ledger() {
        return ledger.ledger();
    }

    Submission register(String name) {
        return ledger.ledger()
                .submit(
                        new RegisterUnit(
                                origin("an", "2024-01-02"),
                                new UnitRegistered(
                                        new UnitId(UUID.randomUUID()),
                                        name,
                                        name,
                                        UnitLevel.CO_SO,
                                        null,
                                        null,
                                        null,
                                        false)));
    }

    long seal() {
        return sealer.seal().size();
    }

    /// Plays the superuser, past every guard of the schema.
    static void attack(DatabaseSettings settings, String... statements) throws SQLException {
        try (var connection = TestDatabase.superuser(settings);
                var statement = connection.createStatement()) {
            statement.execute(
                    "update pg_trigger set tgenabled = 'D' where tgrelid::regclass::text like"
                            + " 'ledger.%' and not tgisinternal");
            for (var sql : statements) {
                statement.execute(sql);
            }
            statement.execute(
                    "update pg_trigger set tgenabled = 'A' where tgrelid::regclass::text like"
                            + " 'ledger.%' and not tgisinternal");
        }
    }

    /// Takes the database and the anchor back to `size` events, as an old backup of both would be.
    static void rollBack(DatabaseSettings settings, Path folder, long size)
            throws IOException, SQLException {
        attack(
                settings,
                "delete from ledger.cosignature where size > " + size,
                "delete from ledger.checkpoint where size > " + size,
                "delete from ledger.event_tag where position > " + size,
                "delete from ledger.append_mac where last_position > " + size,
                "delete from ledger.request where last_position > " + size,
                "delete from ledger.event where position > " + size);
        Files.deleteIfExists(folder.resolve("anchor/checkpoint"));
    }

    @Override
    public void close() {
        witnesses.close();
        monitors.close();
        log.close();
        ledger.close();
    }
}

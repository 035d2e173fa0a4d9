package vn.sovang.benchmark;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.LedgerSettings;
import vn.sovang.axon.EventIds;
import vn.sovang.benchmark.history.History;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.eventstore.AppendOutcome;
import vn.sovang.eventstore.AppendRequest;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.UnstampedEvent;
import vn.sovang.postgres.Database;
import vn.sovang.privacy.ErasedSubjects;
import vn.sovang.privacy.IdentityVault;
import vn.sovang.privacy.SubjectKeys;
import vn.sovang.projection.Projections;
import vn.sovang.seal.KeyFiles;

/// A whole ledger that holds a made-up history, sealed.
final class FilledLedger implements AutoCloseable {
    private static final String ORIGIN = "benchmark.example/ledger";

    /// Of the databases and of the folder.
    static final String NAME = "filled";

    private static final long SEED = 20240628;

    /// Events gathered into one append; a command is never cut in two.
    private static final int PER_APPEND = 1_000;

    /// For building all read models.
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final Database database;
    private final Ledger ledger;
    private final long events;
    private final double fillSeconds;

    private FilledLedger(Database database, Ledger ledger, long events, double fillSeconds) {
        this.database = database;
        this.ledger = ledger;
        this.events = events;
        this.fillSeconds = fillSeconds;
    }

    /// How personal fields are sealed while a history is told.
    private enum Fields {
        NOISE,
        NAMES
    }

    /// @param events at least so many
    static FilledLedger of(Server server, long events) {
        return of(server, events, Fields.NOISE);
    }

    /// The same with names that can be looked for; takes a third longer.
    static FilledLedger withNames(Server server, long events) {
        return of(server, events, Fields.NAMES);
    }

    private static FilledLedger of(Server server, long events, Fields fields) {
        Database database = Database.open(server.settings(NAME));
        Path folder = folder(server);
        var keys = new KeyFiles(folder.resolve("keys"), new SecureRandom());
        keys.logSigner(ORIGIN);
        Opened opened = new Opened(database, folder, keys);
        long kept = opened.head();
        if (kept >= events) {
            Progress.say("%,d events are there from the run before".formatted(kept));
            return new FilledLedger(database, open(database, folder), kept, 0);
        }
        if (kept > 0) {
            throw new IllegalStateException(
                    "a history of %,d events is kept there; take another directory for %,d"
                            .formatted(kept, events));
        }
        Progress.say("telling a history of %,d events".formatted(events));
        long began = System.nanoTime();
        long told = fields == Fields.NAMES ? fillWithNames(opened, events) : fill(opened, events);
        double seconds = (System.nanoTime() - began) / 1e9;
        Progress.say("%,d events stored in %.0f s".formatted(told, seconds));
        Ledger ledger = open(database, folder);
        ledger.seal();
        server.checkpoint();
        return new FilledLedger(database, ledger, told, seconds);
    }

    private record Opened(Database database, Path folder, KeyFiles keys) {
        EventLog log(InstantSource clock) {
            return EventLog.open(database.ledger(), clock, keys.nodeKeys().own());
        }

        long head() {
            try (EventLog log = log(InstantSource.system())) {
                return log.head();
            }
        }

        IdentityVault vault() {
            var random = new SecureRandom();
            return new IdentityVault(
                    new SubjectKeys(database.keys(), keys.masterKey(), random),
                    new ErasedSubjects(folder.resolve("anchor")),
                    _ -> Set.of(),
                    (who, shown) -> {},
                    random);
        }
    }

    /// Where the keys and the anchor of the filled ledger are, and a service's data directory.
    static Path folder(Server server) {
        return server.directory().resolve(NAME);
    }

    static Ledger open(Database database, Path folder) {
        return Ledger.open(
                new LedgerSettings(
                        database,
                        folder.resolve("keys"),
                        folder.resolve("anchor"),
                        ORIGIN,
                        InstantSource.system()));
    }

    /// The read models over these tables; nothing follows the log yet.
    ///
    /// @param read a pool that sees the read models of this ledger
    Projections projections(DataSource read) {
        return Projections.open(read, ledger.feed(), "benchmark", ledger.identities().blindIndex());
    }

    /// The read models, all built at once, as far as the log is.
    static Projections live(FilledLedger filled) {
        Progress.say("building the read models for the first time");
        long began = System.nanoTime();
        var projections = filled.projections(filled.database.read());
        projections.start();
        if (!projections.awaitPosition(filled.events(), PATIENCE)) {
            throw new IllegalStateException("not settled: " + projections.statuses());
        }
        Progress.say(
                "%d read models built at once in %.0f s"
                        .formatted(
                                projections.statuses().size(), (System.nanoTime() - began) / 1e9));
        return projections;
    }

    private static long fill(Opened opened, long events) {
        var clock = new AtomicReference<>(Instant.EPOCH);
        try (EventLog log = opened.log(clock::get)) {
            var filling = new Filling(log, clock, () -> {});
            long told = History.tell(SEED, events, (at, command, facts) -> filling.add(at, facts));
            filling.finish();
            return told;
        }
    }

    /// Keys are durable before what is sealed under them is appended, as in an office.
    private static long fillWithNames(Opened opened, long events) {
        var clock = new AtomicReference<>(Instant.EPOCH);
        var sealing = opened.vault().newBatch();
        try (EventLog log = opened.log(clock::get)) {
            var filling = new Filling(log, clock, sealing::commit);
            long told =
                    History.tell(
                            SEED, events, sealing, (at, command, facts) -> filling.add(at, facts));
            filling.finish();
            return told;
        }
    }

    Ledger ledger() {
        return ledger;
    }

    Database database() {
        return database;
    }

    long events() {
        return events;
    }

    /// How long it took to make up, encode and store them.
    double fillSeconds() {
        return fillSeconds;
    }

    @Override
    public void close() {
        ledger.close();
        database.close();
    }

    /// Gathers while the append before is written. Owned by one thread.
    private static final class Filling {
        private final EventCodec codec = new EventCodec();
        private final EventIds ids = new EventIds(InstantSource.system(), new SecureRandom());
        private final EventLog log;
        private final AtomicReference<Instant> clock;
        private final Runnable beforeAppend;
        private List<UnstampedEvent> gathered = new ArrayList<>();
        private @Nullable CompletableFuture<AppendOutcome> before;

        Filling(EventLog log, AtomicReference<Instant> clock, Runnable beforeAppend) {
            this.log = log;
            this.clock = clock;
            this.beforeAppend = beforeAppend;
        }

        void add(Instant at, List<Fact> facts) {
            if (gathered.size() + facts.size() > PER_APPEND) {
                flush();
            }
            clock.set(at);
            for (Fact fact : facts) {
                byte[] leaf = codec.encode(ids.get(), fact);
                gathered.add(
                        new UnstampedEvent(
                                EventCatalogue.nameOf(fact.event().getClass()),
                                fact.tags(),
                                leaf,
                                EventCodec.stampOffset(leaf)));
            }
        }

        void finish() {
            flush();
            await();
        }

        private void flush() {
            await();
            beforeAppend.run();
            if (!gathered.isEmpty()) {
                before = log.append(new AppendRequest(gathered, null, null));
                gathered = new ArrayList<>();
            }
        }

        private void await() {
            if (before != null) {
                before.join();
            }
        }
    }
}

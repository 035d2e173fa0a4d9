package vn.sovang.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.LedgerSettings;
import vn.sovang.api.door.Accounts;
import vn.sovang.api.paper.BlankLayouts;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.postgres.EmbeddedServer;
import vn.sovang.projection.Projections;
import vn.sovang.seal.KeyFiles;

/// Everything opened on one data directory: database, ledger, read models.
///
/// The directory holds `postgres/` (unless an external database is set), `keys/`, `anchor/` and
/// `logs/`. Several processes may have it open at once. What the command line and the service do
/// with a ledger, they do through here; there is no second way of wiring.
public final class Installation implements AutoCloseable {
    /// How long a command waits for the read models to know what is recorded.
    private static final Duration CATCHING_UP = Duration.ofMinutes(5);

    private final Path data;
    private final Ledger ledger;
    private final Projections projections;
    private final Accounts accounts;
    private final DataSource door;
    private final BlankLayouts blankLayouts;
    private final Deque<AutoCloseable> opened;

    private Installation(Path data, Parts parts, Deque<AutoCloseable> opened) {
        this.data = data;
        this.ledger = parts.ledger();
        this.projections = parts.projections();
        this.accounts = parts.accounts();
        this.door = parts.door();
        this.blankLayouts = parts.blankLayouts();
        this.opened = opened;
    }

    /// Opens the directory's own embedded database, or the external one that the operator's
    /// settings name (see [ExternalDatabase]).
    ///
    /// @param origin name for a log that has none yet; null for one made from the host's name
    /// @throws vn.sovang.postgres.DatabaseUnavailable if no database can be had
    public static Installation open(Path data, @Nullable String origin) {
        return open(data, origin, beside(data));
    }

    /// The same with another policy than the one that lies beside the keys.
    ///
    /// @param policy file that names the witnesses
    public static Installation open(Path data, @Nullable String origin, Path policy) {
        var opened = new ArrayDeque<AutoCloseable>();
        try {
            Files.createDirectories(data);
            var settings =
                    ExternalDatabase.from(Settings::get).orElseGet(() -> embedded(data, opened));
            return open(new Place(data, origin, policy), settings, opened);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            closeAll(opened);
            throw e;
        }
    }

    /// Opens the directory with databases that are there already.
    public static Installation open(Path data, @Nullable String origin, DatabaseSettings settings) {
        var opened = new ArrayDeque<AutoCloseable>();
        try {
            return open(new Place(data, origin, beside(data)), settings, opened);
        } catch (RuntimeException e) {
            closeAll(opened);
            throw e;
        }
    }

    /// Where the files are, and what a new log is called.
    private record Place(Path data, @Nullable String origin, Path policy) {}

    private static Path beside(Path data) {
        return data.resolve("keys").resolve("policy");
    }

    private static DatabaseSettings embedded(Path data, Deque<AutoCloseable> opened) {
        var server = EmbeddedServer.start(data.resolve("postgres"));
        opened.push(server);
        return server.settings();
    }

    private static Installation open(
            Place place, DatabaseSettings settings, Deque<AutoCloseable> opened) {
        var data = place.data();
        var origin = place.origin();
        var database = Database.open(settings, privilegesAllowed());
        opened.push(database);
        var ledger =
                Ledger.open(
                        new LedgerSettings(
                                database,
                                data.resolve("keys"),
                                data.resolve("anchor"),
                                origin == null ? defaultOrigin() : origin,
                                clock(),
                                place.policy()));
        opened.push(ledger);
        var projections =
                Projections.open(
                        database.read(),
                        ledger.feed(),
                        nodeId(),
                        new Projections.Secrets(
                                ledger.identities().blindIndex(),
                                new KeyFiles(data.resolve("keys"), new SecureRandom())
                                        .verificationKeys()));
        opened.push(projections);
        var accounts = new Accounts(database.door(), clock());
        var parts =
                new Parts(
                        ledger,
                        projections,
                        accounts,
                        new BlankLayouts(database.door()),
                        database.door());
        return new Installation(data, parts, opened);
    }

    private record Parts(
            Ledger ledger,
            Projections projections,
            Accounts accounts,
            BlankLayouts blankLayouts,
            DataSource door) {}

    /// Only where the operator says so: with such a login nothing keeps the service itself from
    /// changing what is recorded.
    private static boolean privilegesAllowed() {
        return "true".equalsIgnoreCase(Settings.get("sovang.allow-privileged"));
    }

    private static InstantSource clock() {
        return Clock.systemUTC();
    }

    /// The name of a log that nobody named: from the settings, else from the host's name.
    public static String defaultOrigin() {
        var configured = Settings.get("sovang.origin");
        if (configured != null && !configured.isBlank()) {
            return configured.strip();
        }
        var label = hostName().split("\\.", 2)[0].toLowerCase(Locale.ROOT);
        var safe = label.replaceAll("[^a-z0-9-]", "");
        return "sovang.local/" + (safe.isEmpty() ? "localhost" : safe);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static String nodeId() {
        return hostName() + "/" + ProcessHandle.current().pid();
    }

    public Path data() {
        return data;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Projections projections() {
        return projections;
    }

    /// Who may sign in, where no identity provider says so.
    public Accounts accounts() {
        return accounts;
    }

    /// Where accounts lie, and what people keep for themselves beside the logs: drafts and filters.
    public DataSource door() {
        return door;
    }

    /// Where texts stand on the office's printed blanks.
    public BlankLayouts blankLayouts() {
        return blankLayouts;
    }

    /// Lets the read models follow the log and waits until they know all that is recorded now.
    ///
    /// @throws Failure `BEHIND` if they do not get there
    public void catchUp() {
        projections.start();
        awaitPosition(ledger.feed().head());
    }

    /// Waits until the read models know a position just recorded.
    public void awaitPosition(long position) {
        if (!projections.awaitPosition(position, CATCHING_UP)) {
            throw Failure.of(
                    FailureCode.BEHIND, Map.of("asked", Long.toString(position), "reached", "?"));
        }
    }

    @Override
    public void close() {
        closeAll(opened);
    }

    /// Newest first; one that fails does not keep the others open.
    private static void closeAll(Deque<AutoCloseable> opened) {
        RuntimeException failed = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                failed = new IllegalStateException("closing the installation", e);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}

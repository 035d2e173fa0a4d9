package vn.sovang.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.sovang.postgres.Credentials;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.postgres.EmbeddedServer;

/// A PostgreSQL of the run's own, set up exactly as the program sets up an office's: on the disk
/// the jar lies on and gone with the run, or in a directory that the next run finds again.
final class Server implements AutoCloseable {
    /// What decides how a commit is paid for.
    private static final List<String> SETTINGS =
            List.of(
                    "server_version",
                    "fsync",
                    "synchronous_commit",
                    "full_page_writes",
                    "wal_sync_method",
                    "data_checksums",
                    "shared_buffers",
                    "max_wal_size",
                    "max_connections");

    private final Path directory;
    private final boolean kept;
    private final EmbeddedServer server;
    private final long postmaster;

    /// Guarded by `this`.
    private final Set<String> created = new HashSet<>();

    /// Guarded by `this`.
    private boolean closed;

    private Server(Path directory, boolean kept) throws IOException {
        this.directory = directory;
        this.kept = kept;
        this.server = EmbeddedServer.start(directory);
        this.postmaster =
                Long.parseLong(
                        Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                                .getFirst()
                                .strip());
        // Whoever interrupts a run leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    static Server start() {
        try {
            Path jar =
                    Path.of(
                            Server.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            Path parent = Objects.requireNonNull(jar.getParent());
            Progress.say("starting PostgreSQL under " + parent);
            return new Server(Files.createTempDirectory(parent, "postgres-"), false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The server in that directory, with all it held; it is left there.
    static Server keptIn(Path directory) {
        try {
            Progress.say("starting PostgreSQL in " + directory);
            return new Server(directory, true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A ledger of that name on this server; the first to open it creates it.
    DatabaseSettings settings(String name) {
        return server.settings(name);
    }

    Path directory() {
        return directory;
    }

    Credentials superuser() {
        return Objects.requireNonNull(settings("postgres").admin());
    }

    /// A database without a ledger, empty when it is asked for the first time.
    synchronized String database(String name) {
        if (created.add(name)) {
            execute("create database " + name);
        }
        return settings(name).ledgerUrl();
    }

    /// Starts everybody with as much room until the next checkpoint.
    void checkpoint() {
        execute("checkpoint");
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The settings as the server itself says they are.
    Map<String, String> settings() {
        var shown = new LinkedHashMap<String, String>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String name : SETTINGS) {
                try (ResultSet row = statement.executeQuery("show " + name)) {
                    row.next();
                    shown.put(name, row.getString(1));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return shown;
    }

    private Connection connect() throws SQLException {
        Credentials admin = superuser();
        return DriverManager.getConnection(
                settings("postgres").ledgerUrl(), admin.user(), admin.password());
    }

    Cpu cpu() {
        return Cpu.now(postmaster);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        if (kept) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package vn.sovang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import vn.sovang.postgres.Credentials;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.postgres.EmbeddedServer;

/// Fresh ledgers on one real PostgreSQL per JVM, under `target/`.
///
/// A ledger is a copy of a migrated template, then bootstrapped like any other. The server's whole
/// directory goes when the JVM ends: dropping databases one by one takes longer than starting anew.
public final class TestDatabase {
    private static final Path DIRECTORY = Path.of("target", "test-postgres").toAbsolutePath();
    private static final String TEMPLATE = "template_ledger";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /// A new, empty, migrated ledger. The caller closes it.
    public static Database fresh() {
        return Database.open(freshSettings());
    }

    /// Settings of a new, empty, migrated ledger, for tests that open it several times.
    public static DatabaseSettings freshSettings() {
        String name = "test_" + COUNT.incrementAndGet();
        administer(
                "create database " + name + " template " + TEMPLATE,
                "create database " + name + "_keys template " + TEMPLATE + "_keys");
        return Holder.SERVER.settings(name);
    }

    /// Settings of a copy of a ledger that nobody has open: yesterday's backup.
    public static DatabaseSettings copyOf(DatabaseSettings original) {
        String from = nameIn(original.ledgerUrl());
        String name = "test_" + COUNT.incrementAndGet();
        administer(
                "create database " + name + " template " + from,
                "create database " + name + "_keys template " + from + "_keys");
        return Holder.SERVER.settings(name);
    }

    private static String nameIn(String url) {
        return URI.create(url.substring("jdbc:".length())).getPath().substring(1);
    }

    /// A connection as the superuser, for tests that play the attacker or the administrator.
    public static Connection superuser(DatabaseSettings settings) throws SQLException {
        Credentials admin = settings.admin();
        if (admin == null) {
            throw new IllegalArgumentException("settings without an administrator");
        }
        return DriverManager.getConnection(settings.ledgerUrl(), admin.user(), admin.password());
    }

    /// A new directory for an embedded server of the test's own, with the programs in it already.
    public static Path freshDirectory(String name) {
        try {
            Path directory = DIRECTORY.resolve(ProcessHandle.current().pid() + "-" + name);
            Files.createDirectories(directory);
            Files.createDirectories(DIRECTORY.resolve("programs"));
            Files.createSymbolicLink(directory.resolve("programs"), DIRECTORY.resolve("programs"));
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Removes what [#freshDirectory] made. Its server must be stopped.
    public static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The directory of this JVM's server: another process attaches to it by this.
    public static Path directory() {
        return Holder.HOME;
    }

    private static void administer(String... statements) {
        try (Connection connection = superuser(Holder.SERVER.settings("postgres"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Directories of processes that were killed, perhaps with their servers running.
    private static void sweep() throws IOException {
        try (Stream<Path> directories = Files.list(DIRECTORY)) {
            for (Path directory : directories.toList()) {
                String owner = directory.getFileName().toString().replaceAll("-.*", "");
                if (owner.matches("\\d+") && ProcessHandle.of(Long.parseLong(owner)).isEmpty()) {
                    EmbeddedServer.start(directory).close();
                    delete(directory);
                }
            }
        }
    }

    /// The server of this JVM: started at its first use, gone when the JVM ends.
    private static final class Holder {
        static final Path HOME = freshDirectory("shared");
        static final EmbeddedServer SERVER = start();

        static {
            Database.open(SERVER.settings(TEMPLATE)).close();
        }

        private static EmbeddedServer start() {
            try {
                sweep();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            EmbeddedServer server = EmbeddedServer.start(HOME);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                server.close();
                                delete(HOME);
                            }));
            return server;
        }
    }
}

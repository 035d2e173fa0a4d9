package vn.sovang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.postgres.Credentials;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.postgres.EmbeddedServer;

/// Fresh ledgers on one real PostgreSQL per JVM, under `target/`.
///
/// A ledger is a copy of a migrated template. The server's whole directory goes when the JVM ends:
/// dropping databases one by one takes longer than starting anew.
public final class TestDatabase {
    private static final Path DIRECTORY = Path.of("target", "test-postgres").toAbsolutePath();
    private static final String TEMPLATE = "template_ledger";

    /// Who may connect to a database is all that a copy of it does not take along.
    private static final String RIGHTS =
            """
            update pg_database copy
            set datacl = original.datacl
            from pg_database original
            where original.datname = '%s' and copy.datname = '%s'
            """;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /// A new, empty, migrated ledger. The caller closes it.
    public static Database fresh() {
        return Database.open(freshSettings());
    }

    /// Settings of a new, empty, migrated ledger, for tests that open it several times. They name
    /// nobody who may change the schema, as in an office whose administrator made it: an open
    /// bootstraps and migrates nothing, which would take much longer than all else it does.
    public static DatabaseSettings freshSettings() {
        return administered().withoutMigration();
    }

    /// The same with the superuser's login, with which each open bootstraps and migrates again.
    public static DatabaseSettings administered() {
        return Holder.SERVER.settings(copied(TEMPLATE));
    }

    /// Settings of a copy of a ledger that nobody has open: yesterday's backup.
    public static DatabaseSettings copyOf(DatabaseSettings original) {
        return Holder.SERVER.settings(copied(nameIn(original.ledgerUrl()))).withoutMigration();
    }

    private static String copied(String from) {
        String name = "test_" + COUNT.incrementAndGet();
        administer(
                "create database " + name + " template " + from,
                "create database " + name + "_keys template " + from + "_keys",
                RIGHTS.formatted(from, name),
                RIGHTS.formatted(from + "_keys", name + "_keys"));
        return name;
    }

    private static String nameIn(String url) {
        return URI.create(url.substring("jdbc:".length())).getPath().substring(1);
    }

    /// A connection as the superuser, for tests that play the attacker or the administrator: as the
    /// one that the settings name, where a test has a server of its own.
    public static Connection superuser(DatabaseSettings settings) throws SQLException {
        Credentials named = settings.admin();
        Credentials admin = named == null ? superuser() : named;
        return DriverManager.getConnection(settings.ledgerUrl(), admin.user(), admin.password());
    }

    /// The login of the superuser of all of them.
    public static Credentials superuser() {
        return Objects.requireNonNull(Holder.SERVER.settings().admin());
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

    /// Removes what [#freshDirectory] made. Its server must be stopped; a file that goes at the
    /// same time, because another run sweeps too, is gone either way.
    public static void delete(Path directory) {
        try {
            Files.walkFileTree(
                    directory,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                                throws IOException {
                            Files.deleteIfExists(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException gone)
                                throws IOException {
                            if (gone instanceof NoSuchFileException) {
                                return FileVisitResult.CONTINUE;
                            }
                            throw gone;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path folder, @Nullable IOException failure) throws IOException {
                            Files.deleteIfExists(folder);
                            return FileVisitResult.CONTINUE;
                        }
                    });
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

    /// Ends the server of a directory, whatever state it is in, without its last checkpoint: nobody
    /// will read these data again, and a JVM that takes long to end is killed.
    private static void kill(Path directory) throws IOException {
        Path file = directory.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        String pid = Files.readAllLines(file).stream().findFirst().orElse("").strip();
        Optional<ProcessHandle> server =
                pid.matches("\\d+") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        if (server.flatMap(s -> s.info().command()).orElse("").endsWith("/postgres")) {
            // PostgreSQL's immediate shutdown; it takes its shared memory and its children along.
            new ProcessBuilder("kill", "-QUIT", pid).start();
            try {
                server.get().onExit().get(10, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException late) {
                server.get().destroyForcibly();
            }
        }
    }

    /// Directories of processes that were killed, perhaps with their servers running, perhaps half
    /// deleted.
    private static void sweep() throws IOException {
        try (Stream<Path> directories = Files.list(DIRECTORY)) {
            for (Path directory : directories.toList()) {
                String owner = directory.getFileName().toString().replaceAll("-.*", "");
                if (owner.matches("\\d+") && ProcessHandle.of(Long.parseLong(owner)).isEmpty()) {
                    kill(directory);
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
                                try {
                                    kill(HOME);
                                } catch (IOException failure) {
                                    throw new UncheckedIOException(failure);
                                }
                                delete(HOME);
                            }));
            return server;
        }
    }
}

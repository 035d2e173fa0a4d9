package vn.sovang.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL for an office that has none: its data, its programs, its passwords and its log
/// all lie in one directory.
///
/// Several processes may use the directory at once (the service, a check from the command line).
/// The first starts the server, the others attach, and the last to close stops it. `postgres.lock`
/// decides: whoever starts or stops holds its first byte alone; whoever uses the server shares its
/// second. The operating system drops both when a process dies, however it dies; the server itself
/// then lives on, and the next process attaches to it, or starts it where it died too.
///
/// Not built on the embedding library's own server class: that one ties the server to the life of
/// one JVM and starts it open to every local user, with durability off. Only its archive of the
/// programs is used.
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final long DECIDING = 0;
    private static final long USING = 1;

    /// Servers used by this process, by directory: the operating system's locks do not tell two
    /// users within one process apart. Guarded by the class's monitor.
    private static final Map<Path, EmbeddedServer> IN_USE = new HashMap<>();

    private final Path directory;
    private final PostgresProcess process;
    private final FileChannel lockFile;
    private final ServerSecrets secrets;

    /// Open handles within this process. Guarded by the class's monitor.
    private int users;

    /// This process's share of the second byte; null before it is taken and after it is released.
    /// Guarded by the class's monitor.
    private @Nullable FileLock lease;

    private EmbeddedServer(Path directory) throws IOException {
        this.directory = directory;
        this.secrets = new ServerSecrets(directory.resolve("secrets"));
        this.process = new PostgresProcess(directory, secrets);
        this.lockFile =
                FileChannel.open(
                        directory.resolve("postgres.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
    }

    /// Starts the server of this directory, or attaches to it where it runs. Each call is answered
    /// by one [#close()].
    ///
    /// @throws DatabaseUnavailable with what to do about it, when it cannot be started
    public static EmbeddedServer start(Path directory) {
        synchronized (EmbeddedServer.class) {
            try {
                Files.createDirectories(directory);
                Path real = directory.toRealPath();
                EmbeddedServer server = IN_USE.get(real);
                if (server == null) {
                    server = new EmbeddedServer(real);
                    server.acquire();
                    IN_USE.put(real, server);
                }
                server.users++;
                return server;
            } catch (IOException failure) {
                throw new DatabaseUnavailable(
                        "The database cannot be kept in " + directory + ": " + failure, failure);
            }
        }
    }

    /// The ledger's databases on this server.
    public DatabaseSettings settings() {
        return settings("sovang");
    }

    /// A ledger of another name on the same server, for tests and for the demonstration.
    public DatabaseSettings settings(String database) {
        String server = "jdbc:postgresql://127.0.0.1:" + process.port() + "/";
        return new DatabaseSettings(
                server + database,
                server + database + "_keys",
                secrets.credentials(PostgresProcess.SUPERUSER),
                null,
                secrets.credentials("sovang_ledger"),
                secrets.credentials("sovang_read"),
                secrets.credentials("sovang_keys"),
                secrets.credentials("sovang_door"));
    }

    public int port() {
        return process.port();
    }

    private void acquire() throws IOException {
        try (FileLock deciding = lockFile.lock(DECIDING, 1, false)) {
            assert deciding.isValid();
            lease = lockFile.lock(USING, 1, true);
            process.attachOrStart();
        } catch (IOException | RuntimeException failure) {
            lockFile.close();
            throw failure;
        }
    }

    /// Stops the server if no other process uses it.
    @Override
    public void close() {
        synchronized (EmbeddedServer.class) {
            if (users == 0 || --users > 0) {
                return;
            }
            IN_USE.remove(directory);
            try (lockFile;
                    FileLock deciding = lockFile.lock(DECIDING, 1, false)) {
                assert deciding.isValid();
                if (lease != null) {
                    lease.release();
                    lease = null;
                }
                try (FileLock nobodyElse = lockFile.tryLock(USING, 1, false)) {
                    if (nobodyElse != null) {
                        process.stop();
                    }
                }
            } catch (IOException | DatabaseUnavailable failure) {
                LOG.warn("The database server was not stopped: {}", failure.toString());
            }
        }
    }
}

package vn.sovang.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/// Starting, finding and stopping the server of one data directory. The caller sees to it that only
/// one thread of one process is here at a time.
final class PostgresProcess {
    static final String SUPERUSER = "postgres";

    /// Recovery after a crash replays the log since the last checkpoint, at most some minutes of
    /// it.
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    /// How long a program of PostgreSQL may take before it is taken to hang.
    private static final Duration PROGRAM_PATIENCE = START_PATIENCE.plusSeconds(30);

    private static final int START_ATTEMPTS = 10;

    /// A line of `postmaster.pid` counted from 0: process number, …, port.
    private static final int PORT_LINE = 3;

    private static final String HBA =
            """
            # Passwords only, this machine only. There is no other way in.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private static final String CONFIGURATION =
            """
            # Written at each start. Settings of your own belong into postgresql.conf.
            listen_addresses = '127.0.0.1'
            port = {port}
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 100
            # An acknowledged event survives a power failure.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            # A client that vanished frees its locks within seconds.
            tcp_keepalives_idle = 5
            tcp_keepalives_interval = 2
            tcp_keepalives_count = 3
            client_connection_check_interval = '1s'
            idle_in_transaction_session_timeout = '10s'
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_statement = 'ddl'
            # One file a weekday, overwritten after a week.
            logging_collector = on
            log_directory = 'log'
            log_filename = 'postgres-%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = '1d'
            log_rotation_size = 0
            """;

    private final Path directory;
    private final Path data;
    private final ServerSecrets secrets;

    /// Set by [#attachOrStart()], under the lock of its caller.
    private volatile int port;

    PostgresProcess(Path directory, ServerSecrets secrets) {
        this.directory = directory;
        this.data = directory.resolve("postgres");
        this.secrets = secrets;
    }

    int port() {
        return port;
    }

    void attachOrStart() throws IOException {
        Path programs = PostgresPrograms.unpackInto(directory.resolve("programs"));
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(programs);
        }
        if (isRunning()) {
            port = runningPort().orElseThrow();
            awaitAnswer();
        } else {
            start(programs);
        }
    }

    void stop() throws IOException {
        if (!isRunning()) {
            return;
        }
        Path programs = PostgresPrograms.unpackInto(directory.resolve("programs"));
        run(programs, "pg_ctl", "-D", data.toString(), "stop", "-m", "fast", "-w", "-t", "60");
    }

    /// Made beside and then renamed: a crash in between leaves nothing half made.
    private void initialise(Path programs) throws IOException {
        Path fresh = Files.createTempDirectory(directory, "postgres-new");
        secrets.credentials(SUPERUSER);
        run(
                programs,
                "initdb",
                "-D",
                fresh.toString(),
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + secrets.file(SUPERUSER),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=vi-VN",
                "--data-checksums");
        Files.writeString(fresh.resolve("pg_hba.conf"), HBA);
        Path configuration = fresh.resolve("postgresql.conf");
        Files.writeString(
                configuration,
                Files.readString(configuration) + "\ninclude_if_exists = 'sovang.conf'\n");
        Files.move(fresh, data);
    }

    private void start(Path programs) throws IOException {
        disownPidFile();
        port = freePort();
        Files.writeString(
                data.resolve("sovang.conf"),
                CONFIGURATION.replace("{port}", Integer.toString(port)));
        for (int attempt = 1; ; attempt++) {
            try {
                run(
                        programs,
                        "pg_ctl",
                        "-D",
                        data.toString(),
                        "-l",
                        directory.resolve("postgres-start.log").toString(),
                        "-w",
                        "-t",
                        Long.toString(START_PATIENCE.toSeconds()),
                        "start");
                break;
            } catch (DatabaseUnavailable refused) {
                // Sessions of a killed server take a moment to notice, and no new one may start
                // beside them.
                if (attempt == START_ATTEMPTS) {
                    throw refused;
                }
                pause();
            }
        }
        awaitAnswer();
    }

    /// A crash leaves the file behind, and its process number may be another program's by now, for
    /// which PostgreSQL would wait in vain. Only the number is replaced, by one that no process
    /// has: the rest of the file lets PostgreSQL see that sessions of the old server still run.
    private void disownPidFile() throws IOException {
        if (Files.exists(pidFile())) {
            List<String> lines = new ArrayList<>(Files.readAllLines(pidFile()));
            if (!lines.isEmpty()) {
                lines.set(0, Integer.toString(Integer.MAX_VALUE));
                Files.write(pidFile(), lines);
            }
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    /// Whether the process named in the pid file lives and is a PostgreSQL.
    private boolean isRunning() throws IOException {
        Optional<ProcessHandle> named = pidLine(0).flatMap(ProcessHandle::of);
        return named.isPresent()
                && named.get().isAlive()
                && named.get().info().command().orElse("").endsWith("/postgres");
    }

    private Optional<Integer> runningPort() throws IOException {
        return pidLine(PORT_LINE).map(Math::toIntExact);
    }

    private Optional<Long> pidLine(int number) throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile());
        return lines.size() > number
                ? Optional.of(Long.parseLong(lines.get(number).strip()))
                : Optional.empty();
    }

    private void awaitAnswer() {
        Credentials superuser = secrets.credentials(SUPERUSER);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        source.setConnectTimeout(5);
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (true) {
            try (Connection connection =
                    source.getConnection(superuser.user(), superuser.password())) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException notYet) {
                boolean starting = DatabaseFailure.isConnectionLost(notYet);
                if (!starting || System.nanoTime() > deadline) {
                    throw new DatabaseUnavailable(
                            "The database server in " + data + " does not let the service in",
                            notYet);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while the database starts", interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Runs one of PostgreSQL's programs to its end. They refuse to run as root: for root they run
    /// in a user namespace of their own, in which they are nobody, and the files stay root's.
    private void run(Path programs, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = directory.resolve("postgres-" + program + ".log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (!process.waitFor(PROGRAM_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while " + program + " runs", interrupted);
        }
        if (process.exitValue() != 0) {
            throw new DatabaseUnavailable(
                    "PostgreSQL's %s failed (exit code %d): %s"
                            .formatted(program, process.exitValue(), Files.readString(output)));
        }
    }
}

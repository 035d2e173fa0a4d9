package vn.sovang.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import vn.sovang.testing.ChildJvm;
import vn.sovang.testing.TestDatabase;

/// One directory, several processes, all of them mortal. Each test leaves the server stopped.
@TestInstance(Lifecycle.PER_CLASS)
final class EmbeddedServerTest {
    private final Path directory = TestDatabase.freshDirectory("embedded");

    @AfterAll
    void delete() {
        EmbeddedServer.start(directory).close();
        TestDatabase.delete(directory);
    }

    @Test
    void the_server_is_durable_and_lets_nobody_in_without_a_password()
            throws SQLException, IOException {
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            assertThat(show(server, "fsync")).isEqualTo("on");
            assertThat(show(server, "synchronous_commit")).isEqualTo("on");
            assertThat(show(server, "full_page_writes")).isEqualTo("on");
            assertThat(show(server, "data_checksums")).isEqualTo("on");
            assertThat(show(server, "unix_socket_directories")).isEmpty();
            assertThat(show(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(server, "server_version")).startsWith("18.");
            String url = server.settings("postgres").ledgerUrl();
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
                    .hasMessageContaining("password authentication failed");
        }
        try (Stream<Path> secrets = Files.list(directory.resolve("secrets"))) {
            assertThat(secrets.toList())
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.getPosixFilePermissions(file))
                                    .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void a_second_process_attaches_and_the_last_one_stops_the_server() throws Exception {
        int port;
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            port = server.port();
            Process other = startUser();
            assertThat(portOf(other)).isEqualTo(port);
            leave(other);
            assertThat(show(server, "port")).isEqualTo(Integer.toString(port));
        }
        assertThat(postmasterPid()).isEmpty();
    }

    @Test
    void the_server_stays_for_the_process_that_attached() throws Exception {
        EmbeddedServer server = EmbeddedServer.start(directory);
        Process other = startUser();
        portOf(other);
        server.close();
        assertThat(show(server, "port")).isEqualTo(Integer.toString(server.port()));

        leave(other);
        assertThat(postmasterPid()).isEmpty();
    }

    @Test
    void a_process_attaches_to_the_server_of_one_that_was_killed() throws Exception {
        Process killed = startUser();
        int port = portOf(killed);
        killed.destroyForcibly().waitFor();

        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(show(server, "port")).isEqualTo(Integer.toString(port));
        }
        assertThat(postmasterPid()).isEmpty();
    }

    @Test
    void a_server_that_was_killed_is_started_again_with_its_data() throws Exception {
        EmbeddedServer killed = EmbeddedServer.start(directory);
        try (Connection admin = TestDatabase.superuser(killed.settings("postgres"));
                Statement statement = admin.createStatement()) {
            statement.execute("create table if not exists kept (a int)");
        }
        ProcessHandle server = ProcessHandle.of(Long.parseLong(postmasterPid())).orElseThrow();
        server.destroyForcibly();
        await().atMost(10, SECONDS).until(() -> !server.isAlive());
        killed.close();

        try (EmbeddedServer again = EmbeddedServer.start(directory);
                Connection admin = TestDatabase.superuser(again.settings("postgres"));
                Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery("select * from kept")) {
            assertThat(rows.next()).isFalse();
        }
        assertThat(postmasterPid()).isEmpty();
    }

    @Test
    void a_stale_pid_file_that_names_another_program_does_not_matter() throws Exception {
        EmbeddedServer.start(directory).close();
        Files.writeString(
                directory.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/elsewhere\n0\n1\n\n127.0.0.1\n0\nready\n");

        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            assertThat(show(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void one_process_may_open_it_twice() throws SQLException {
        EmbeddedServer first = EmbeddedServer.start(directory);
        EmbeddedServer second = EmbeddedServer.start(directory);
        first.close();

        assertThat(show(second, "fsync")).isEqualTo("on");
        second.close();
    }

    private Process startUser() {
        return ChildJvm.start(ServerUser.class, directory.toString());
    }

    private static int portOf(Process user) throws IOException {
        String line = user.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(line).startsWith("port ");
        return Integer.parseInt(line.substring("port ".length()));
    }

    private static void leave(Process user) throws IOException, InterruptedException {
        user.getOutputStream().close();
        assertThat(user.waitFor(30, SECONDS)).isTrue();
    }

    /// Empty where no server runs.
    private String postmasterPid() throws IOException {
        Path file = directory.resolve("postgres/postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file).getFirst().strip() : "";
    }

    private static String show(EmbeddedServer server, String setting) throws SQLException {
        try (Connection admin = TestDatabase.superuser(server.settings("postgres"));
                Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}

package vn.sovang.api.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.Installation;
import vn.sovang.api.Site;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.TestAccounts;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;

/// What probes and pages say when the database takes no writes, and when it is not there.
class TroubledServiceTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Answer(int status, String body) {}

    private static Answer ask(String address, String who) {
        return answer(HttpRequest.newBuilder(URI.create(address)).header("Authorization", who));
    }

    private static Answer probe(Site site, String name) {
        return answer(HttpRequest.newBuilder(URI.create(site.url() + "/actuator/health" + name)));
    }

    private static Answer answer(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void administer(DatabaseSettings settings, String... statements)
            throws SQLException {
        try (var connection = TestDatabase.superuser(settings);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String database(DatabaseSettings settings) {
        return URI.create(settings.ledgerUrl().substring("jdbc:".length())).getPath().substring(1);
    }

    private static final String OTHERS =
            "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                    + " current_database() and pid <> pg_backend_pid() and usename <> 'postgres'";

    @Test
    void a_database_that_takes_no_writes_leaves_everything_readable() throws Exception {
        var settings = TestDatabase.freshSettings();
        var data = Files.createTempDirectory(Path.of("target"), "troubled");
        try (var installation = Installation.open(data, "sovang.test/troubled", settings);
                var site = Site.start(installation, "127.0.0.1", 0)) {
            installation.catchUp();
            var accounts = TestAccounts.of(installation);
            var monitor = accounts.key(Role.MONITOR);
            var clerk = accounts.key("an", List.of(Role.CLERK), null);
            administer(
                    settings,
                    "alter role sovang_ledger in database %s set default_transaction_read_only = on"
                            .formatted(database(settings)),
                    OTHERS);

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(ask(site.url() + "/api/v1/operations", monitor).body())
                                    .contains("READ_ONLY", "DATABASE_READ_ONLY"));
            assertThat(probe(site, "").status()).isEqualTo(503);
            assertThat(probe(site, "/readiness").status()).isEqualTo(200);
            assertThat(probe(site, "/liveness").status()).isEqualTo(200);
            assertThat(ask(site.url() + "/van-hanh", monitor).body())
                    .contains("Chỉ đọc", "DATABASE_READ_ONLY");
            assertThat(ask(site.url() + "/api/v1/units", clerk).status()).isNotEqualTo(500);
            assertThat(record(site, clerk).status()).isEqualTo(503);

            administer(
                    settings,
                    "alter role sovang_ledger in database %s reset default_transaction_read_only"
                            .formatted(database(settings)),
                    OTHERS);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(record(site, clerk).status()).isEqualTo(201));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(probe(site, "").status()).isEqualTo(200));
        }
    }

    private static Answer record(Site site, String who) {
        var body =
                JSON.writeValueAsString(
                        Map.of(
                                "origin",
                                RecordingSite.on("2024-01-02", "2/QĐ"),
                                "recipient",
                                Map.of("kind", "INDIVIDUAL", "name", "Cá nhân 0001")));
        return answer(
                HttpRequest.newBuilder(
                                URI.create(site.url() + "/api/v1/commands/register-recipient"))
                        .header("Authorization", who)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void a_database_that_is_away_is_no_reason_to_restart_the_service() throws Exception {
        var settings = TestDatabase.freshSettings();
        var data = Files.createTempDirectory(Path.of("target"), "away");
        try (var installation = Installation.open(data, "sovang.test/away", settings);
                var site = Site.start(installation, "127.0.0.1", 0)) {
            installation.catchUp();
            assertThat(probe(site, "/readiness").status()).isEqualTo(200);
            administer(
                    settings,
                    "alter database %s connection limit 0".formatted(database(settings)),
                    OTHERS);
            try {
                await().atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(probe(site, "/readiness").status()).isEqualTo(503));
                assertThat(probe(site, "/liveness").status()).isEqualTo(200);
            } finally {
                administer(
                        settings,
                        "alter database %s connection limit -1".formatted(database(settings)));
            }
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(probe(site, "/readiness").status()).isEqualTo(200));
        }
    }
}

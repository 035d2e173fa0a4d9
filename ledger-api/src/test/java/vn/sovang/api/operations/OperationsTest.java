package vn.sovang.api.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;

/// What whoever runs the service is told while all is well.
class OperationsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern METER = Pattern.compile("(?m)^(sovang_[a-z_]+)");
    private static final Path DOCUMENTED = Path.of("..", "docs", "operations.md");

    private static String measurements() {
        var answer = RunningSite.as(Role.MONITOR, "GET", "/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static double value(String measurements, String line) {
        return measurements
                .lines()
                .filter(l -> l.startsWith(line + " "))
                .mapToDouble(l -> Double.parseDouble(l.substring(line.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(line + " is not measured"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/liveness", "/readiness"})
    void a_probe_answers_anybody_with_a_word_and_no_reasons(String probe) {
        var answer = RunningSite.anonymous("GET", "/actuator/health" + probe);

        assertThat(answer.statusCode()).isEqualTo(200);
        var body = JSON.readTree(answer.body());
        assertThat(body.get("status").asString()).isEqualTo("UP");
        assertThat(body.propertyNames()).isSubsetOf("status", "groups");
    }

    @Test
    void every_measurement_is_documented_and_every_documented_one_is_there() throws IOException {
        RunningSite.as(Role.MONITOR, "GET", "/api/v1/operations");
        var measured =
                METER.matcher(measurements())
                        .results()
                        .map(found -> found.group(1).replaceAll("_(bucket|sum|count|max)$", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        var documented =
                Pattern.compile("`(sovang_[a-z_]+)`")
                        .matcher(Files.readString(DOCUMENTED))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        // Counted from the first refusal on, which another test of this JVM may have caused or not.
        measured.add("sovang_commands_refused_total");
        assertThat(measured).hasSizeGreaterThan(10).isEqualTo(documented);
    }

    @Test
    void the_measurements_are_those_of_the_ledger() {
        double head = (double) RunningSite.installation().ledger().feed().head();
        var now = measurements();

        assertThat(value(now, "sovang_writable")).isEqualTo(1);
        assertThat(value(now, "sovang_log_events")).isEqualTo(head);
        assertThat(value(now, "sovang_readmodel_lag_events{model=\"statistics\"}")).isZero();
        assertThat(value(now, "sovang_readmodel_stopped{model=\"register\"}")).isZero();
        assertThat(value(now, "sovang_checkpoint_age_seconds")).isNotNegative();
        assertThat(value(now, "sovang_anomalies_open{severity=\"serious\"}")).isPositive();
        assertThat(value(now, "sovang_disk_free_bytes")).isPositive();
    }

    @Test
    void what_is_recorded_and_what_is_refused_is_counted() {
        var scrape = "/actuator/prometheus";
        var refused =
                RecordingSite.post(
                        RecordingSite.clerk(),
                        "/withdraw-nomination",
                        UUID.randomUUID(),
                        Map.of(
                                "origin",
                                RecordingSite.on("2024-01-02", "1/QĐ"),
                                "nomination",
                                UUID.randomUUID(),
                                "reason",
                                "rút"));
        var code = RecordingSite.json(refused).get("code").asString();
        assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 499);
        var taken =
                RecordingSite.post(
                        RecordingSite.clerk(),
                        "/register-recipient",
                        UUID.randomUUID(),
                        Map.of(
                                "origin",
                                RecordingSite.on("2024-01-02", "2/QĐ"),
                                "recipient",
                                Map.of("kind", "INDIVIDUAL", "name", "Cá nhân 0001")));
        assertThat(taken.statusCode()).as(taken.body()).isLessThan(300);

        var now = RecordingSite.get(scrape).body();
        assertThat(value(now, "sovang_commands_refused_total{code=\"" + code + "\"}")).isPositive();
        assertThat(value(now, "sovang_append_seconds_count")).isPositive();
        assertThat(value(now, "sovang_append_batch_events_sum")).isPositive();
        assertThat(value(now, "sovang_append_commit_seconds_sum")).isPositive();
    }

    @Test
    void programs_and_people_are_told_the_same() {
        JsonNode told =
                JSON.readTree(RunningSite.as(Role.MONITOR, "GET", "/api/v1/operations").body());
        assertThat(told.get("state").asString()).isEqualTo("WRITABLE");
        assertThat(told.get("readModels").size()).isGreaterThan(8);
        assertThat(told.get("openAnomalies").get("SERIOUS").asLong()).isPositive();

        HttpResponse<String> page =
                RunningSite.as(Role.ADMINISTRATOR, "GET", "/van-hanh", "Accept", "text/html");
        assertThat(page.body())
                .contains("Ghi được", "Sổ đăng ký", "đang theo sổ")
                .contains("/van-hanh/mo-hinh/statistics/dung-lai")
                .doesNotContain("readmodel.", "operations.", "rebuild.state");
        HttpResponse<String> watched =
                RunningSite.as(Role.MONITOR, "GET", "/van-hanh", "Accept", "text/html");
        assertThat(watched.body()).contains("Ghi được").doesNotContain("mo-hinh/statistics");
    }

    /// Maven leaves the document out where it may not ask the network for licences.
    @Test
    void what_the_program_is_made_of_is_published() {
        assumeTrue(getClass().getResource("/META-INF/sbom/application.cdx.json") != null);
        var sbom = RunningSite.as(Role.MONITOR, "GET", "/actuator/sbom/application");
        var names =
                JSON.readTree(sbom.body())
                        .get("components")
                        .valueStream()
                        .map(component -> component.get("name").asString())
                        .toList();

        assertThat(names).contains("axon-messaging", "postgresql", "poi-ooxml");
    }
}

package vn.sovang.api.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.projection.statistics.Measure;

class StatisticsResourceTest {
    private static final String H1 = "/api/v1/statistics?period=2024-H1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static StatisticsForm ask(String path) {
        var answer = RunningSite.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), StatisticsForm.class);
    }

    private static long total(StatisticsForm form, Measure measure, String authority) {
        return form.cells().stream()
                .filter(c -> c.measure() == measure && c.authority().equals(authority))
                .mapToLong(StatisticsForm.Figure::count)
                .sum();
    }

    @Test
    void gives_the_figures_of_the_seed_by_stage() {
        var form = ask(H1);

        assertThat(form.policy()).isEqualTo("CALENDAR_HALF_YEAR");
        assertThat(form.period().from()).isEqualTo("2024-01-01");
        assertThat(form.period().to()).isEqualTo("2024-06-30");
        assertThat(form.knownAt().position()).isPositive();
        assertThat(form.knownAt().recordedAt()).isNotNull();
        assertThat(total(form, Measure.PROPOSED, RunningSite.CITY)).isEqualTo(45);
        assertThat(total(form, Measure.DECIDED, RunningSite.CITY)).isEqualTo(1060);
        assertThat(total(form, Measure.REISSUE_REVIEWED, RunningSite.CITY)).isEqualTo(46);
        assertThat(form.cells()).allMatch(c -> !c.proposingUnit().isEmpty());
    }

    @Test
    void an_authority_is_found_by_name_and_by_id() {
        var byName = ask(H1 + "&authority=" + URLEncoder.encode(RunningSite.CITY, UTF_8));
        var id = byName.cells().getFirst().authorityId();

        assertThat(byName.cells()).isNotEmpty();
        assertThat(ask(H1 + "&authority=" + id).cells()).isEqualTo(byName.cells());
        assertThat(byName.cells()).allMatch(c -> c.authority().equals(RunningSite.CITY));
    }

    @Test
    void the_administrative_half_year_has_other_days_and_figures() {
        var form = ask(H1 + "&policy=ADMINISTRATIVE_HALF_YEAR");

        assertThat(form.policy()).isEqualTo("ADMINISTRATIVE_HALF_YEAR");
        assertThat(form.period().from()).isEqualTo("2023-12-15");
        assertThat(form.period().to()).isEqualTo("2024-06-14");
        assertThat(total(form, Measure.DECIDED, RunningSite.CITY)).isNotEqualTo(1060);
    }

    @Test
    void the_empty_ledger_gives_zeros_and_a_time_before_it_gives_none() {
        assertThat(ask(H1 + "&knownAt=0").cells()).isEmpty();

        // The + of the offset is not escaped, as people paste it.
        var before = RunningSite.get(H1 + "&knownAt=2024-06-30T17:00:00+07:00");
        assertThat(before.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(before.body()).get("code").asString())
                .isEqualTo("LEDGER_NOT_YET_OPEN");
        assertThat(before.body()).contains("Sổ chưa hoạt động");
    }

    @ParameterizedTest
    @CsvSource({
        "'', PARAMETER_MISSING, period",
        "period=2024-H3, PERIOD_MALFORMED, period",
        "period=2024-06-30..2024-01-01, PERIOD_MALFORMED, period",
        "period=2024-H1&policy=LUNAR, POLICY_UNKNOWN, policy",
        "period=2024-H1&knownAt=yesterday, KNOWN_AT_MALFORMED, knownAt",
        "period=2024-H1&knownAt=99999999999999999999, KNOWN_AT_MALFORMED, knownAt",
        "period=2024-H1&knownAt=2024-02-30, KNOWN_AT_MALFORMED, knownAt",
        "period=2024-H1&view=sideways, VIEW_UNKNOWN, view",
        "period=2024-H1&authority=nobody, AUTHORITY_UNKNOWN, authority",
        "period=2024&authority=00000000-0000-0000-0000-000000000000, AUTHORITY_UNKNOWN, authority"
    })
    void what_cannot_be_read_is_named(String query, String code, String parameter) {
        var answer = RunningSite.get("/api/v1/statistics?" + query);
        var problem = JSON.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).startsWith("urn:so-vang:loi:");
        assertThat(problem.get("errors").get(0).get("pointer").asString())
                .isEqualTo("#/" + parameter);
        assertThat(problem.get("traceId").asString()).isNotBlank();
    }

    @Test
    void a_position_beyond_the_log_is_said_so() {
        var problem = RunningSite.json(H1 + "&knownAt=999999999");

        assertThat(problem.get("code").asString()).isEqualTo("BEYOND_THE_LOG");
    }
}

package vn.sovang.api.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Objects;
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
        "period=2024-H1&units=tomorrow, VALUE_UNKNOWN, units",
        "period=2024-H1&officeKnewAt=2024-02-30, DATE_MALFORMED, officeKnewAt",
        "period=2024-H1&by=colour, VALUE_UNKNOWN, by",
        "period=2024-H1&measure=EATEN, VALUE_UNKNOWN, measure",
        "period=2024-H1&recipientKind=DOG, VALUE_UNKNOWN, recipientKind",
        "period=2024-H1&recipientUnit=nobody, AUTHORITY_UNKNOWN, recipientUnit",
        "period=2024-H1&distinct=maybe, VALUE_UNKNOWN, distinct",
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

    @Test
    void what_the_office_claims_is_asked_for_apart_and_labelled() {
        var form = ask(H1 + "&officeKnewAt=2024-06-30");

        var claimed = Objects.requireNonNull(form.claimed());
        assertThat(claimed.officeKnewAt()).isEqualTo("2024-06-30");
        assertThat(claimed.withoutArrival())
                .as("no paper of the demonstration bears a day of arrival")
                .isPositive();
        assertThat(total(form, Measure.DECIDED, RunningSite.CITY)).isEqualTo(1060);
        assertThat(ask(H1).claimed()).isNull();
        assertThat(total(ask(H1 + "&officeKnewAt=2024-01-01"), Measure.DECIDED, RunningSite.CITY))
                .isLessThan(1060);
    }

    @Test
    void figures_are_broken_down_and_chosen_and_recipients_counted() {
        var city = "&authority=" + URLEncoder.encode(RunningSite.CITY, UTF_8);
        var form =
                RunningSite.json(
                        H1
                                + city
                                + "&by=award&measure=DECIDED&award=LDTT,CSTD_CO_SO&distinct=true");

        var cells = form.get("cells");
        assertThat(cells.size()).isEqualTo(2);
        assertThat(cells.get(0).get("award").asString()).isEqualTo("CSTD_CO_SO");
        assertThat(cells.get(1).get("count").asLong()).isEqualTo(438);
        assertThat(cells.get(1).get("recipients").asLong()).isEqualTo(438);
        assertThat(cells.get(1).has("recipientKind")).isFalse();

        var both =
                RunningSite.json(
                        H1 + city + "&by=&measure=DECIDED&award=LDTT,CSTD_CO_SO&distinct=true");
        assertThat(both.get("cells").get(0).get("count").asLong()).isEqualTo(449);
        assertThat(both.get("cells").get(0).get("recipients").asLong())
                .as("the eleven fighters are eleven of the advanced workers")
                .isEqualTo(438);
    }

    @Test
    void every_figure_opens_into_its_events_and_each_has_a_proof() {
        var cells = RunningSite.json(H1 + "&measure=DECIDED").get("cells");
        assertThat(cells.size()).isGreaterThan(3);
        for (var cell : cells) {
            long sum = 0;
            var path = cell.get("events").asString() + "&limit=200";
            var after = "";
            while (after != null) {
                var page = RunningSite.json(path + after);
                for (var event : page.get("events")) {
                    sum += event.get("delta").asLong();
                    assertThat(event.get("proof").asString()).endsWith("/proof");
                }
                var next = page.get("next");
                after = next.isNull() ? null : "&after=" + next.asString();
            }
            assertThat(sum).as(cell.toString()).isEqualTo(cell.get("count").asLong());
        }
        var first = RunningSite.json(cells.get(0).get("events").asString() + "&limit=1");
        var proof = first.get("events").get(0).get("proof").asString();
        assertThat(RunningSite.get(proof).statusCode()).isEqualTo(200);
    }

    @Test
    void a_checkpoint_that_was_kept_names_the_moment_if_it_is_of_this_log() {
        var checkpoint = RunningSite.installation().ledger().checkpoint().orElseThrow();
        var size = checkpoint.size();
        var kept = size + "@" + URLEncoder.encode(checkpoint.root().toBase64(), UTF_8);
        var note = URLEncoder.encode(checkpoint.note(), UTF_8);

        assertThat(ask(H1 + "&knownAt=" + kept).knownAt().position()).isEqualTo(size);
        assertThat(ask(H1 + "&knownAt=" + note).knownAt().position()).isEqualTo(size);
        var other =
                RunningSite.get(H1 + "&knownAt=" + (size - 1) + kept.substring(kept.indexOf("@")));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(other.body()).get("code").asString())
                .isEqualTo("CHECKPOINT_DIFFERS");
        assertThat(
                        RunningSite.json(
                                        H1
                                                + "&knownAt=99999999"
                                                + kept.substring(kept.indexOf("@")))
                                .get("code")
                                .asString())
                .isEqualTo("BEYOND_THE_LOG");
        assertThat(RunningSite.json(H1 + "&knownAt=7@x").get("code").asString())
                .isEqualTo("KNOWN_AT_MALFORMED");
    }

    @Test
    void periods_are_compared_and_the_end_of_the_districts_is_marked() {
        var same =
                RunningSite.json(
                        "/api/v1/statistics/comparison?period=2024-H1&with=2023-H2&by=award");
        assertThat(same.get("breakOn").isNull()).isTrue();
        assertThat(same.get("lines").size()).isGreaterThan(3);
        for (var line : same.get("lines")) {
            assertThat(line.get("difference").asLong())
                    .isEqualTo(line.get("second").asLong() - line.get("first").asLong());
        }
        var across =
                RunningSite.json(
                        "/api/v1/statistics/comparison?period=2024-H1&with=2025-H2&by=award");
        assertThat(across.get("breakOn").asString()).isEqualTo("2025-07-01");
    }

    @Test
    void a_form_has_counts_or_says_why_it_has_none() {
        var form = RunningSite.json("/api/v1/statistics/forms/0603?period=2024");
        assertThat(form.get("form").asString()).isEqualTo("0603");
        assertThat(form.get("rows").get(0).get("counts").get("BANG_KHEN").asLong()).isPositive();
        var gaps = form.get("rows").findValuesAsString("gap");
        assertThat(gaps).isNotEmpty().containsOnly("NO_RECIPIENT_CLASS");
        assertThat(RunningSite.get("/api/v1/statistics/forms/0699?period=2024").statusCode())
                .isEqualTo(400);
    }
}

package vn.sovang.api.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.api.testing.RunningSite;

/// Over the demonstration's workbook: 46 reviewed cases that the city sent up in 2024.
class WorklistResourceTest {
    @Test
    void cases_the_city_sent_up_wait_with_their_limit_and_its_text() {
        var all = RunningSite.json("/api/v1/clocks?day=30/06/2024");
        var late = RunningSite.json("/api/v1/clocks?day=2024-06-30&overdue=true");

        assertThat(all.get("items")).hasSizeGreaterThanOrEqualTo(46);
        assertThat(late.get("items")).isNotEmpty();
        for (var step : late.get("items")) {
            assertThat(step.get("state").asString()).isEqualTo("OVERDUE");
            assertThat(step.get("overdueDays").asLong()).isPositive();
            assertThat(step.get("limit").get("basis").asString()).contains("NĐ 98/2023");
            assertThat(step.get("limit").get("unverified").asString()).contains("xác minh");
            assertThat(step.get("person").asString()).isEqualTo("importer");
        }
    }

    @Test
    void the_day_decides_what_is_late_and_the_moment_what_is_known() {
        assertThat(RunningSite.json("/api/v1/clocks?day=2023-01-01").get("items")).isEmpty();
        assertThat(RunningSite.json("/api/v1/clocks?day=2024-06-30&knownAt=0").get("items"))
                .isEmpty();
        var unit =
                RunningSite.json("/api/v1/clocks?day=2024-06-30")
                        .get("items")
                        .get(0)
                        .get("unit")
                        .get("id")
                        .asString();
        assertThat(RunningSite.json("/api/v1/clocks?day=2024-06-30&unit=" + unit).get("items"))
                .isNotEmpty()
                .allMatch(s -> s.get("unit").get("id").asString().equals(unit));
    }

    @Test
    void no_office_of_the_demonstration_holds_an_item() {
        var list = RunningSite.json("/api/v1/custody?day=2024-06-30");

        assertThat(list.get("items")).isEmpty();
        assertThat(RunningSite.json("/api/v1/custody?state=TO_RECOVER").get("items")).isEmpty();
        assertThat(list.get("position").asLong()).isPositive();
    }

    @Test
    void cases_are_counted_by_what_tells_them_apart() {
        var kinds = RunningSite.json("/api/v1/reissues/counts?from=2024-01-01&to=2024-06-30");
        long cases = 0;
        for (var count : kinds.get("counts")) {
            cases += count.get("cases").asLong();
        }

        assertThat(cases).isEqualTo(46);
        assertThat(RunningSite.json("/api/v1/reissues/counts?by=unit").get("counts")).isNotEmpty();
        assertThat(RunningSite.get("/api/v1/reissues/applicants").body())
                .contains("items")
                .doesNotContain("Cá nhân 0");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/clocks?unit=zzz, ID_MALFORMED",
        "/api/v1/clocks?day=yesterday, DATE_MALFORMED",
        "/api/v1/clocks?day=0001-01-01, DATE_MALFORMED",
        "/api/v1/clocks?day=31/02/2024, DATE_MALFORMED",
        "/api/v1/clocks?step=SLEEP, VALUE_UNKNOWN",
        "/api/v1/clocks?overdue=maybe, VALUE_UNKNOWN",
        "/api/v1/clocks?knownAt=2001-01-01, LEDGER_NOT_YET_OPEN",
        "/api/v1/clocks?knownAt=999999999, BEYOND_THE_LOG",
        "/api/v1/custody?asOf=x, KNOWN_AT_MALFORMED",
        "/api/v1/custody?unit=1-1-1-1-1, ID_MALFORMED",
        "/api/v1/reissues/counts?by=NAME, VALUE_UNKNOWN",
        "/api/v1/reissues/counts?from=2024-02-01&to=2024-01-01, DAYS_REVERSED",
        "/api/v1/reissues/applicants?min=1, VALUE_UNKNOWN",
        "/api/v1/reissues/applicants?min=x, VALUE_UNKNOWN"
    })
    void what_cannot_be_read_is_said_so(String path, String code) {
        assertThat(RunningSite.get(path).statusCode()).isBetween(400, 499);
        assertThat(RunningSite.json(path).get("code").asString()).isEqualTo(code);
    }
}

package vn.sovang.api.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.projection.anomaly.AnomalyRule;

class AnomalyResourceTest {
    @Test
    void pages_follow_each_other_and_miss_nothing() {
        var keys = new HashSet<String>();
        int rows = 0;
        String after = "";
        while (true) {
            var page = RunningSite.json("/api/v1/anomalies?limit=4&after=" + after);
            for (var row : page.get("items")) {
                keys.add(row.get("key").asString());
                rows++;
            }
            if (page.get("next").isNull()) {
                break;
            }
            after = page.get("next").asString();
        }
        assertThat(rows).isGreaterThan(10);
        assertThat(keys).as("no finding twice").hasSize(rows);
    }

    @Test
    void a_finding_names_its_rule_basis_and_evidence_and_none_is_known_to_the_empty_ledger() {
        var list = RunningSite.json("/api/v1/anomalies?rule=AWARD_TYPE_NOT_IN_FORCE");
        var row = list.get("items").get(0);
        assertThat(row.get("question").asInt()).isEqualTo(33);
        assertThat(row.get("severity").asString()).isEqualTo("SERIOUS");
        assertThat(row.get("text").asString()).isNotBlank().doesNotContain("{");
        assertThat(row.get("evidence")).isNotEmpty();

        var one = RunningSite.json("/api/v1/anomalies/" + row.get("key").asString());
        assertThat(one).isEqualTo(row);
        assertThat(RunningSite.json("/api/v1/anomalies?knownAt=0").get("items")).isEmpty();
    }

    @Test
    void every_rule_is_listed_and_what_cannot_be_found_says_why() {
        var rules = RunningSite.json("/api/v1/anomalies/rules");
        assertThat(rules).hasSize(AnomalyRule.values().length);
        for (var rule : rules) {
            boolean finds = AnomalyRule.valueOf(rule.get("rule").asString()).finds();
            assertThat(rule.get("note").asString().isEmpty()).isEqualTo(finds);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?rule=NO_RULE, 400, VALUE_UNKNOWN",
        "?severity=high, 400, VALUE_UNKNOWN",
        "?state=x, 400, VALUE_UNKNOWN",
        "?unit=1, 400, ID_MALFORMED",
        "?after=nothing, 400, CURSOR_MALFORMED",
        "?limit=0, 400, LIMIT_OUT_OF_RANGE",
        "?knownAt=tomorrow, 400, KNOWN_AT_MALFORMED",
        "?knownAt=999999999, 409, BEYOND_THE_LOG",
        "?knownAt=2024-06-30, 409, LEDGER_NOT_YET_OPEN",
        "/nonsense, 400, ID_MALFORMED",
        "/RECORDED_LATE:award:1, 404, ANOMALY_NOT_FOUND"
    })
    void bad_questions_are_answered_in_words(String question, int status, String code) {
        var answer = RunningSite.get("/api/v1/anomalies" + question);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void the_pages_show_the_list_a_finding_with_its_events_and_the_rules() {
        var list = RunningSite.get("/bat-thuong").body();
        assertThat(list).contains("id=\"anomalies\"");
        assertThat(RunningSite.get("/bat-thuong?lang=en").body()).contains("Anomalies");
        assertThat(RunningSite.get("/bat-thuong?quy-tac=x").body()).contains("role=\"alert\"");
        var found = RunningSite.json("/api/v1/anomalies?limit=1");
        var key = found.get("items").get(0).get("key").asString();
        assertThat(RunningSite.get("/bat-thuong/" + key).body())
                .contains(key, "/api/v1/log/events/");
        assertThat(RunningSite.get("/bat-thuong/quy-tac").body()).contains("id=\"rules\"");
    }
}

package vn.sovang.api.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.api.testing.RunningSite;

class RegisterResourceTest {
    private static String anAward() {
        return RunningSite.json("/api/v1/awards?limit=1").get("items").get(0).get("id").asString();
    }

    @Test
    void pages_follow_each_other_and_miss_nothing() {
        var seen = new HashSet<String>();
        int rows = 0;
        String after = "";
        while (true) {
            var page = RunningSite.json("/api/v1/awards?limit=300&after=" + after);
            for (var award : page.get("items")) {
                seen.add(award.get("id").asString());
                rows++;
            }
            if (page.get("next").isNull()) {
                break;
            }
            after = page.get("next").asString();
        }
        assertThat(rows).isGreaterThan(1060);
        assertThat(seen).as("no line twice").hasSize(rows);
    }

    @Test
    void the_next_page_is_linked() {
        var answer = RunningSite.get("/api/v1/awards?limit=5&recipientKind=household");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RunningSite.get("/api/v1/awards?limit=5").headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link).contains("rel=\"next\"", "limit=5"));
    }

    @Test
    void filters_restrict() {
        var households = RunningSite.json("/api/v1/awards?recipientKind=HOUSEHOLD&limit=500");
        var edge = RunningSite.json("/api/v1/awards?from=30/06/2024&to=2024-06-30&limit=500");

        assertThat(households.get("items"))
                .isNotEmpty()
                .allMatch(a -> a.get("recipientKind").asString().equals("HOUSEHOLD"));
        assertThat(edge.get("items"))
                .isNotEmpty()
                .allMatch(a -> a.get("decidedOn").asString().equals("2024-06-30"));
    }

    @Test
    void an_award_has_a_history_with_both_of_its_times() {
        var id = anAward();
        var story = RunningSite.json("/api/v1/awards/" + id + "/history");
        var step = story.get("steps").get(0);

        assertThat(RunningSite.json("/api/v1/awards/" + id).get("id").asString()).isEqualTo(id);
        assertThat(step.get("type").asString()).isEqualTo("award.AwardDecided");
        assertThat(step.get("effectiveOn").asString()).startsWith("2024-");
        assertThat(step.get("recordedAt").asString()).isNotBlank();
        assertThat(step.get("document").get("number").asString()).contains("PHỤC-DỰNG");
        assertThat(step.get("by").get("user").asString()).isEqualTo("importer");
    }

    @Test
    void the_empty_ledger_knew_no_step() {
        var story = RunningSite.json("/api/v1/awards/" + anAward() + "/history?knownAt=0");

        assertThat(story.get("steps")).isEmpty();
    }

    @Test
    void an_answer_says_which_moment_it_holds_for() {
        var id = anAward();
        var now = RunningSite.json("/api/v1/awards/" + id);
        long known = now.get("knownAt").asLong();
        var then = RunningSite.json("/api/v1/awards/" + id + "?asOf=" + known);

        assertThat(now.get("asOf").get("provisional").asBoolean()).isTrue();
        assertThat(then.get("asOf").get("position").asLong()).isEqualTo(known);
        assertThat(then.get("asOf").get("recordedAt").asString()).isNotBlank();
        assertThat(then.get("asOf").get("provisional").asBoolean()).isFalse();
        assertThat(RunningSite.get("/api/v1/awards/" + id + "?asOf=" + (known - 1)).statusCode())
                .as("one event earlier nobody knew it")
                .isEqualTo(404);
        assertThat(RunningSite.json("/api/v1/awards?asOf=0").get("items")).isEmpty();
        assertThat(RunningSite.get("/api/v1/awards/" + id + "?asOf=" + known).headers())
                .satisfies(h -> assertThat(h.firstValue("ETag")).hasValue("W/\"" + known + "\""));
    }

    @Test
    void pages_of_a_list_stay_at_the_moment_of_the_first() {
        var first = RunningSite.json("/api/v1/awards?limit=5");
        var next = RunningSite.json("/api/v1/awards?limit=5&after=" + first.get("next").asString());

        assertThat(first.get("position").asLong()).isPositive();
        assertThat(next.get("position")).isEqualTo(first.get("position"));
        assertThat(next.get("items").get(0)).isNotEqualTo(first.get("items").get(4));
    }

    @Test
    void what_stands_around_an_award_is_found_by_its_identity() {
        var award = RunningSite.json("/api/v1/awards/" + anAward());
        var decision = RunningSite.json("/api/v1/decisions/" + award.get("decision").asString());
        var recipient = RunningSite.json("/api/v1/recipients/" + award.get("recipient").asString());
        var authority = award.get("authority").get("id").asString();

        assertThat(decision.get("lines").asInt()).isPositive();
        assertThat(decision.get("asOf").get("position").asLong()).isPositive();
        assertThat(recipient.get("sameAs")).isNotEmpty();
        assertThat(recipient.has("name")).isFalse();
        assertThat(RunningSite.json("/api/v1/units/" + authority).get("authorityName").asString())
                .startsWith("UBND");
        assertThat(RunningSite.json("/api/v1/units/" + authority + "/history").get("steps"))
                .isNotEmpty();
    }

    @Test
    void two_moments_are_compared_field_by_field() {
        var id = anAward();
        long known = RunningSite.json("/api/v1/awards/" + id).get("knownAt").asLong();
        var compared = RunningSite.json("/api/v1/awards/" + id + "/comparison?from=0&to=" + known);
        var status =
                compared.get("comparison")
                        .get("fields")
                        .valueStream()
                        .filter(f -> f.get("field").asString().equals("status"))
                        .findFirst()
                        .orElseThrow();
        var listed = RunningSite.json("/api/v1/awards/comparison?from=0&limit=5");

        assertThat(compared.get("comparison").get("kind").asString()).isEqualTo("APPEARED");
        assertThat(status.get("after").asString()).isEqualTo("IN_FORCE");
        assertThat(status.get("events")).isNotEmpty();
        assertThat(listed.get("items")).hasSize(5);
        assertThat(listed.get("next").asString()).hasSize(36);
        assertThat(
                        RunningSite.json("/api/v1/awards/" + id + "/comparison?from=" + known)
                                .get("comparison")
                                .get("kind")
                                .asString())
                .isEqualTo("SAME");
    }

    @Test
    void each_step_of_a_history_leads_to_its_proof() {
        var story = RunningSite.json("/api/v1/awards/" + anAward() + "/history");
        var proof = story.get("steps").get(0).get("proof").asString();

        assertThat(RunningSite.get(proof).statusCode()).isEqualTo(200);
    }

    @Test
    void no_answer_names_a_recipient() {
        var awards = RunningSite.get("/api/v1/awards?limit=500").body();

        assertThat(awards).doesNotContain("Cá nhân 0", "Tập thể 0", "\"box\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/awards/00000000-0000-0000-0000-000000000000, 404, AWARD_NOT_FOUND",
        "/api/v1/awards/00000000-0000-0000-0000-000000000000/history, 404, AWARD_NOT_FOUND",
        "/api/v1/artifacts/00000000-0000-0000-0000-000000000000/history, 404, ARTIFACT_NOT_FOUND",
        "/api/v1/awards/1-1-1-1-1, 400, ID_MALFORMED",
        "/api/v1/awards?after=zzz, 400, CURSOR_MALFORMED",
        "/api/v1/awards?limit=0, 400, LIMIT_OUT_OF_RANGE",
        "/api/v1/awards?limit=501, 400, LIMIT_OUT_OF_RANGE",
        "/api/v1/awards?from=31/02/2024, 400, DATE_MALFORMED",
        "/api/v1/awards?recipientKind=PET, 400, VALUE_UNKNOWN",
        "/api/v1/awards?authority=zzz, 400, ID_MALFORMED",
        "/api/v1/decisions/00000000-0000-0000-0000-000000000000, 404, DECISION_NOT_FOUND",
        "/api/v1/units/00000000-0000-0000-0000-000000000000, 404, UNIT_NOT_FOUND",
        "/api/v1/nominations/00000000-0000-0000-0000-000000000000, 404, NOMINATION_NOT_FOUND",
        "/api/v1/reissue-cases/00000000-0000-0000-0000-000000000000, 404, REISSUE_CASE_NOT_FOUND",
        "/api/v1/units/00000000-0000-0000-0000-000000000000/comparison?from=0, 404, UNIT_NOT_FOUND",
        "/api/v1/awards?asOf=yesterday, 400, KNOWN_AT_MALFORMED",
        "/api/v1/awards?asOf=999999999, 409, BEYOND_THE_LOG",
        "/api/v1/awards?asOf=2020-01-01T00:00:00Z, 409, LEDGER_NOT_YET_OPEN",
        "/api/v1/awards/comparison?from=2&to=1, 400, MOMENTS_REVERSED",
        "/api/v1/awards/comparison?from=0&after=zzz, 400, CURSOR_MALFORMED",
        "/api/v1/awards/comparison, 400, PARAMETER_MISSING",
        "/api/v1/nothing, 404, NOT_FOUND"
    })
    void what_is_not_there_or_cannot_be_read_is_said_so(String path, int status, String code) {
        assertThat(RunningSite.get(path).statusCode()).isEqualTo(status);
        assertThat(RunningSite.json(path).get("code").asString()).isEqualTo(code);
    }
}

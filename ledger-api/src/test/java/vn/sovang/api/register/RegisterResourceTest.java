package vn.sovang.api.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.api.testing.RunningSite;

class RegisterResourceTest {
    private static String anAward() {
        return RunningSite.json("/api/v1/awards?limit=1").get("awards").get(0).get("id").asString();
    }

    @Test
    void pages_follow_each_other_and_miss_nothing() {
        var seen = new HashSet<String>();
        int rows = 0;
        String after = "";
        while (true) {
            var page = RunningSite.json("/api/v1/awards?limit=300&after=" + after);
            for (var award : page.get("awards")) {
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

        assertThat(households.get("awards"))
                .isNotEmpty()
                .allMatch(a -> a.get("recipientKind").asString().equals("HOUSEHOLD"));
        assertThat(edge.get("awards"))
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
        "/api/v1/awards?from=31/02/2024x, 400, DATE_MALFORMED",
        "/api/v1/awards?recipientKind=PET, 400, VALUE_UNKNOWN",
        "/api/v1/awards?authority=zzz, 400, ID_MALFORMED",
        "/api/v1/nothing, 404, NOT_FOUND"
    })
    void what_is_not_there_or_cannot_be_read_is_said_so(String path, int status, String code) {
        assertThat(RunningSite.get(path).statusCode()).isEqualTo(status);
        assertThat(RunningSite.json(path).get("code").asString()).isEqualTo(code);
    }
}

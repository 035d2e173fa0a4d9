package vn.sovang.api.list;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.MINISTRY;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RunningSite;

/// All lists over HTTP: one shape, one way to go on, one answer for what cannot be used.
class ListResourceTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What the demonstration holds enough of to turn pages.
    private static final Set<String> LONG =
            Set.of(
                    "awards",
                    "decisions",
                    "recipients",
                    "units",
                    "nominations",
                    "reissue-cases",
                    "clocks",
                    "anomalies",
                    "access");

    static List<String> lists() {
        return new Lists(
                        RunningSite.installation().ledger(),
                        RunningSite.installation().projections())
                .addresses();
    }

    private static JsonNode json(String path, String key) {
        return JSON.readTree(RunningSite.anonymous("GET", path, "Authorization", key).body());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void every_list_has_one_shape(String list) {
        var page = RunningSite.json("/api/v1/" + list + "?limit=2");

        assertThat(page.propertyNames())
                .containsExactly("items", "next", "position", "provisional", "limit");
        assertThat(page.get("limit").asInt()).isEqualTo(2);
        assertThat(page.get("position").asLong()).isPositive();
        assertThat(page.get("next").isString()).isEqualTo(LONG.contains(list));
        assertThat(RunningSite.json("/api/v1/" + list).get("limit").asInt()).isEqualTo(50);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void pages_join_without_a_gap_and_stay_at_their_position(String list) {
        var whole = items("/api/v1/" + list + "?limit=500", 1);
        var joined = items("/api/v1/" + list + "?limit=" + Math.max(1, whole.size() / 3), 5);

        assertThat(joined.size()).isGreaterThanOrEqualTo(whole.size());
        assertThat(joined.subList(0, whole.size())).isEqualTo(whole);
        assertThat(joined).doesNotHaveDuplicates();
    }

    /// Rows of so many pages, each found by the link of the one before. What the access log gets
    /// meanwhile is of no concern to its list.
    private static List<JsonNode> items(String path, int pages) {
        var rows = new ArrayList<JsonNode>();
        var at = path;
        long position = -1;
        for (int page = 0; page < pages; page++) {
            var answer = RunningSite.get(at);
            assertThat(answer.statusCode()).as(at).isEqualTo(200);
            var body = JSON.readTree(answer.body());
            assertThat(body.get("position").asLong())
                    .isEqualTo(position < 0 ? body.get("position").asLong() : position);
            position = body.get("position").asLong();
            body.get("items").forEach(rows::add);
            var link = answer.headers().firstValue("Link");
            assertThat(link.isPresent()).isEqualTo(body.get("next").isString());
            if (link.isEmpty()) {
                break;
            }
            at = link.get().replaceFirst("^<[a-z]+://[^/]+", "").replaceFirst(">.*", "");
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void what_a_list_does_not_know_is_refused_by_name(String list) {
        var path = "/api/v1/" + list;
        problem(path + "?colour=red", "PARAMETER_UNKNOWN", "#/colour");
        problem(path + "?limit=1&limit=2", "PARAMETER_REPEATED", "#/limit");
        problem(path + "?limit=501", "LIMIT_OUT_OF_RANGE", "#/limit");
        problem(path + "?limit=0", "LIMIT_OUT_OF_RANGE", "#/limit");
        problem(path + "?after=AAAA", "CURSOR_MALFORMED", "#/after");
        problem(path + ".csv?limit=5", "PARAMETER_UNKNOWN", "#/limit");
        assertThat(RunningSite.get(path + "?lang=en&limit=1").statusCode()).isEqualTo(200);
    }

    private static void problem(String path, String code, String pointer) {
        var answer = RunningSite.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("code").asString()).as(path).isEqualTo(code);
        assertThat(problem.get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void a_cursor_that_was_changed_or_belongs_elsewhere_is_refused() {
        var next = RunningSite.json("/api/v1/awards?limit=5").get("next").asString();
        var ok = "/api/v1/awards?limit=9&after=";
        assertThat(RunningSite.get(ok + next).statusCode()).isEqualTo(200);

        var elsewhere =
                List.of(
                        "/api/v1/decisions?after=" + next,
                        "/api/v1/awards?recipientKind=HOUSEHOLD&after=" + next);
        elsewhere.forEach(path -> problem(path, "CURSOR_MALFORMED", "#/after"));
        for (int i = 0; i < next.length() - 1; i++) {
            var other = next.charAt(i) == 'A' ? 'B' : 'A';
            var forged = next.substring(0, i) + other + next.substring(i + 1);
            problem(ok + forged, "CURSOR_MALFORMED", "#/after");
        }
        problem(ok + next.substring(0, next.length() - 2), "CURSOR_MALFORMED", "#/after");
    }

    @ParameterizedTest
    @CsvSource({
        "awards?authority=x, ID_MALFORMED",
        "awards?period=2024-H3, PERIOD_MALFORMED",
        "awards?period=2024&from=2024-01-01, PARAMETER_MALFORMED",
        "awards?from=2024-02-01&to=2024-01-01, DAYS_REVERSED",
        "awards?from=31/2/2024, DATE_MALFORMED",
        "decisions?to=2023-02-29, DATE_MALFORMED",
        "reissue-cases?to=31/4/2024, DATE_MALFORMED",
        "awards?from=%2B999999999-12-31, DATE_MALFORMED",
        "awards?asOf=1&knownAt=2, PARAMETER_MALFORMED",
        "artifacts?kind=PLATE, VALUE_UNKNOWN",
        "decisions?number=a%01b, PARAMETER_MALFORMED",
        "recipients?restricted=maybe, VALUE_UNKNOWN",
        "units?level=STREET, VALUE_UNKNOWN",
        "nominations?status=x, VALUE_UNKNOWN",
        "reissue-cases?kind=x, VALUE_UNKNOWN",
        "custody?state=LOST, VALUE_UNKNOWN",
        "inspections?closed=x, VALUE_UNKNOWN",
        "paper-reports?unit=1, ID_MALFORMED",
        "access?kind=Guessed, VALUE_UNKNOWN",
        "access?asOf=1, PARAMETER_UNKNOWN"
    })
    void a_value_that_cannot_be_used_is_said_so(String question, String code) {
        var answer = RunningSite.get("/api/v1/" + question);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("code").asString()).isEqualTo(code);
    }

    @Test
    void filters_restrict_and_a_period_is_its_days() {
        assertThat(rows("awards?period=2024-H1"))
                .isNotEmpty()
                .isEqualTo(rows("awards?from=2024-01-01&to=2024-06-30"));
        assertThat(rows("decisions?authority=" + CITY.value()))
                .isNotEmpty()
                .allMatch(d -> d.get("authority").get("id").asString().equals(CITY.toString()));
        assertThat(rows("nominations?status=SUBMITTED&award=CSTT"))
                .allMatch(n -> n.get("award").asString().equals("CSTT"));
        assertThat(rows("reissue-cases?kind=EXCHANGE"))
                .isNotEmpty()
                .allMatch(c -> c.get("kind").asString().equals("EXCHANGE"));
        assertThat(rows("recipients?kind=HOUSEHOLD"))
                .isNotEmpty()
                .allMatch(r -> r.get("kind").asString().equals("HOUSEHOLD"));
        assertThat(rows("units?level=XA"))
                .isNotEmpty()
                .allMatch(u -> u.get("level").asString().equals("XA"));
        assertThat(rows("awards?asOf=0")).isEmpty();
        assertThat(rows("units?knownAt=0")).isEmpty();
    }

    private static List<JsonNode> rows(String question) {
        var all = new ArrayList<JsonNode>();
        var mark = question.contains("?") ? "&" : "?";
        RunningSite.json("/api/v1/" + question + mark + "limit=500").get("items").forEach(all::add);
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "awards",
                "artifacts",
                "decisions",
                "recipients",
                "nominations",
                "reissue-cases"
            })
    void an_office_is_shown_what_it_may_open_and_nothing_else(String list) {
        var accounts = RunningSite.accounts();
        var city = accounts.key("l-city-" + list, List.of(Role.CLERK), CITY);
        var stranger = accounts.key("l-ministry-" + list, List.of(Role.CLERK), MINISTRY);
        int all = rows(list).size();

        int own = json("/api/v1/" + list + "?limit=500", city).get("items").size();
        assertThat(own).isBetween(Math.min(1, all), all);
        var seen = json("/api/v1/" + list + "?limit=500", stranger).get("items");
        assertThat(seen.size()).isLessThanOrEqualTo(all == 0 ? 0 : all - 1);
        int opened = 0;
        for (var row : seen) {
            if (opened++ < 20) {
                var one = "/api/v1/" + list + "/" + row.get("id").asString();
                assertThat(
                                RunningSite.anonymous("GET", one, "Authorization", stranger)
                                        .statusCode())
                        .as(one)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void no_list_names_a_person() {
        for (var list : lists()) {
            assertThat(RunningSite.get("/api/v1/" + list + "?limit=500").body())
                    .as(list)
                    .doesNotContain("Cá nhân 0", "Tập thể 0", "\"box\"");
        }
    }
}

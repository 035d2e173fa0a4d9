package vn.sovang.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.sovang.api.testing.RunningSite;

class SearchResourceTest {
    private static String q(String text) {
        return "/api/v1/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode group(String text, String kind) {
        var groups = RunningSite.json(q(text) + "&kind=" + kind).get("groups");
        assertThat(groups).as(text).hasSize(1);
        return groups.get(0);
    }

    @Test
    void an_old_ward_an_award_and_a_number_are_found_as_people_type_them() {
        assertThat(group("phu ha", "UNIT").get("hits").get(0).get("label").asString())
                .contains("Phủ Hà");
        assertThat(group("BK CP", "AWARD_TYPE").get("hits").get(0).get("id").asString())
                .isEqualTo("BK_TTG");
        var decisions = group("phuc dung", "DECISION");
        assertThat(decisions.get("total").asInt()).isGreaterThan(5);
        assertThat(decisions.get("hits").get(0).get("page").asString()).startsWith("/quyet-dinh/");
    }

    @Test
    void recipients_are_found_by_name_and_no_name_is_shown() {
        var answer = RunningSite.get(q("ca nhan") + "&kind=RECIPIENT").body();
        var group = group("ca nhan", "RECIPIENT");

        assertThat(group.get("total").asInt()).isGreaterThan(100);
        assertThat(answer).doesNotContain("Cá nhân");
        assertThat(group.get("hits").get(0).get("label").isNull()).isTrue();
        assertThat(group.get("hits").get(0).get("awards")).isNotEmpty();
    }

    @Test
    void pages_of_one_kind_follow_each_other() {
        var seen = new HashSet<String>();
        int rows = 0;
        var next = "";
        for (int page = 0; page < 4; page++) {
            var group =
                    RunningSite.json(q("ca nhan") + "&kind=recipient&cursor=" + next)
                            .get("groups")
                            .get(0);
            for (var hit : group.get("hits")) {
                seen.add(hit.get("id").asString());
                rows++;
            }
            next = group.get("next").asString();
        }
        assertThat(rows).isEqualTo(100);
        assertThat(seen).hasSize(rows);
    }

    @Test
    void the_empty_ledger_had_nothing_to_find() {
        assertThat(RunningSite.json(q("phu ha") + "&knownAt=0").get("groups")).isEmpty();
        assertThat(RunningSite.json(q("không có gì như thế")).get("groups")).isEmpty();
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("/api/v1/search", "SEARCH_EMPTY"),
                Arguments.of(q(""), "SEARCH_EMPTY"),
                Arguments.of(q("%%%"), "SEARCH_EMPTY"),
                Arguments.of(q("*"), "SEARCH_EMPTY"),
                Arguments.of(q("a".repeat(6_000)), "SEARCH_TOO_LONG"),
                Arguments.of(q("a b ".repeat(10)), "SEARCH_TOO_LONG"),
                Arguments.of(q("a\0b"), "SEARCH_MALFORMED"),
                Arguments.of(q("a\u202eb"), "SEARCH_MALFORMED"),
                Arguments.of(q("a") + "&kind=PET", "VALUE_UNKNOWN"),
                Arguments.of(q("a") + "&cursor=5", "CURSOR_MALFORMED"),
                Arguments.of(q("a") + "&kind=UNIT&cursor=9999", "CURSOR_MALFORMED"),
                Arguments.of(q("a") + "&kind=UNIT&cursor=x", "CURSOR_MALFORMED"),
                Arguments.of(q("a") + "&knownAt=yesterday", "KNOWN_AT_MALFORMED"),
                Arguments.of(q("a") + "&knownAt=2001-01-01", "LEDGER_NOT_YET_OPEN"),
                Arguments.of(q("a") + "&knownAt=999999999", "BEYOND_THE_LOG"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void what_cannot_be_looked_for_is_said_so(String path, String code) {
        var answer = RunningSite.get(path);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(RunningSite.json(path).get("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void odd_texts_find_nothing_or_something_but_never_fail(String text) {
        assertThat(RunningSite.get(q(text)).statusCode()).isEqualTo(200);
    }

    static Stream<String> texts() {
        return Stream.of(
                        "'",
                        "'; drop table entry; --",
                        "\\",
                        "a\\",
                        "a_b%c",
                        "漢字",
                        "٣",
                        "ﬁ",
                        "ß",
                        "İ",
                        "𝕏",
                        "a\u0301\u0301\u0301",
                        "Ông",
                        "đ/c",
                        "1/2/3",
                        "hạng nhất",
                        "x hạng nhất")
                .filter(text -> text.codePoints().anyMatch(Character::isLetterOrDigit));
    }
}

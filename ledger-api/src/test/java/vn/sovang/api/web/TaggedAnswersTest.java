package vn.sovang.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.api.testing.RunningSite;

/// What a program has already is not sent again.
class TaggedAnswersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/awards?limit=3",
                "/api/v1/clocks?day=2024-06-30&knownAt=700",
                "/api/v1/custody?day=2024-06-30&asOf=700",
                "/api/v1/statistics?period=2024-H1&knownAt=700",
                "/api/v1/anomalies?knownAt=700&on=2024-06-30",
                "/api/v1/reports",
                "/api/v1/commands"
            })
    void the_same_answer_is_told_by_its_tag(String path) {
        var first = RunningSite.get(path);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var again = RunningSite.get(path, "If-None-Match", tag);
        var other = RunningSite.get(path, "If-None-Match", "W/\"another\"");

        assertThat(first.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body());
    }
}

package vn.sovang.api.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RunningSite;

/// What is sent to keep a filter, by whoever sends it.
class KeptPagesTest {
    private static HttpResponse<String> keep(Role role, String path, String query, String name) {
        return RunningSite.as(
                role,
                "POST",
                "/bo-loc?duong-dan="
                        + encoded(path)
                        + "&loc="
                        + encoded(query)
                        + "&ten="
                        + encoded(name),
                "Accept",
                "text/html");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "//evil.example, '', 400",
        "https://evil.example/khen-thuong, '', 400",
        "/tra-cuu, q=An, 400",
        "/khen-thuong, tiep=//evil.example, 400",
        "/khen-thuong, co-quan=x, 400",
        "/khen-thuong, tinh-trang=EATEN, 400",
        "/khen-thuong, so-ghi-den=mai, 400",
        "/khen-thuong, so-ghi-den=999999999, 409",
        "/thoi-han, ngay=mai, 400"
    })
    void what_its_page_cannot_be_asked_is_not_kept(String path, String query, int status) {
        var answer = keep(Role.CLERK, path, query, "x");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void a_name_that_is_none_is_told_beside_the_filters_there_are() {
        var answer = keep(Role.DECISION_RECORDER, "/khen-thuong", "doi-tuong=HOUSEHOLD", " ");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("role=\"alert\"", "/khen-thuong?doi-tuong=HOUSEHOLD", "</html>");
    }

    @Test
    void whoever_keeps_a_filter_is_led_back_to_the_list_and_nowhere_else() {
        var answer = keep(Role.COUNCIL_SECRETARY, "/khen-thuong", "so=%7Bx%7D&sau=y&lang=en", "a");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/khen-thuong?so=%7Bx%7D");
        assertThat(keep(Role.COUNCIL_SECRETARY, "/khen-thuong", "", "a").statusCode())
                .isEqualTo(409);
        assertThat(keep(Role.ADMINISTRATOR, "/khen-thuong", "", "a").statusCode()).isEqualTo(403);
        assertThat(RunningSite.as(Role.CLERK, "POST", "/bo-loc/x/xoa").statusCode()).isEqualTo(400);
    }
}

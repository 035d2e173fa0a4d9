package vn.sovang.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.api.testing.RunningSite;

/// The site as programs and browsers meet it, over HTTP.
class SiteTest {
    /// What a reader may write into an address stands where the `?` is.
    private static final List<String> ADDRESSES =
            List.of(
                    "/api/v1/statistics?period=?",
                    "/api/v1/statistics?period=2024-H1&knownAt=?",
                    "/api/v1/statistics?period=2024-H1&authority=?",
                    "/api/v1/statistics?period=2024-H1&policy=?",
                    "/api/v1/awards?after=?",
                    "/api/v1/awards?award=?",
                    "/api/v1/awards?decisionNumber=?",
                    "/api/v1/awards?from=?",
                    "/api/v1/awards?limit=?",
                    "/api/v1/awards/?",
                    "/api/v1/awards/?/history",
                    "/api/v1/artifacts/?/history",
                    "/api/v1/reports/?",
                    "/api/v1/reports?authority=?",
                    "/api/v1/statistics/reconciliation?period=2024-H1&from=?",
                    "/thong-ke/bao-cao/?",
                    "/thong-ke/doi-chieu?ky=2024-H1&tu=?",
                    "/thong-ke?ky=?",
                    "/thong-ke?so-ghi-den=?",
                    "/thong-ke?don-vi=?",
                    "/thong-ke?co-quan-biet-den=?",
                    "/thong-ke/su-kien?measure=?",
                    "/thong-ke/su-kien?sau=?",
                    "/thong-ke/su-kien?recipientUnit=?",
                    "/thong-ke?co-quan=?",
                    "/thong-ke?lang=?",
                    "/khen-thuong?so=?",
                    "/khen-thuong?tu-ngay=?",
                    "/khen-thuong?sau=?",
                    "/khen-thuong/?",
                    "/hien-vat/?",
                    "/thoi-han?ngay=?",
                    "/hien-vat-dang-giu?don-vi=?",
                    "/api/v1/clocks?unit=?",
                    "/api/v1/custody?asOf=?",
                    "/tra-cuu?q=?",
                    "/tra-cuu?q=a&loai=?",
                    "/api/v1/search?q=?",
                    "/?");

    private static final String OWN_SCRIPT = "<script defer src=\"/js/sovang.js\"></script>";

    @Test
    void the_checkpoint_is_the_note_verbatim() {
        var answer = RunningSite.get("/log/checkpoint");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        t -> assertThat(t).isEqualToIgnoringCase("text/plain;charset=utf-8"));
        var ledger = RunningSite.installation().ledger();
        assertThat(answer.body())
                .isEqualTo(ledger.cosigned(ledger.checkpoint().orElseThrow()).note());
    }

    @Test
    void the_contract_is_openapi_3_1_and_names_programs_addresses_only() {
        var contract = RunningSite.json("/v3/api-docs");

        assertThat(contract.get("openapi").asString()).startsWith("3.1");
        assertThat(contract.get("paths").propertyNames())
                .contains("/api/v1/statistics", "/api/v1/awards", "/log/checkpoint")
                .allMatch(path -> path.startsWith("/api/") || path.startsWith("/log/"));
    }

    @Test
    void problems_speak_the_readers_language() {
        var path = "/api/v1/statistics?period=x";

        assertThat(RunningSite.json(path).get("title").asString())
                .isEqualTo("Yêu cầu không hợp lệ");
        assertThat(RunningSite.json(path, "Accept-Language", "en").get("title").asString())
                .isEqualTo("The request is not valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/thong-ke", "/khen-thuong", "/api/v1/awards", "/no-such-page"})
    void every_answer_forbids_what_pages_do_not_need(String path) {
        var headers = RunningSite.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).isPresent();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/awards/a%2Fb", "/api/v1/awards/%00", "/khen-thuong/a%5Cb"})
    void an_address_in_disguise_is_a_problem_like_any_other(String path) {
        var answer = RunningSite.get(path, "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("REQUEST_MALFORMED", "The request cannot be read")
                .doesNotContain("Tomcat", "<html");
    }

    @Test
    void no_input_is_a_fault_of_ours() {
        var bad =
                List.of(
                        "%00",
                        "%27",
                        "%3Cscript%3E",
                        "-1",
                        "9".repeat(400),
                        "%F0%9F%92%A9",
                        "%E2%80%AE",
                        "%C3%28",
                        "null",
                        "..%2F..",
                        "1e9",
                        "%25s%25n",
                        "%7B0%7D");
        int asked = 0;
        for (var path : ADDRESSES) {
            for (var value : bad) {
                var mark = path.lastIndexOf('?');
                var answer =
                        RunningSite.get(path.substring(0, mark) + value + path.substring(mark + 1));
                asked++;
                assertThat(answer.statusCode()).as(path + " " + value).isLessThan(500);
                assertThat(answer.body()).doesNotContain("Exception", "\tat ");
                if (answer.headers().firstValue("Content-Type").orElse("").contains("html")) {
                    assertThat(answer.body().replace(OWN_SCRIPT, "")).doesNotContain("<script");
                }
            }
        }
        assertThat(asked).isEqualTo(ADDRESSES.size() * bad.size());
    }

    @Test
    void the_language_of_pages_is_chosen_in_the_address_and_kept_in_a_cookie() {
        var english = RunningSite.get("/?lang=en");

        assertThat(RunningSite.get("/", "Accept-Language", "en").body())
                .as("an English browser in a Vietnamese office")
                .contains("<html lang=\"vi\">");
        assertThat(english.body()).contains("<html lang=\"en\">");
        var cookie = english.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        assertThat(RunningSite.get("/", "Cookie", cookie.substring(0, cookie.indexOf(';'))).body())
                .contains("<html lang=\"en\">");
    }
}

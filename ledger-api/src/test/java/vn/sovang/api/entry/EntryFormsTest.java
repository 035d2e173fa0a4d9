package vn.sovang.api.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.api.door.Accounts;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.TestAccounts;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.UnitId;

/// Forms as a browser without scripts sends them: bad input, a form sent twice, a form of an office
/// that the thing does not belong to.
class EntryFormsTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern REQUEST = Pattern.compile("name=\"yeu-cau\" value=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String WARD = "UBND phường Phước Mỹ";

    private static String clerk = "";
    private static String wardClerk = "";

    @BeforeAll
    static void signIn() {
        var site = RecordingSite.url();
        var accounts = RecordingSite.installation().accounts();
        clerk = session(site, account(accounts, "forms-clerk", null));
        wardClerk = session(site, account(accounts, "forms-ward", PhanRang.PHUOC_MY));
    }

    private static Accounts.Issued account(Accounts accounts, String name, @Nullable UnitId unit) {
        accounts.add(name, List.of(Role.CLERK), unit);
        return accounts.resetForAWhile(name, Duration.ofDays(1));
    }

    private static String session(String site, Accounts.Issued issued) {
        var cookie = TestAccounts.session(site, issued.account().id(), issued.password());
        return cookie.getName() + "=" + cookie.getValue();
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static HttpRequest.Builder at(String who, String path) {
        return HttpRequest.newBuilder(URI.create(RecordingSite.url() + path)).header("Cookie", who);
    }

    private static String page(String who, String path) {
        return sent(at(who, path)).body();
    }

    private static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> post(String who, String path, String page, String... form) {
        var text = new StringBuilder("_csrf=" + found(TOKEN, page));
        for (int i = 0; i < form.length; i += 2) {
            text.append('&').append(form[i]).append('=');
            text.append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        return sent(
                at(who, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(text.toString())));
    }

    private static String[] nomination(String request, String name) {
        return new String[] {
            "yeu-cau", request,
            "doi-tuong", name,
            "loai-doi-tuong", "INDIVIDUAL",
            "danh-hieu", "GK_HUYEN",
            "hang", "NONE",
            "loai-hinh", "CONG_TRANG",
            "ngay", "1/2/2024",
            "don-vi-de-nghi", WARD
        };
    }

    private static long head() {
        return RecordingSite.installation().ledger().feed().head();
    }

    @Test
    void a_form_sent_many_times_at_once_is_recorded_once() throws Exception {
        var page = page(clerk, "/de-nghi/moi");
        var form = nomination(found(REQUEST, page), "Cá nhân 7201");
        long before = head();
        var answers = new ArrayList<HttpResponse<String>>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var sendings = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 4; i++) {
                sendings.add(pool.submit(() -> post(clerk, "/de-nghi/moi", page, form)));
            }
            for (var sending : sendings) {
                answers.add(sending.get());
            }
        }

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(answers)
                .extracting(a -> a.headers().firstValue("Location").orElse(""))
                .as("all are led to the one nomination")
                .containsOnly(answers.getFirst().headers().firstValue("Location").orElse("-"));
        assertThat(head() - before).as("the recipient and the nomination").isEqualTo(2);
    }

    @Test
    void a_name_that_the_ledger_has_is_asked_back_and_never_guessed() {
        var first = page(clerk, "/de-nghi/moi");
        var name = "Cá nhân 7202";
        post(clerk, "/de-nghi/moi", first, nomination(found(REQUEST, first), name));
        var page = page(clerk, "/de-nghi/moi");
        long before = head();
        var asked = post(clerk, "/de-nghi/moi", page, nomination(found(REQUEST, page), name));

        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("doi-tuong.chon", "value=\"moi\"", "trùng tên");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void an_office_enters_for_its_own_units_only() {
        var page = page(wardClerk, "/de-nghi/moi");
        assertThat(page).as("its own name stands there").contains(WARD);
        var form = nomination(found(REQUEST, page), "Cá nhân 7203");
        form[form.length - 1] = RunningSite.CITY;
        long before = head();
        var answer = post(wardClerk, "/de-nghi/moi", page, form);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Chưa ghi được");
        assertThat(head()).isEqualTo(before);
        form[form.length - 1] = WARD;
        assertThat(post(wardClerk, "/de-nghi/moi", page, form).statusCode()).isEqualTo(302);
    }

    @Test
    void a_form_of_another_site_is_refused() {
        var answer =
                sent(
                        at(clerk, "/de-nghi/moi")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("ngay=1%2F2%2F2024")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000",
                "<script>alert(1)</script>",
                "31/12/99999",
                "-1",
                "00000000-0000-0000-0000-000000000000",
                "\t;\t;\n;;;;;;;;",
                "\"",
                "𝕳𝖊 \u202e \ud83c\udfc5",
                "%00%ff${7*7}#{x}"
            })
    void no_input_breaks_a_form(String text) {
        for (var path : List.of("/de-nghi/moi", "/de-nghi/nhieu", "/de-nghi/danh-sach")) {
            var page = page(clerk, path);
            long before = head();
            var form =
                    new ArrayList<String>(List.of("yeu-cau", text, "ghi", text, "da-hieu", text));
            for (var name :
                    List.of(
                            "doi-tuong",
                            "loai-doi-tuong",
                            "danh-hieu",
                            "hang",
                            "ngay",
                            "ngay-van-ban",
                            "don-vi",
                            "don-vi-de-nghi",
                            "cap-tren",
                            "de-nghi",
                            "dong",
                            "so",
                            "ban-chup")) {
                form.addAll(List.of(name, text));
            }
            var answer = post(clerk, path, page, form.toArray(String[]::new));

            assertThat(answer.statusCode()).as(path).isBetween(200, 499);
            assertThat(answer.body()).doesNotContain("<script>alert", "Exception");
            assertThat(head()).isEqualTo(before);
        }
    }

    private static String many(String rows, String... more) {
        var page = page(clerk, "/de-nghi/nhieu");
        var form =
                new ArrayList<String>(
                        List.of(
                                "yeu-cau",
                                found(REQUEST, page),
                                "ngay",
                                "1/2/2024",
                                "don-vi-de-nghi",
                                WARD,
                                "dong",
                                rows,
                                "ghi",
                                "true"));
        form.addAll(List.of(more));
        var answer = post(clerk, "/de-nghi/nhieu", page, form.toArray(String[]::new));
        return answer.statusCode() == 302 ? "" : answer.body();
    }

    @Test
    void rows_of_one_name_are_one_person_only_if_somebody_says_so() {
        var rows = "Cá nhân 7205;cá nhân;GK_HUYEN\nCá nhân 7205;cá nhân;LDTT";
        long before = head();
        assertThat(many(rows)).contains("Trùng tên với dòng 1", "id=\"dong-2\"");
        assertThat(head()).isEqualTo(before);

        assertThat(many(rows, "dong-2", "dong-1")).isEmpty();
        assertThat(head() - before).as("one recipient, two nominations").isEqualTo(3);

        assertThat(many("Cá nhân 7205;cá nhân;LDTT")).contains("id=\"dong-1\"", "hãy chọn là ai");
        assertThat(many("Cá nhân 7205;cá nhân;LDTT", "dong-1", "moi")).isEmpty();
        assertThat(head() - before).isEqualTo(5);
    }

    @Test
    void one_bad_row_stops_all_and_a_form_may_hold_many() {
        var rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            rows.append("Cá nhân 73").append(i).append(";cá nhân;GK_HUYEN\n");
        }
        long before = head();
        assertThat(many(rows + "Cá nhân 7399;con mèo;GK_HUYEN")).contains("con mèo", "1 trong 61");
        assertThat(head()).isEqualTo(before);
        assertThat(many(rows.toString())).isEmpty();
        assertThat(head() - before).isEqualTo(120);

        var list = page(clerk, "/de-nghi/danh-sach");
        var boundary = "x" + UUID.randomUUID();
        var parts = new StringBuilder();
        parts.append(part(boundary, "_csrf", found(TOKEN, list)));
        for (int i = 0; i < 300; i++) {
            parts.append(part(boundary, "de-nghi", UUID.randomUUID().toString()));
        }
        var answer =
                sent(
                        at(clerk, "/de-nghi/danh-sach")
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(BodyPublishers.ofString(parts + "--" + boundary + "--\r\n")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("không còn chờ xử lý");
    }

    private static String part(String boundary, String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, value);
    }

    @Test
    void a_step_of_what_is_not_there_is_not_there() {
        var gone = "/cap-doi-cap-lai/" + UUID.randomUUID() + "/tra-ho-so";
        assertThat(sent(at(clerk, gone)).statusCode()).isEqualTo(404);
        assertThat(sent(at(clerk, "/cap-doi-cap-lai/x/tra-ho-so")).statusCode())
                .isBetween(400, 404);
    }
}

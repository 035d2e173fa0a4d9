package vn.sovang.api.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// Signing in, staying in and being put out, over HTTP as a browser does it.
class SignInTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String GOOD = "bốn chữ vàng trong sổ";

    private static Accounts accounts() {
        return RunningSite.installation().accounts();
    }

    private static String name() {
        return "t-" + UUID.randomUUID().toString().substring(0, 12);
    }

    /// A browser without a screen: keeps cookies, follows nothing.
    private static final class Reader {
        final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(URI.create(RunningSite.url() + path)));
        }

        HttpResponse<String> post(String path, Map<String, String> form) {
            var body =
                    form.entrySet().stream()
                            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                            .collect(Collectors.joining("&"));
            return send(
                    HttpRequest.newBuilder(URI.create(RunningSite.url() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body)));
        }

        String token(String path) {
            var token = TOKEN.matcher(get(path).body());
            assertThat(token.find()).as(path).isTrue();
            return token.group(1);
        }

        HttpResponse<String> signIn(String user, String password) {
            return post(
                    "/dang-nhap",
                    Map.of("tai-khoan", user, "mat-khau", password, "_csrf", token("/dang-nhap")));
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(c -> c.getName().equals("sovang-session"))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return http.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static Accounts.Issued someone(Role... roles) {
        var name = name();
        accounts().add(name, List.of(roles), null);
        return accounts().resetForAWhile(name, Duration.ofDays(1));
    }

    private static Reader signedIn(Accounts.Issued issued) {
        var reader = new Reader();
        var answer = reader.signIn(issued.account().id(), issued.password());
        assertThat(location(answer)).doesNotContain("dang-nhap");
        return reader;
    }

    @Test
    void a_page_asks_to_sign_in_and_then_shows_what_was_asked_for() {
        var somebody = someone(Role.CLERK);
        var reader = new Reader();
        assertThat(location(reader.get("/khen-thuong?doi-tuong=HOUSEHOLD"))).endsWith("/dang-nhap");

        var answer = reader.signIn(somebody.account().id(), somebody.password());
        assertThat(location(answer)).endsWith("/khen-thuong?doi-tuong=HOUSEHOLD");
        var page = reader.get("/khen-thuong");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(somebody.account().id(), "/dang-xuat");
    }

    @Test
    void a_session_has_a_new_name_after_sign_in_and_its_cookie_is_for_the_server_only() {
        var somebody = someone(Role.CLERK);
        var reader = new Reader();
        reader.get("/dang-nhap");
        var before = reader.session();
        var answer = reader.signIn(somebody.account().id(), somebody.password());
        assertThat(reader.session()).isNotEqualTo(before);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("sovang-session=")
                                .contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void an_initial_password_opens_nothing_but_the_page_to_change_it() {
        var name = name();
        var issued = accounts().add(name, List.of(Role.CLERK), null);
        var reader = signedIn(issued);

        assertThat(location(reader.get("/khen-thuong"))).endsWith("/tai-khoan/mat-khau");
        var api = reader.get("/api/v1/awards");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.body()).contains("PASSWORD_CHANGE_NEEDED");
        var changed =
                reader.post(
                        "/tai-khoan/mat-khau",
                        Map.of(
                                "hien-tai",
                                issued.password(),
                                "moi",
                                GOOD,
                                "_csrf",
                                reader.token("/tai-khoan/mat-khau")));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(302);
        assertThat(reader.get("/khen-thuong").statusCode()).isEqualTo(200);
        var withOld = new Reader().signIn(name, issued.password());
        assertThat(location(withOld)).endsWith("/dang-nhap?sai");
        assertThat(location(new Reader().signIn(name, GOOD))).endsWith("/");
    }

    @ParameterizedTest
    @CsvSource({
        "ngắn, PASSWORD_TOO_SHORT",
        "password123, PASSWORD_COMMON",
        "Matkhau@123, PASSWORD_COMMON",
        "QWERTYUIOP, PASSWORD_COMMON"
    })
    void a_password_is_long_enough_and_not_one_of_the_first_to_be_tried(
            String password, FailureCode code) {
        var passwords = new Passwords(new SecureRandom());
        assertThatThrownBy(() -> passwords.require(password, "an"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chỉ chữ thường thôi",
                "mười hai con giáp và một sổ vàng",
                "🐘🐘🐘🐘🐘🐘🐘🐘",
                "một câu dài hơn sáu mươi bốn ký tự thì vẫn được nhận, vì dài là tốt, không cần chữ hoa"
            })
    void no_kind_of_letter_is_asked_for(String password) {
        new Passwords(new SecureRandom()).require(password, "an");
    }

    @Test
    void a_password_typed_on_another_keyboard_is_the_same_password() {
        var composed = "tiếng việt có dấu";
        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(composed);
        var passwords = new Passwords(new SecureRandom());
        assertThat(passwords.matches(decomposed, Passwords.hash(composed))).isTrue();
        assertThat(Passwords.hash(composed)).startsWith("$argon2id$");
    }

    @Test
    void the_answer_is_the_same_for_a_wrong_password_and_for_nobody() {
        var somebody = someone(Role.CLERK);
        var wrong = new Reader().signIn(somebody.account().id(), "không phải");
        var nobody = new Reader().signIn(name(), "không phải");
        assertThat(location(wrong)).endsWith("/dang-nhap?sai").isEqualTo(location(nobody));
        accounts().disable(somebody.account().id());
        var disabled = new Reader().signIn(somebody.account().id(), somebody.password());
        assertThat(location(disabled)).isEqualTo(location(nobody));
    }

    @Test
    void other_roles_and_a_disabled_account_hold_at_once() {
        var somebody = someone(Role.CLERK);
        var name = somebody.account().id();
        var reader = signedIn(somebody);
        var key = "Bearer " + accounts().newKey(name, "test", Duration.ofHours(1));
        assertThat(reader.get("/khen-thuong").statusCode()).isEqualTo(200);

        accounts().change(name, List.of(Role.REVIEWER), null);
        assertThat(location(reader.get("/khen-thuong"))).as("session").endsWith("/dang-nhap");
        assertThat(
                        RunningSite.anonymous("GET", "/api/v1/awards?limit=1", "Authorization", key)
                                .statusCode())
                .as("a key is asked for at every request, and is the reviewer's now")
                .isEqualTo(200);
        var again = signedIn(somebody);
        accounts().disable(name);
        assertThat(location(again.get("/khen-thuong"))).endsWith("/dang-nhap");
        var refused = RunningSite.anonymous("GET", "/api/v1/awards", "Authorization", key);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("KEY_UNKNOWN");
    }

    @Test
    void signing_out_ends_the_session() {
        var reader = signedIn(someone(Role.CLERK));
        var session = reader.session();
        var out = reader.post("/dang-xuat", Map.of("_csrf", reader.token("/khen-thuong")));
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(location(reader.get("/khen-thuong"))).endsWith("/dang-nhap");
        var stolen =
                RunningSite.anonymous("GET", "/khen-thuong", "Cookie", "sovang-session=" + session);
        assertThat(location(stolen)).endsWith("/dang-nhap");
    }

    /// Every form that writes: without a token, with a made-up one, with one of another session,
    /// with one from before signing in.
    @ParameterizedTest
    @ValueSource(strings = {"/dang-nhap", "/dang-xuat", "/tai-khoan/mat-khau", "/api/v1/evidence"})
    void a_form_with_a_stale_or_foreign_token_does_nothing(String path) {
        var somebody = someone(Role.CLERK);
        var reader = new Reader();
        var stale = reader.token("/dang-nhap");
        reader.signIn(somebody.account().id(), somebody.password());
        var foreign = signedIn(someone(Role.CLERK)).token("/khen-thuong");
        for (var token : List.of("", "x", stale, foreign)) {
            var answer = reader.post(path, Map.of("_csrf", token, "moi", GOOD));
            assertThat(answer.statusCode()).as(path + " " + token).isEqualTo(403);
        }
        assertThat(reader.get("/khen-thuong").statusCode()).isEqualTo(200);
    }

    @Test
    void a_program_needs_no_token_and_its_header_is_all_that_counts() {
        var reader = signedIn(someone(Role.CLERK));
        var cookie = "sovang-session=" + reader.session();
        for (var header : List.of("Bearer nobody", "Basic YTpi", "Bearer svk_x")) {
            var answer =
                    RunningSite.anonymous(
                            "POST", "/api/v1/evidence", "Cookie", cookie, "Authorization", header);
            assertThat(answer.statusCode()).as(header).isEqualTo(401);
        }
    }

    @Test
    void no_two_roles_of_which_one_runs_the_service() {
        assertThatThrownBy(
                        () -> accounts().add(name(), List.of(Role.ADMINISTRATOR, Role.CLERK), null))
                .isInstanceOf(Failure.class);
        var clerk = someone(Role.CLERK, Role.CUSTODIAN);
        assertThatThrownBy(() ->
                        accounts()
                                .change(
                                        clerk.account().id(),
                                        List.of(Role.INSPECTOR, Role.ADMINISTRATOR),
                                        null))
                .isInstanceOf(Failure.class);
        assertThat(accounts().find(clerk.account().id()).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.CLERK, Role.CUSTODIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn An", "A", "an an", "../an", "", "-an", "an\u0000"})
    void a_name_of_an_account_is_none_of_a_person(String name) {
        assertThatThrownBy(() -> accounts().add(name, List.of(Role.CLERK), null))
                .isInstanceOf(Failure.class);
    }
}

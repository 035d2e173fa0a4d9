package vn.sovang.api.door;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.access.AccessEntry.CameIn;
import vn.sovang.access.AccessQuestion;
import vn.sovang.api.Installation;
import vn.sovang.api.Site;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.oidc.TestIssuer;
import vn.sovang.vocabulary.IllegalValue;

/// Sign-in through an identity provider, for real: people by authorisation code, programs by token.
class ProviderTest {
    private static final String UNIT = "f412b737-28e4-46b9-9037-16c9f10d2adc";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\".*?value=\"([^\"]+)\"");

    @TempDir private static Path folder;

    private static TestIssuer issuer;
    private static Installation installation;
    private static Site site;

    @BeforeAll
    static void start() {
        issuer = TestIssuer.start();
        System.setProperty("sovang.oidc.issuer", issuer.address());
        System.setProperty("sovang.oidc.client-secret", TestIssuer.SECRET);
        installation = Installation.open(folder, "sovang.test/oidc", TestDatabase.freshSettings());
        site = Site.start(installation, "127.0.0.1", 0);
        System.clearProperty("sovang.oidc.issuer");
        System.clearProperty("sovang.oidc.client-secret");
        issuer.trust(site.url() + "/login/oauth2/code/office");
        installation.catchUp();
    }

    @AfterAll
    static void stop() {
        site.close();
        installation.close();
        issuer.close();
    }

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private static String location(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).as(answer + " " + answer.body()).isEqualTo(302);
        return answer.uri()
                .resolve(answer.headers().firstValue("Location").orElseThrow())
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// From our page to the provider's, and back; answers where the reader ends up.
    private String signIn(String name) {
        assertThat(get(site.url() + "/dang-nhap").body())
                .contains("href=\"/oauth2/authorization/office\"");
        var login = location(get(location(get(site.url() + Provider.SIGN_IN))));
        var token = TOKEN.matcher(get(login).body());
        assertThat(token.find()).isTrue();
        var form =
                "username="
                        + encoded(name)
                        + "&password="
                        + encoded(TestIssuer.PASSWORD)
                        + "&_csrf="
                        + encoded(token.group(1));
        var back =
                send(
                        HttpRequest.newBuilder(URI.create(login))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        return location(get(location(get(location(back)))));
    }

    @Test
    void a_person_signs_in_on_the_providers_page_and_comes_back_with_roles_and_unit() {
        issuer.person(
                "an", Map.of("sovang_roles", List.of("CLERK", "no-such"), "sovang_unit", UNIT));
        assertThat(location(get(site.url() + "/khen-thuong"))).endsWith("/dang-nhap");

        assertThat(signIn("an")).endsWith("/khen-thuong");
        assertThat(get(site.url() + "/khen-thuong").statusCode()).isEqualTo(200);
        assertThat(get(site.url() + "/api/v1/access").statusCode()).isEqualTo(403);
        var asked = AccessQuestion.ALL.by("oidc:an").of("CameIn");
        var log = installation.ledger().access();
        await().atMost(20, SECONDS).until(() -> !log.find(asked).lines().isEmpty());
        var line = log.find(asked).lines().getFirst();
        assertThat(line.what()).isEqualTo(new CameIn("PROVIDER"));
        assertThat(String.valueOf(line.who().unit())).contains(UNIT);
        assertThat(line.who().role()).isEqualTo("CLERK");
    }

    @Test
    void a_person_without_a_role_is_let_in_nowhere() {
        issuer.person("khach", Map.of());
        assertThat(signIn("khach")).endsWith("/");
        assertThat(get(site.url() + "/khen-thuong").statusCode()).isEqualTo(403);
    }

    @Test
    void an_administrator_with_another_role_does_not_come_in() {
        issuer.person("hai", Map.of("sovang_roles", List.of("ADMINISTRATOR", "CLERK")));
        assertThat(signIn("hai")).endsWith("/dang-nhap?ngoai");
        assertThat(location(get(site.url() + "/khen-thuong"))).endsWith("/dang-nhap");
    }

    @Test
    void a_program_gets_a_token_for_itself_and_calls_with_it() {
        issuer.program("phan-mem", Map.of("sovang_roles", "INSPECTOR"));
        var basic = "phan-mem:" + TestIssuer.SECRET;
        var answer =
                send(
                        HttpRequest.newBuilder(URI.create(issuer.address() + "/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                basic.getBytes(
                                                                        StandardCharsets.UTF_8)))
                                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var json = JsonMapper.builder().build().readTree(answer.body());
        var token = json.get("access_token").asString();

        assertThat(api("/api/v1/access", token).statusCode()).isEqualTo(200);
        assertThat(api("/api/v1/read-models/x", token).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> api(String path, String token) {
        return get(site.url() + path, "Authorization", "Bearer " + token);
    }

    @Test
    void a_token_of_another_issuer_for_another_service_or_out_of_time_is_none() {
        assertThat(api("/api/v1/access", issuer.token(claims -> {})).statusCode()).isEqualTo(200);
        var past = Instant.now().minusSeconds(600);
        var bad =
                Map.of(
                        "issuer", issuer.token(claims -> claims.issuer("http://localhost:1")),
                        "audience", issuer.token(claims -> claims.audience(List.of("other"))),
                        "expired",
                                issuer.token(claims ->
                                        claims.issuedAt(past.minusSeconds(60)).expiresAt(past)),
                        "not yet",
                                issuer.token(
                                        claims -> claims.notBefore(Instant.now().plusSeconds(600))),
                        "two roles",
                                issuer.token(claims ->
                                        claims.claim("sovang_roles", "ADMINISTRATOR CLERK")),
                        "unit", issuer.token(claims -> claims.claim("sovang_unit", "x")),
                        "changed", changed(issuer.token(claims -> {})),
                        "no token", "a.b.c");
        bad.forEach((what, token) -> {
            var answer = api("/api/v1/access", token);
            assertThat(answer.statusCode()).as(what).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .as(what)
                    .startsWith("Bearer");
            assertThat(answer.headers().firstValue("Set-Cookie")).as(what).isEmpty();
        });
    }

    /// The same claims for an administrator, with the signature as it was.
    private static String changed(String token) {
        var parts = token.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var forged = claims.replace("made-up", "another");
        return parts[0]
                + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(forged.getBytes(StandardCharsets.UTF_8))
                + "."
                + parts[2];
    }

    @Test
    void local_accounts_and_their_keys_go_on_beside_it() {
        installation.accounts().add("may-chu", List.of(Role.INSPECTOR), null);
        var key = installation.accounts().newKey("may-chu", "x", Duration.ofHours(1));
        assertThat(api("/api/v1/access", key).statusCode()).isEqualTo(200);
    }

    @Test
    void where_no_provider_is_named_there_is_none() {
        assertThat(Provider.from(new MockEnvironment())).isEmpty();
        var named = new MockEnvironment().withProperty("sovang.oidc.issuer", "http://localhost:1");
        var provider = Provider.from(named).orElseThrow();
        assertThatThrownBy(() -> provider.identity(Map.of())).isInstanceOf(IllegalValue.class);
        assertThat(provider.identity(Map.of("sub", "x")).roles()).isEmpty();
    }
}

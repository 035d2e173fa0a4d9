package vn.sovang.api.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.Installation;
import vn.sovang.api.door.Accounts;
import vn.sovang.api.door.Role;
import vn.sovang.vocabulary.UnitId;

/// An account for every role of an installation, and what lets a test in as one of them: a key for
/// a program, a session for a browser.
public final class TestAccounts {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Accounts accounts;

    /// Guarded by this.
    private final Map<Role, String> keys = new EnumMap<>(Role.class);

    private TestAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    public static TestAccounts of(Installation installation) {
        return new TestAccounts(installation.accounts());
    }

    /// The name of the account that has only this role.
    public static String user(Role role) {
        return "test-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void need(String id, List<Role> roles, @Nullable UnitId unit) {
        if (accounts.find(id).isEmpty()) {
            accounts.add(id, roles, unit);
        }
    }

    /// The value of `Authorization` for a program in this role, of no unit.
    public synchronized String key(Role role) {
        return keys.computeIfAbsent(role, one -> key(user(one), List.of(one), null));
    }

    /// The same for an account of its own.
    public synchronized String key(String user, List<Role> roles, @Nullable UnitId unit) {
        need(user, roles, unit);
        return "Bearer " + accounts.newKey(user, "test", LIFE);
    }

    /// Lets a browser's page in, as somebody who has signed in on the site's own page.
    public Page signIn(Page page, String site, Role role) {
        var cookie = session(site, role);
        page.context()
                .addCookies(
                        List.of(
                                new Cookie(cookie.getName(), cookie.getValue())
                                        .setUrl(site)
                                        .setHttpOnly(true)));
        return page;
    }

    /// The cookie of a session in this role.
    public synchronized HttpCookie session(String site, Role role) {
        need(user(role), List.of(role), null);
        var password = accounts.resetForAWhile(user(role), LIFE).password();
        return session(site, user(role), password);
    }

    /// The cookie of somebody who signs in on the site's page.
    public static HttpCookie session(String site, String user, String password) {
        var cookies = new CookieManager();
        try (var http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            var page =
                    http.send(
                            HttpRequest.newBuilder(URI.create(site + "/dang-nhap")).build(),
                            BodyHandlers.ofString());
            var token = TOKEN.matcher(page.body());
            if (!token.find()) {
                throw new AssertionError("no token in " + page.body());
            }
            var form =
                    "tai-khoan="
                            + encoded(user)
                            + "&mat-khau="
                            + encoded(password)
                            + "&_csrf="
                            + encoded(token.group(1));
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(site + "/dang-nhap"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form))
                                    .build(),
                            BodyHandlers.ofString());
            var location = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() != 302 || location.contains("dang-nhap")) {
                throw new AssertionError(answer + " " + location + answer.body());
            }
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().endsWith("sovang-session"))
                    .findFirst()
                    .orElseThrow();
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

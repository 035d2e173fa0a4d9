package vn.sovang.api.testing;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import vn.sovang.api.door.Role;
import vn.sovang.event.Recorded;

/// Somebody at the counter without a browser: asks for a form's page, sends it wrong, sends it
/// right, and looks at what the ledger has of it.
public final class Counter {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern REQUEST = Pattern.compile("name=\"yeu-cau\" value=\"([^\"]+)\"");

    /// No day of any month.
    private static final String NO_DAY = "31/2/2024";

    private final RecordingSite.Opened service;
    private final Map<Role, String> sessions = new EnumMap<>(Role.class);

    public Counter(RecordingSite.Opened service) {
        this.service = service;
    }

    /// The name of the account of a role; a browser that signs in as another does not end its
    /// session.
    public static String user(Role role) {
        return "counter-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String session(Role role) {
        return sessions.computeIfAbsent(
                role,
                one -> {
                    var accounts = service.installation().accounts();
                    if (accounts.find(user(one)).isEmpty()) {
                        accounts.add(user(one), List.of(one), null);
                    }
                    var password =
                            accounts.resetForAWhile(user(one), Duration.ofDays(1)).password();
                    var site = service.site().url();
                    var cookie = TestAccounts.session(site, user(one), password);
                    return cookie.getName() + "=" + cookie.getValue();
                });
    }

    private HttpResponse<String> sent(Role role, String path, HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.uri(URI.create(service.site().url() + path))
                            .header("Cookie", session(role))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// The text of a page, which is there.
    public String page(Role role, String path) {
        var answer = sent(role, path, HttpRequest.newBuilder());
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /// The first thing of that folder on a page.
    public String linked(Role role, String path, String folder) {
        var found =
                Pattern.compile("href=\"(/" + folder + "/[0-9a-f-]{36})").matcher(page(role, path));
        assertThat(found.find()).as(folder + " on " + path).isTrue();
        return found.group(1);
    }

    public HttpResponse<String> post(Role role, String path, String page, List<String> form) {
        var text = new StringBuilder("_csrf=" + found(TOKEN, page));
        for (int i = 0; i < form.size(); i += 2) {
            text.append('&').append(form.get(i)).append('=');
            text.append(URLEncoder.encode(form.get(i + 1), StandardCharsets.UTF_8));
        }
        return sent(
                role,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(text.toString())));
    }

    private static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    public long head() {
        return service.installation().ledger().feed().head();
    }

    /// What was recorded after a position, by the name of its record.
    public List<String> since(long position) {
        return service.installation().ledger().feed().after(position, 100).stream()
                .map(Counter::name)
                .toList();
    }

    private static String name(Recorded recorded) {
        return recorded.fact().event().getClass().getSimpleName();
    }

    /// Drives one form: with a day that is none it comes back as it was typed and with the message
    /// at the day, without the tick it asks for it, and complete it becomes the fact.
    ///
    /// @param form `name=value` with ` | ` between; the first is the day
    /// @return the page it leads to
    public String records(Role role, String path, String fact, String form) {
        var page = page(role, path);
        var all = new ArrayList<String>(List.of("yeu-cau", found(REQUEST, page)));
        for (var field : form.split(" \\| ")) {
            all.addAll(List.of(field.split("=", 2)));
        }
        comesBack(role, path, page, all);
        boolean grave = page.contains("id=\"da-hieu\"");
        if (grave) {
            var unread = post(role, path, page, all);
            assertThat(unread.statusCode()).as(path).isEqualTo(422);
            assertThat(unread.body()).as(path).contains("id=\"da-hieu-loi\"");
            all.addAll(List.of("da-hieu", "true"));
        }
        long before = head();
        var done = post(role, path, page, all);
        assertThat(done.statusCode()).as(path + " " + all + "\n" + problems(done)).isEqualTo(302);
        assertThat(since(before)).as(path).contains(fact);
        var location = done.headers().firstValue("Location").orElseThrow();
        return URI.create(location).getPath();
    }

    private static String problems(HttpResponse<String> answer) {
        var body = answer.body();
        int at = body.indexOf("id=\"loi\"");
        return at < 0 ? body : body.substring(at, Math.min(body.length(), at + 3_000));
    }

    private void comesBack(Role role, String path, String page, List<String> form) {
        var wrong = new ArrayList<>(form);
        var day = wrong.get(2);
        wrong.set(3, NO_DAY);
        long before = head();
        var answer = post(role, path, page, wrong);
        assertThat(answer.statusCode()).as(path).isBetween(400, 499);
        assertThat(head()).as("nothing recorded by " + path).isEqualTo(before);
        assertThat(answer.body())
                .as(path)
                .contains("Chưa ghi được", "id=\"" + day + "-loi\"", "aria-invalid=\"true\"");
        for (int i = 3; i < wrong.size(); i += 2) {
            assertThat(HtmlUtils.htmlUnescape(answer.body()))
                    .as(wrong.get(i - 1) + " of " + path + " is kept")
                    .contains(wrong.get(i));
        }
    }
}

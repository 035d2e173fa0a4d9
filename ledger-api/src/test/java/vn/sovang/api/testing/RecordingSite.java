package vn.sovang.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.Installation;
import vn.sovang.api.Site;
import vn.sovang.api.door.Role;

/// A service with nothing in it but the catalogue and the shipped units, into which tests record
/// over HTTP; once for all tests of a JVM. What one test records is of no concern to another: each
/// has things of its own.
public final class RecordingSite {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final List<Role> OFFICERS =
            List.of(
                    Role.REVIEWER,
                    Role.COUNCIL_SECRETARY,
                    Role.DECISION_RECORDER,
                    Role.CUSTODIAN,
                    Role.DPO);
    private static final List<Role> BUSINESS =
            Role.given().stream().filter(r -> r != Role.ADMINISTRATOR).toList();

    private RecordingSite() {}

    /// The service that the tests of a JVM share.
    public static Opened shared() {
        return Holder.OPENED;
    }

    public static Installation installation() {
        return Holder.OPENED.installation();
    }

    public static String url() {
        return Holder.OPENED.site().url();
    }

    /// The value of `Authorization` for somebody who has all business roles but those that the
    /// separation of duties keeps from him in the test.
    public static String clerk() {
        return Holder.OPENED.clerk();
    }

    /// The same for whoever appraises, decides and keeps items.
    public static String officer() {
        return Holder.OPENED.officer();
    }

    /// Reads everything.
    public static String inspector() {
        return Holder.OPENED.inspector();
    }

    /// All business roles in one person: what only rules forbid, nobody else does.
    public static String everybody() {
        return Holder.OPENED.everybody();
    }

    /// Asks a command.
    ///
    /// @param headers names and values by turns
    public static HttpResponse<String> post(
            String who, String command, UUID key, Object body, String... headers) {
        var text = body instanceof String s ? s : JSON.writeValueAsString(body);
        var all =
                new ArrayList<>(
                        List.of(
                                "Idempotency-Key",
                                key.toString(),
                                "Content-Type",
                                "application/json"));
        all.addAll(Arrays.asList(headers));
        return send(who, "POST", "/api/v1/commands" + command, text, all.toArray(String[]::new));
    }

    /// Any request.
    public static HttpResponse<String> send(
            String who, String method, String path, String body, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .header("Authorization", who);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static HttpResponse<String> get(String path, String... headers) {
        return send(inspector(), "GET", path, "", headers);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /// Circumstances of an act begun in the ledger, with a paper.
    public static Map<String, Object> on(String day, String number) {
        return Map.of(
                "effectiveOn",
                day,
                "document",
                Map.of("number", number, "date", day, "authority", RunningSite.CITY));
    }

    /// A service of this kind and the keys of its people.
    public record Opened(
            Served served, String clerk, String officer, String inspector, String everybody)
            implements AutoCloseable {
        public Installation installation() {
            return served.installation();
        }

        public Site site() {
            return served.site();
        }

        @Override
        public void close() {
            served.close();
        }
    }

    /// Another one, for a test that leaves nothing usable behind.
    public static Opened open(String name) {
        var served = Served.open(name, empty -> {});
        var accounts = served.accounts();
        return new Opened(
                served,
                accounts.key("an", List.of(Role.CLERK), null),
                accounts.key("binh", OFFICERS, null),
                accounts.key("chi", List.of(Role.INSPECTOR), null),
                accounts.key("dung", BUSINESS, null));
    }

    private static final class Holder {
        static final Opened OPENED = open("recording");
    }
}

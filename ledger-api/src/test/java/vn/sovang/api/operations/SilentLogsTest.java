package vn.sovang.api.operations;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RecordingSite.Opened;

/// Names go into the sealed log, and nowhere beside it: not into the program's log, not into
/// traces.
class SilentLogsTest {
    private static final String NAME = "Cá nhân Dấu Vết";
    private static final String NUMBER = "079123456789";

    /// Every way a name comes in: taken, refused, malformed, searched for, as an account, in a
    /// path.
    private static void speakOf(Opened service) throws Exception {
        var http = HttpClient.newHttpClient();
        var search = URLEncoder.encode(NAME, StandardCharsets.UTF_8);
        for (var path :
                List.of(
                        "/api/v1/search?q=" + search,
                        "/tra-cuu?q=" + search,
                        "/api/v1/awards?recipient=" + search,
                        "/khen-thuong/" + search.replace("+", "%20"),
                        "/api/v1/" + NUMBER)) {
            http.send(
                    HttpRequest.newBuilder(URI.create(service.site().url() + path))
                            .header("Authorization", service.inspector())
                            .build(),
                    BodyHandlers.discarding());
        }
        for (var body :
                List.of(
                        """
                        {"origin": {"effectiveOn": "2024-01-02", "document": {"none": "lý lịch"}},
                         "recipient": {"kind": "INDIVIDUAL", "name": "%s", "identityNumber": "%s"}}
                        """
                                .formatted(NAME, NUMBER),
                        "{\"recipient\": {\"name\": \"%s\", \"kind\": \"%s\"}"
                                .formatted(NAME, NUMBER),
                        "{\"%s\": \"%s\"}".formatted(NAME, NUMBER))) {
            http.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            service.site().url()
                                                    + "/api/v1/commands/register-recipient"))
                            .header("Authorization", service.clerk())
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
        }
        http.send(
                HttpRequest.newBuilder(URI.create(service.site().url() + "/api/v1/commands"))
                        .header("Authorization", "Bearer " + NUMBER)
                        .build(),
                BodyHandlers.discarding());
    }

    private static void assertSilent(String written) {
        assertThat(written).isNotEmpty();
        var encoded = URLEncoder.encode(NAME, StandardCharsets.UTF_8);
        assertThat(written).doesNotContain("Dấu Vết", NUMBER, encoded, encoded.replace("+", "%20"));
    }

    @Test
    void the_programs_log_says_nothing_about_a_person() throws Exception {
        var written = new ByteArrayOutputStream();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var before = root.getLevel();
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(written);
        appender.start();
        root.setLevel(Level.INFO);
        root.addAppender(appender);
        try (var service = RecordingSite.open("silent")) {
            speakOf(service);
        } finally {
            root.detachAppender(appender);
            root.setLevel(before);
            appender.stop();
        }

        assertSilent(written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void traces_go_to_the_named_collector_and_say_nothing_about_a_person() throws Exception {
        var received = new ByteArrayOutputStream();
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var collector = HttpServer.create(here, 0);
        collector.createContext(
                "/v1/traces",
                exchange -> {
                    synchronized (received) {
                        exchange.getRequestBody().transferTo(received);
                    }
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        collector.start();
        System.setProperty(
                "sovang.otlp-endpoint", "http://localhost:" + collector.getAddress().getPort());
        try (var service = RecordingSite.open("traced")) {
            speakOf(service);
            await().atMost(30, SECONDS)
                    .untilAsserted(() ->
                            assertThat(text(received))
                                    .contains("/api/v1/search", "register-recipient"));
        } finally {
            System.clearProperty("sovang.otlp-endpoint");
            collector.stop(0);
        }

        assertSilent(text(received));
    }

    private static String text(ByteArrayOutputStream received) {
        synchronized (received) {
            return received.toString(StandardCharsets.UTF_8);
        }
    }
}

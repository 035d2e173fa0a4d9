package vn.sovang.api.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;

/// Long work over HTTP: accepted, followed, ended.
class ImportResourceTest {
    private static final String IMPORTS = "/api/v1/imports";

    private static HttpResponse<String> upload(UUID key, String query, String name, byte[] content)
            throws Exception {
        var body = new ByteArrayOutputStream();
        var head =
                "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(RecordingSite.url() + IMPORTS + query))
                        .header("Authorization", RecordingSite.clerk())
                        .header("Idempotency-Key", key.toString())
                        .header("Content-Type", "multipart/form-data; boundary=frontier")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static String followed(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        var location = accepted.headers().firstValue("Location").orElseThrow();
        var events = RecordingSite.get(location + "/events", "Accept", "text/event-stream");
        assertThat(events.body()).contains("event:progress");
        return RecordingSite.get(location).body();
    }

    @Test
    void a_workbook_is_rehearsed_recorded_and_known_when_it_comes_again(@TempDir Path folder)
            throws Exception {
        var file = Files.readAllBytes(RunningSite.workbook(folder));
        long before = RecordingSite.installation().ledger().feed().head();

        var rehearsed = followed(upload(UUID.randomUUID(), "?rehearse=true", "mau.xlsx", file));
        assertThat(rehearsed).contains("\"state\":\"DONE\"", "REHEARSED", "\"percent\":100");
        assertThat(RecordingSite.installation().ledger().feed().head()).isEqualTo(before);

        var key = UUID.randomUUID();
        var name = "../../etc/danh sách.xlsx";
        var recorded = followed(upload(key, "?confirmedBy=minh", name, file));
        assertThat(recorded).contains("RECORDED", "\"errors\":[]");
        long after = RecordingSite.installation().ledger().feed().head();
        assertThat(after).isGreaterThan(before + 1_000);

        assertThat(followed(upload(key, "?confirmedBy=minh", name, file))).contains("RECORDED");
        var again = followed(upload(UUID.randomUUID(), "?confirmedBy=minh", name, file));
        assertThat(again).contains("REPEATED");
        assertThat(RecordingSite.installation().ledger().feed().head()).isEqualTo(after);

        var reused = upload(key, "?confirmedBy=minh", name, new byte[] {1, 2, 3});
        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(reused.body()).contains("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_file_that_is_no_workbook_ends_with_what_is_wrong() throws Exception {
        var ended = followed(upload(UUID.randomUUID(), "", "x.xlsx", new byte[] {1, 2, 3}));
        assertThat(ended).contains("\"outcome\":\"WRONG\"", "\"state\":\"DONE\"");
    }

    @Test
    void what_cannot_begin_is_said_so() throws IOException {
        var none =
                RecordingSite.send(
                        RecordingSite.clerk(),
                        "POST",
                        IMPORTS,
                        "--f--",
                        "Content-Type",
                        "multipart/form-data; boundary=f",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(none.statusCode()).as(none.body()).isEqualTo(400);
        assertThat(RecordingSite.get(IMPORTS + "/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(RecordingSite.get(IMPORTS + "/x").statusCode()).isEqualTo(400);
    }

    @Test
    void a_check_derives_the_whole_ledger_again() {
        var accepted =
                RecordingSite.send(
                        RecordingSite.inspector(),
                        "POST",
                        "/api/v1/checks",
                        "",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(followed(accepted)).contains("\"intact\":true", "\"findings\":[]");
    }
}

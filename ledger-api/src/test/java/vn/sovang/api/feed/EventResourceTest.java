package vn.sovang.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.tlog.Hash;

/// The log as CloudEvents, over the demonstration's workbook.
class EventResourceTest {
    private static final String EVENTS = "/api/v1/events";

    /// CloudEvents 1.0.2, “Required attributes” and “Naming conventions”.
    @Test
    void every_event_has_the_attributes_that_the_specification_requires() {
        var ids = new HashSet<String>();
        var page = RunningSite.json(EVENTS + "?limit=500");
        for (var event : page) {
            assertThat(event.get("specversion").asString()).isEqualTo("1.0");
            assertThat(event.get("id").asString()).isNotEmpty();
            assertThat(URI.create(event.get("source").asString()).toString()).isNotEmpty();
            assertThat(event.get("type").asString()).matches("vn\\.sovang\\.[a-z]+\\.[A-Za-z]+");
            assertThat(OffsetDateTime.parse(event.get("time").asString())).isNotNull();
            assertThat(event.get("datacontenttype").asString()).isEqualTo("application/json");
            assertThat(event.get("sequence").asString()).matches("[0-9]{20}");
            assertThat(event.propertyNames()).allMatch(name -> name.matches("[a-z0-9]{1,20}"));
            var subject = event.get("subject");
            assertThat(subject == null || !subject.asString().isEmpty()).isTrue();
            ids.add(event.get("source").asString() + " " + event.get("id").asString());
        }
        assertThat(page).hasSize(500);
        assertThat(ids).as("source and id together are unique").hasSize(500);
    }

    @Test
    void the_data_is_the_leaf_as_it_is_stored() {
        var answer = RunningSite.get(EVENTS + "?after=600&limit=20");
        var leaves = RunningSite.installation().ledger().feed().leavesAfter(600, 20);

        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/cloudevents-batch+json");
        for (var leaf : leaves) {
            assertThat(answer.body()).contains(new String(leaf.bytes(), StandardCharsets.UTF_8));
            assertThat(answer.body()).contains(Hash.ofLeaf(leaf.bytes()).toBase64());
        }
        assertThat(answer.body()).contains("keyCommitment").doesNotContain("Cá nhân 0");
    }

    @Test
    void pages_follow_one_another_without_a_hole() {
        var sequences = new ArrayList<Long>();
        var next = EVENTS + "?limit=400";
        while (!next.isEmpty()) {
            var answer = RunningSite.get(next);
            for (var event : JsonMapper.shared().readTree(answer.body())) {
                sequences.add(Long.parseLong(event.get("sequence").asString()));
            }
            next = answer.headers().firstValue("Link").orElse("").replaceAll("<(.*)>.*", "$1");
        }
        long head = RunningSite.installation().ledger().feed().head();
        assertThat(sequences).hasSize((int) head);
        for (int i = 0; i < sequences.size(); i++) {
            assertThat(sequences.get(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void the_same_page_again_is_not_sent_again() {
        var first = RunningSite.get(EVENTS + "?after=5&limit=5");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(RunningSite.get(EVENTS + "?after=5&limit=5", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_stream_goes_on_where_the_reader_was() throws Exception {
        long head = RunningSite.installation().ledger().feed().head();
        var request =
                HttpRequest.newBuilder(URI.create(RunningSite.url() + EVENTS + "?after=1"))
                        .header("Authorization", RunningSite.accounts().key(Role.INSPECTOR))
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", Long.toString(head - 3))
                        .build();
        var told = new ArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (var lines =
                    new BufferedReader(
                            new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                while (told.stream().filter(line -> line.startsWith("data:")).count() < 3) {
                    told.add(String.valueOf(lines.readLine()));
                }
            }
            http.shutdownNow();
        }
        assertThat(told).contains("id:" + (head - 2), "id:" + (head - 1), "id:" + head);
        assertThat(told).contains("event:event");
        JsonNode last = JsonMapper.shared().readTree(told.getLast().substring("data:".length()));
        assertThat(Long.parseLong(last.get("sequence").asString())).isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?after=x", "?after=-1", "?limit=0", "?limit=501", "?limit=1e9"})
    void what_cannot_be_read_is_said_so(String query) {
        assertThat(RunningSite.get(EVENTS + query).statusCode()).isEqualTo(400);
        assertThat(List.of("CURSOR_MALFORMED", "LIMIT_OUT_OF_RANGE"))
                .contains(RunningSite.json(EVENTS + query).get("code").asString());
    }
}

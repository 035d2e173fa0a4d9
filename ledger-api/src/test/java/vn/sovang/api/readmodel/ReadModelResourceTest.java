package vn.sovang.api.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RunningSite;

/// Read models and their rebuilds over HTTP.
class ReadModelResourceTest {
    private static final String MODELS = "/api/v1/read-models";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(RunningSite.url() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        request.header("Authorization", RunningSite.accounts().key(Role.ADMINISTRATOR));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    @Test
    void every_read_model_says_how_far_it_is() {
        var models = RunningSite.json(MODELS);

        assertThat(models.valueStream().map(m -> m.get("name").asString()))
                .contains("register", "history", "statistics", "custody");
        assertThat(models.valueStream())
                .allSatisfy(model -> {
                    assertThat(model.get("state").asString()).isEqualTo("FOLLOWING");
                    assertThat(model.get("stopped").isNull()).isTrue();
                    assertThat(model.get("position").asLong()).isPositive();
                });
        assertThat(RunningSite.json(MODELS + "/history").get("name").asString())
                .isEqualTo("history");
        assertThat(RunningSite.json(MODELS + "/x").get("code").asString())
                .isEqualTo("READ_MODEL_UNKNOWN");
    }

    @Test
    void a_rebuild_is_accepted_tells_its_progress_and_ends() throws Exception {
        var accepted = send("POST", MODELS + "/statistics/rebuild");

        assertThat(accepted.statusCode()).isEqualTo(202);
        var progress = accepted.headers().firstValue("Location").orElseThrow();
        var events = send("GET", progress + "/events");
        assertThat(events.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(events.body()).contains("event:progress", "\"state\":\"DONE\"");
        var done = RunningSite.json(progress);
        assertThat(done.get("percent").asInt()).isEqualTo(100);
        assertThat(done.get("comparison").get("identical").asBoolean()).isTrue();
        assertThat(RunningSite.json(MODELS + "/statistics").get("kept").isNull()).isFalse();

        assertThat(send("DELETE", MODELS + "/statistics/old").statusCode()).isEqualTo(204);

        var again = send("DELETE", MODELS + "/statistics/old");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).get("code").asString()).isEqualTo("OLD_TABLES_NOT_KEPT");
    }

    @Test
    void what_cannot_be_is_refused_with_its_reason() throws Exception {
        var unknown = send("POST", MODELS + "/x/rebuild");
        assertThat(unknown.statusCode()).isEqualTo(404);
        for (var path : new String[] {"/custody/rebuild/pause", "/custody/rebuild/cancel"}) {
            var refused = send("POST", MODELS + path);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(json(refused).get("code").asString()).isEqualTo("REBUILD_NOT_RUNNING");
        }
        var resumed = send("POST", MODELS + "/custody/rebuild/resume", "Accept-Language", "en");
        assertThat(json(resumed).get("detail").asString())
                .isEqualTo("No rebuild of custody is paused.");
        assertThat(send("GET", MODELS + "/custody/rebuild").statusCode()).isIn(200, 404);
    }

    @Test
    void a_page_of_another_site_changes_nothing() throws Exception {
        for (var change :
                new String[] {
                    "POST /register/rebuild",
                    "POST /register/rebuild/pause",
                    "POST /register/rebuild/resume",
                    "POST /register/rebuild/cancel",
                    "DELETE /register/old"
                }) {
            var words = change.split(" ");
            var refused = send(words[0], MODELS + words[1], "Sec-Fetch-Site", "cross-site");
            assertThat(refused.statusCode()).as(change).isEqualTo(403);
            assertThat(json(refused).get("code").asString()).isEqualTo("FOREIGN_PAGE");
        }
    }

    @Test
    void the_contract_has_it() {
        assertThat(RunningSite.json("/v3/api-docs").get("paths").propertyNames())
                .contains(
                        MODELS,
                        MODELS + "/{name}",
                        MODELS + "/{name}/rebuild",
                        MODELS + "/{name}/rebuild/events",
                        MODELS + "/{name}/rebuild/pause",
                        MODELS + "/{name}/rebuild/resume",
                        MODELS + "/{name}/rebuild/cancel",
                        MODELS + "/{name}/old");
    }
}

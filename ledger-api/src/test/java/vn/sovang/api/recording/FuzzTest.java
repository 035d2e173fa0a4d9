package vn.sovang.api.recording;

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
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.decider.Origin;
import vn.sovang.testing.PhanRang;

/// Thousands of requests made from the published contract's own examples and changed at random:
/// none is a fault of ours, and nothing that no field may hold is stored.
///
/// The usual run is short. `-Dfuzz.requests=10000` makes it long, `-Dfuzz.seed=N` another one.
class FuzzTest {
    /// One of its own: what it records and retires is of no use to other tests.
    private static RecordingSite.Opened site;

    @BeforeAll
    static void open() {
        site = RecordingSite.open("fuzzed");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_200);
    private static final long SEED = Long.getLong("fuzz.seed", 20_240_630L);

    /// Identities of examples.
    private static final String MADE_UP = "00000000-0000-4000-8000-[0-9a-f]{12}";

    private static final Set<String> UNITS =
            Set.of(
                    "unit",
                    "proposingUnit",
                    "recipientUnit",
                    "authority",
                    "from",
                    "to",
                    "by",
                    "council",
                    "receivedBy",
                    "appraisedBy",
                    "acting",
                    "parent");

    private final Random random = new Random(SEED);
    private final List<UUID> units = List.of(PhanRang.CITY.value(), PhanRang.PHUOC_MY.value());

    /// What was made, by the name of the field that names it.
    private final Map<String, List<UUID>> things = new HashMap<>();

    private final List<UUID> others =
            new ArrayList<>(
                    List.of(
                            PhanRang.CITY.value(),
                            PhanRang.PHUOC_MY.value(),
                            PhanRang.PROVINCE.value(),
                            new UUID(0, 0)));
    private final Mutations mutations = new Mutations(random, others);

    /// The last `next` of each list.
    private final Map<String, String> cursors = new TreeMap<>();

    private final TreeMap<Integer, Integer> answers = new TreeMap<>();
    private final TreeMap<String, Integer> codes = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void no_request_is_a_fault_of_ours_and_nothing_invalid_is_stored() {
        long before = site.installation().ledger().feed().head();
        var contract = JSON.readTree(RecordingSite.get("/v3/api-docs").body());
        var writes = new ArrayList<String>();
        var reads = new ArrayList<String>();
        var lists = new ArrayList<String>();
        contract.get("paths")
                .forEachEntry((path, item) -> {
                    if (item.has("post") && path.startsWith("/api/v1/commands")) {
                        writes.add(path);
                    }
                    if (item.has("get") && !path.endsWith("/events")) {
                        reads.add(path);
                        if (item.get("get").get("tags").toString().contains("lists")) {
                            lists.add(path);
                        }
                    }
                });
        assertThat(writes).hasSizeGreaterThan(70);
        assertThat(reads).hasSizeGreaterThan(30);
        assertThat(lists).as("pages and files").hasSizeGreaterThan(30);
        try (var http = HttpClient.newHttpClient()) {
            for (int i = 0; i < REQUESTS; i++) {
                boolean write = random.nextInt(5) > 1;
                var path = pick(write ? writes : random.nextBoolean() ? lists : reads);
                var item = contract.get("paths").get(path);
                take(
                        i,
                        path,
                        write
                                ? write(path, item.get("post"), http)
                                : read(path, item.get("get"), http));
            }
        }
        assertThat(wrong).as("seed %d", SEED).isEmpty();
        assertThat(answers.keySet()).contains(201, 409, 422);
        System.out.println(
                "fuzz: %d requests, seed %d, %s %s".formatted(REQUESTS, SEED, answers, codes));
        check(before);
    }

    private void take(int number, String path, HttpResponse<String> answer) {
        answers.merge(answer.statusCode(), 1, Integer::sum);
        boolean fault = answer.statusCode() >= 500 && answer.statusCode() != 503;
        if (fault || answer.body().contains("Exception")) {
            wrong.add(number + " " + path + " " + answer.statusCode() + " " + answer.body());
        }
        if (answer.statusCode() >= 400) {
            var type = type(answer);
            if (type.contains("problem+json")) {
                codes.merge(JSON.readTree(answer.body()).get("code").asString(), 1, Integer::sum);
            } else if (!answer.body().isEmpty()) {
                wrong.add(number + " " + path + " is no problem: " + answer.body());
            }
        } else if (answer.statusCode() == 200 && type(answer).startsWith("application/json")) {
            var next = JSON.readTree(answer.body()).path("next");
            if (next.isString()) {
                cursors.put(path, next.stringValue());
            }
        } else if (answer.statusCode() == 201) {
            JSON.readTree(answer.body())
                    .get("ids")
                    .forEachEntry((pointer, text) -> {
                        var id = UUID.fromString(text.asString());
                        var kind = pointer.substring(pointer.lastIndexOf('/') + 1);
                        others.add(id);
                        things.computeIfAbsent(kind, _ -> new ArrayList<>()).add(id);
                    });
        }
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private HttpResponse<String> write(String path, JsonNode operation, HttpClient http) {
        var example = operation.get("requestBody").get("content").get("application/json");
        var valid = withThings(example.get("example"));
        var body = random.nextInt(3) == 0 ? valid.toString() : mutations.of(valid);
        var request =
                HttpRequest.newBuilder(URI.create(site.site().url() + path))
                        .POST(BodyPublishers.ofString(body));
        request.header("Content-Type", random.nextInt(30) == 0 ? "text/plain" : "application/json");
        if (random.nextInt(30) > 0) {
            var key = random.nextInt(30) > 0 ? UUID.randomUUID().toString() : "1-2-3-4-5";
            request.header("Idempotency-Key", key);
        }
        if (random.nextInt(10) == 0) {
            request.header("Prefer", pick(List.of("wait=0", "wait=-1", "wait=x;;", "handling=")));
        }
        if (random.nextInt(10) == 0) {
            request.header("Accept-Language", pick(List.of("en", "xx-*;q=9", "vi,,;", "*")));
        }
        return send(request, http);
    }

    /// Most identities are those of things that are there, of the kind that the field names.
    private JsonNode withThings(JsonNode example) {
        var body = example.deepCopy();
        replace(body);
        return body;
    }

    private void replace(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                if (value.isString() && value.stringValue().matches(MADE_UP)) {
                    object.put(name, thing(name).toString());
                }
                replace(value);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isString() && array.get(i).stringValue().matches(MADE_UP)) {
                    array.set(i, thing("nomination").toString());
                }
                replace(array.get(i));
            }
        }
    }

    private UUID thing(String field) {
        var known = things.getOrDefault(field, UNITS.contains(field) ? units : others);
        return random.nextInt(6) == 0 ? UUID.randomUUID() : pick(known);
    }

    /// Lists that are asked mostly right come to their rows; the rest tries what is refused.
    private HttpResponse<String> read(String path, JsonNode operation, HttpClient http) {
        var address = path;
        var query = new StringBuilder();
        if (operation.has("parameters")) {
            for (var parameter : operation.get("parameters")) {
                var name = parameter.get("name").asString();
                if (parameter.get("in").asString().equals("path")) {
                    address = address.replace("{" + name + "}", encoded(value(parameter, path)));
                } else if (parameter.get("in").asString().equals("query")
                        && random.nextInt(4) == 0) {
                    add(query, name, value(parameter, path));
                    if (random.nextInt(30) == 0) {
                        add(query, name, value(parameter, path));
                    }
                }
            }
        }
        if (random.nextInt(20) == 0) {
            add(query, mutations.word(), value());
        }
        address = address.replaceAll("\\{[^}]*}", encoded(value()));
        var request = HttpRequest.newBuilder(URI.create(site.site().url() + address + query)).GET();
        if (random.nextInt(10) == 0) {
            request.header("If-None-Match", pick(List.of("*", "W/\"1\"", "\"", "x")));
        }
        return send(request, http);
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value));
    }

    /// Half of the time as the contract says, or a cursor that was given before, here or elsewhere.
    private String value(JsonNode parameter, String path) {
        var choices = parameter.get("schema").path("enum");
        if (random.nextInt(5) == 0) {
            return value();
        }
        if (choices.isArray() && !choices.isEmpty()) {
            return choices.get(random.nextInt(choices.size())).asString();
        }
        if (parameter.get("name").asString().equals("after") && !cursors.isEmpty()) {
            var known = cursors.getOrDefault(path, pick(List.copyOf(cursors.values())));
            int at = random.nextInt(known.length());
            return random.nextInt(3) > 0
                    ? known
                    : known.substring(0, at) + "A" + known.substring(at);
        }
        return parameter.has("example") ? parameter.get("example").asString() : value();
    }

    private String value() {
        return switch (random.nextInt(6)) {
            case 0 -> "2024-H1";
            case 1 -> Integer.toString(random.nextInt(3_000) - 5);
            case 2 -> pick(others).toString();
            case 3 -> pick(List.of("2024-06-30", "2024-07-01T00:00:00+07:00", "9999-99-99"));
            default -> mutations.word();
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, HttpClient http) {
        try {
            var who =
                    switch (random.nextInt(10)) {
                        case 0 -> site.inspector();
                        case 1 -> site.clerk();
                        case 2 -> site.officer();
                        default -> site.everybody();
                    };
            return http.send(request.header("Authorization", who).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// The ledger's own check, and one that knows nothing of it: every text that was stored is NFC
    /// and holds no control character, every day lies in the past and on a calendar, every number
    /// counts something.
    private static void check(long before) {
        var ledger = site.installation().ledger();
        assertThat(ledger.check(n -> {}).findings()).isEmpty();
        int seen = 0;
        for (long at = before; ; ) {
            var leaves = ledger.feed().leavesAfter(at, 500);
            for (var leaf : leaves) {
                seen++;
                var node = JSON.readTree(leaf.bytes());
                assertThat(LocalDate.parse(node.get("effectiveOn").asString()))
                        .isBetween(LocalDate.of(1800, 1, 1), LocalDate.now(Origin.VIETNAM));
                valid(node, "position " + leaf.position());
            }
            if (leaves.isEmpty()) {
                break;
            }
            at = leaves.getLast().position();
        }
        assertThat(seen).isPositive();
    }

    private static void valid(JsonNode node, String where) {
        if (node.isString()) {
            var text = node.stringValue();
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as(where).isTrue();
            assertThat(text).as(where).isNotBlank().isEqualTo(text.strip());
            assertThat(text.length()).as(where).isLessThanOrEqualTo(12_000);
            assertThat(text.codePoints().map(Character::getType))
                    .as(where)
                    .doesNotContain(
                            (int) Character.CONTROL,
                            (int) Character.FORMAT,
                            (int) Character.SURROGATE,
                            (int) Character.PRIVATE_USE,
                            (int) Character.UNASSIGNED);
        } else if (node.isNumber()) {
            assertThat(node.isIntegralNumber() && node.longValue() >= 0).as(where).isTrue();
        }
        node.forEach(child -> valid(child, where));
    }
}

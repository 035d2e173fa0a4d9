package vn.sovang.api.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.TestAccounts;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.privacy.Unmasking;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.UnitId;

/// Recording over HTTP: once, whoever repeats it; with everything that is wrong told.
class CommandResourceTest {
    private static final String LIST = "/submit-nomination-list";

    private static Map<String, Object> recipient(String name) {
        return Map.of(
                "origin", RecordingSite.on("2024-01-02", "1/SYLL"),
                "recipient", Map.of("kind", "INDIVIDUAL", "name", name));
    }

    private static long head() {
        return RecordingSite.installation().ledger().feed().head();
    }

    @Test
    void what_is_recorded_is_told_with_its_positions_and_new_identities() {
        long before = head();
        var key = UUID.randomUUID();
        var answer =
                RecordingSite.post(
                        RecordingSite.clerk(),
                        "/register-recipient",
                        key,
                        recipient("Cá nhân 0001"),
                        "Prefer",
                        "respond-async, wait=position");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var receipt = RecordingSite.json(answer);
        assertThat(receipt.get("repeated").asBoolean()).isFalse();
        assertThat(receipt.get("first").asLong()).isGreaterThan(before);
        assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("wait=position");
        var id = receipt.get("ids").get("/recipient/recipient").asString();
        var known = RecordingSite.get("/api/v1/recipients/" + id);
        assertThat(known.statusCode()).as(known.body()).isEqualTo(200);
        assertThat(known.body()).doesNotContain("Cá nhân");
        var stored = registered(id);
        var seen =
                RecordingSite.installation()
                        .ledger()
                        .identities()
                        .open(
                                stored.name(),
                                new Unmasking("chi", "INSPECTOR", "thử", Unmasking.Need.WORK));
        assertThat(seen).hasValue("Cá nhân 0001");
    }

    private static RecipientRegistered registered(String id) {
        var query = TagQuery.of("recipient:" + id, RecipientRegistered.class);
        var events = RecordingSite.installation().ledger().read(Set.of(query));
        assertThat(events).hasSize(1);
        return (RecipientRegistered) events.getFirst().fact().event();
    }

    @Test
    void the_same_key_and_body_is_answered_again_and_with_another_body_refused() {
        var key = UUID.randomUUID();
        var body = recipient("Cá nhân 0002");
        var first = RecordingSite.post(RecordingSite.clerk(), "/register-recipient", key, body);
        var again = RecordingSite.post(RecordingSite.clerk(), "/register-recipient", key, body);
        var other =
                RecordingSite.post(
                        RecordingSite.clerk(),
                        "/register-recipient",
                        key,
                        recipient("Cá nhân 0003"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        var one = RecordingSite.json(first);
        var two = RecordingSite.json(again);
        assertThat(two.get("repeated").asBoolean()).isTrue();
        for (var field : List.of("first", "last", "recordedAt", "ids")) {
            assertThat(two.get(field)).isEqualTo(one.get(field));
        }
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(RecordingSite.json(other).get("code").asString())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void an_office_writes_for_its_own_units_only_alone_or_among_many() {
        RecordingSite.url();
        var accounts = TestAccounts.of(RecordingSite.installation());
        var ward = accounts.key("can-bo-phuong", List.of(Role.CLERK), PhanRang.PHUOC_MY);
        long before = head();

        var foreign = RecordingSite.post(ward, LIST, UUID.randomUUID(), list(PhanRang.CITY));
        assertThat(foreign.statusCode()).as(foreign.body()).isEqualTo(403);
        assertThat(RecordingSite.json(foreign).get("code").asString())
                .isEqualTo("UNIT_OUT_OF_SCOPE");
        var own = RecordingSite.post(ward, LIST, UUID.randomUUID(), list(PhanRang.PHUOC_MY));
        assertThat(RecordingSite.json(own).get("code").asString()).isEqualTo("NOMINATION_UNKNOWN");

        var lines =
                Map.of(
                        "lines",
                        List.of(
                                Map.of(
                                        "command", LIST.substring(1),
                                        "body", list(PhanRang.CITY))));
        var many = RecordingSite.post(ward, "", UUID.randomUUID(), lines);
        assertThat(many.body()).contains("UNIT_OUT_OF_SCOPE");
        assertThat(head()).isEqualTo(before);
    }

    private static Map<String, Object> list(UnitId from) {
        return Map.of(
                "origin", RecordingSite.on("2024-01-02", "9/TTr"),
                "from", from.value().toString(),
                "nominations", List.of(UUID.randomUUID().toString()));
    }

    /// A new person's key is made by whoever comes first; whatever the others sealed is not stored.
    @Test
    void two_hundred_retries_at_once_record_one_event() throws Exception {
        var key = UUID.randomUUID();
        var body = recipient("Cá nhân 0200");
        var ids = new HashSet<String>();
        int created = 0;
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<JsonNode>>();
            for (int i = 0; i < 200; i++) {
                answers.add(
                        threads.submit(() -> {
                            start.await();
                            return RecordingSite.json(insistently(key, body));
                        }));
            }
            start.countDown();
            for (var answer : answers) {
                ids.add(answer.get().get("ids").toString() + answer.get().get("first"));
                created += answer.get().get("repeated").asBoolean() ? 0 : 1;
            }
        }
        assertThat(created).isEqualTo(1);
        assertThat(ids).hasSize(1);
        var id = ids.iterator().next().replaceAll(".*\"([0-9a-f-]{36})\".*", "$1");
        var stored = registered(id);
        var seen =
                RecordingSite.installation()
                        .ledger()
                        .identities()
                        .open(
                                stored.name(),
                                new Unmasking("chi", "INSPECTOR", "thử", Unmasking.Need.WORK));
        assertThat(seen).as("sealed under the key that is kept").hasValue("Cá nhân 0200");
    }

    /// As a client does: what the service cannot take just then is sent again under its key.
    private static HttpResponse<String> insistently(UUID key, Object body) {
        while (true) {
            var answer =
                    RecordingSite.post(RecordingSite.clerk(), "/register-recipient", key, body);
            if (answer.statusCode() != 503) {
                assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
                return answer;
            }
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | FIELDS_WRONG",
                "[] | 422 | FIELDS_WRONG",
                "1 | 422 | FIELDS_WRONG",
                "'' | 400 | JSON_MALFORMED",
                "{\"a\":1,\"a\":2} | 400 | JSON_MALFORMED",
                "{} {} | 400 | JSON_MALFORMED",
                "{\"a\":NaN} | 400 | JSON_MALFORMED",
                "{\"a\":\"\u0001\"} | 400 | JSON_MALFORMED",
                "{\"a\":01} | 400 | JSON_MALFORMED"
            })
    void what_is_no_body_is_said_so(String body, int status, String code) {
        long before = head();
        var answer =
                RecordingSite.post(
                        RecordingSite.clerk(), "/file-nomination", UUID.randomUUID(), body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(RecordingSite.json(answer).get("code").asString()).isEqualTo(code);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void every_wrong_field_is_told_with_its_pointer() {
        var line = new HashMap<String, Object>();
        line.put("award", "gk huyen");
        line.put("rank", "FIRST");
        line.put("recipient", "not-a-uuid");
        line.put("recipientKind", 7);
        line.put("commendationType", null);
        line.put("surprise", true);
        var body =
                Map.of(
                        "origin",
                        Map.of(
                                "effectiveOn",
                                "2024-02-30",
                                "document",
                                Map.of("none", "x\u202Ey"),
                                "onBehalfOf",
                                "\u00a0 "),
                        "proposingUnit",
                        PhanRang.PHUOC_MY.toString(),
                        "line",
                        line);
        var answer =
                RecordingSite.post(
                        RecordingSite.clerk(), "/file-nomination", UUID.randomUUID(), body);

        assertThat(answer.statusCode()).isEqualTo(422);
        var told = new HashMap<String, String>();
        for (var error : RecordingSite.json(answer).get("errors")) {
            told.put(error.get("pointer").asString(), error.get("code").asString());
            assertThat(error.get("message").asString()).isNotEmpty().doesNotContain("{");
        }
        assertThat(told)
                .isEqualTo(
                        Map.of(
                                "#/origin/effectiveOn", "DATE_MALFORMED",
                                "#/origin/document/none", "TEXT_FORBIDDEN",
                                "#/origin/onBehalfOf", "TEXT_EMPTY",
                                "#/line/award", "TEXT_MALFORMED",
                                "#/line/rank", "VALUE_UNKNOWN",
                                "#/line/recipient", "TEXT_MALFORMED",
                                "#/line/recipientKind", "FIELD_TYPE",
                                "#/line/commendationType", "FIELD_MISSING",
                                "#/line/surprise", "FIELD_UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', IDEMPOTENCY_KEY_MISSING",
        "7, IDEMPOTENCY_KEY_MALFORMED",
        "1-1-1-1-1, IDEMPOTENCY_KEY_MALFORMED"
    })
    void a_write_needs_a_key(String key, String code) {
        var answer =
                RecordingSite.send(
                        RecordingSite.clerk(),
                        "POST",
                        "/api/v1/commands/file-nomination",
                        "{}",
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RecordingSite.json(answer).get("code").asString()).isEqualTo(code);
    }

    @Test
    void a_rule_that_says_no_answers_with_its_code_in_the_readers_language() {
        var body =
                Map.of(
                        "origin", RecordingSite.on("2024-02-01", "2/TTr"),
                        "nomination", UUID.randomUUID().toString(),
                        "reason", "xin rút");
        var answer =
                RecordingSite.post(
                        RecordingSite.clerk(),
                        "/withdraw-nomination",
                        UUID.randomUUID(),
                        body,
                        "Accept-Language",
                        "en");

        assertThat(answer.statusCode()).isEqualTo(409);
        var problem = RecordingSite.json(answer);
        assertThat(problem.get("code").asString()).isEqualTo("NOMINATION_UNKNOWN");
        assertThat(problem.get("type").asString()).isEqualTo("urn:so-vang:loi:nomination-unknown");
        assertThat(problem.get("title").asString()).isEqualTo("Not possible");
    }

    @Test
    void what_no_event_can_hold_is_refused_and_no_fault() {
        var claims = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 60; i++) {
            claims.add(
                    Map.of(
                            "place",
                            "II.4",
                            "measure",
                            ClaimedMeasure.PROPOSED.name(),
                            "value",
                            i,
                            "text",
                            "x".repeat(1_900)));
        }
        var report =
                Map.of(
                        "unit", PhanRang.CITY.toString(),
                        "title", "Báo cáo",
                        "from", "2024-01-01",
                        "to", "2024-01-31",
                        "claims", claims);
        var body =
                Map.of(
                        "origin", RecordingSite.on("2024-02-01", "3/BC"),
                        "report", report,
                        "provenance", Map.of("source", "SIGNED_PAPER", "confidence", "HIGH"));
        var answer =
                RecordingSite.post(
                        RecordingSite.clerk(), "/record-paper-report", UUID.randomUUID(), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(RecordingSite.json(answer).get("code").asString()).isEqualTo("EVENT_TOO_LARGE");
    }

    /// Found by the fuzz test: two offices that are one made a set with a duplicate.
    @Test
    void an_office_that_forwards_to_itself_is_no_fault_of_ours() {
        var body =
                Map.of(
                        "origin", RecordingSite.on("2024-02-01", "5/CV"),
                        "reissueCase", UUID.randomUUID().toString(),
                        "award", UUID.randomUUID().toString(),
                        "awardCode", "GK_HUYEN",
                        "from", PhanRang.CITY.toString(),
                        "to", PhanRang.CITY.toString());
        var answer =
                RecordingSite.post(
                        RecordingSite.clerk(), "/forward-reissue", UUID.randomUUID(), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(RecordingSite.json(answer).get("code").asString()).isEqualTo("CASE_UNKNOWN");
    }

    @Test
    void a_bulk_request_answers_each_line_as_if_it_stood_alone() {
        var key = UUID.randomUUID();
        var lines =
                List.of(
                        Map.of("command", "register-recipient", "body", recipient("Cá nhân 0301")),
                        Map.of("command", "register-recipient", "body", Map.of()),
                        Map.of("command", "erase-identity", "body", Map.of()),
                        Map.of("command", "no-such-command", "body", Map.of()),
                        Map.of(
                                "command",
                                "register-recipient",
                                "key",
                                UUID.randomUUID().toString(),
                                "body",
                                recipient("Cá nhân 0302")));
        var first = RecordingSite.post(RecordingSite.clerk(), "", key, Map.of("lines", lines));
        var again = RecordingSite.post(RecordingSite.clerk(), "", key, Map.of("lines", lines));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        var result = RecordingSite.json(first);
        assertThat(result.get("lines").valueStream().map(l -> l.get("status").asInt()))
                .containsExactly(201, 422, 403, 404, 201);
        assertThat(result.get("recorded").asInt()).isEqualTo(2);
        assertThat(result.get("refused").asInt()).isEqualTo(3);
        assertThat(result.get("lines").get(2).get("problem").get("code").asString())
                .isEqualTo("ROLE_NEEDED");
        assertThat(RecordingSite.json(again).get("repeated").asInt()).isEqualTo(2);

        var many = new ArrayList<Map<String, Object>>();
        for (int i = 0; i <= CommandResource.MAX_LINES; i++) {
            many.add(Map.of());
        }
        var tooMany = RecordingSite.post(RecordingSite.clerk(), "", key, Map.of("lines", many));
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("LIST_TOO_MANY");
    }

    @Test
    void a_body_that_is_too_large_is_not_read() {
        var large = "{\"a\":\"" + "x".repeat(Bodies.MAX_BYTES) + "\"}";
        var answer =
                RecordingSite.post(
                        RecordingSite.clerk(), "/file-nomination", UUID.randomUUID(), large);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(RecordingSite.json(answer).get("code").asString()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void personal_texts_of_somebody_unknown_are_not_sealed() {
        var id = UUID.randomUUID();
        var body =
                Map.of(
                        "origin", RecordingSite.on("2024-02-01", "4/BB"),
                        "award", UUID.randomUUID().toString(),
                        "awardCode", "GK_HUYEN",
                        "artifact", UUID.randomUUID().toString(),
                        "keeper",
                                Map.of(
                                        "relation", "CHILD",
                                        "name", "Thân nhân 01",
                                        "sealedFor", id.toString()));
        var answer =
                RecordingSite.post(
                        RecordingSite.clerk(), "/record-keeper", UUID.randomUUID(), body);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Thân nhân");
    }
}

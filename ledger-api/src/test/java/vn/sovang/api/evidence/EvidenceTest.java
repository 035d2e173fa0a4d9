package vn.sovang.api.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.Submission;
import vn.sovang.api.Installation;
import vn.sovang.api.Site;
import vn.sovang.api.door.Role;
import vn.sovang.api.log.MirrorTokens;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.testing.Terminal;
import vn.sovang.api.testing.Terminal.Ran;
import vn.sovang.api.testing.TestAccounts;
import vn.sovang.api.text.Messages;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.Actor;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.seal.LogExport;
import vn.sovang.testing.TestDatabase;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.EvidenceVariant;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;

/// Evidence as people and programs get it, and verify it: over HTTP and on the command line.
@TestInstance(Lifecycle.PER_CLASS)
class EvidenceTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "Người nhận 01";

    private final HttpClient http = HttpClient.newHttpClient();
    private final AwardId award = new AwardId(UUID.randomUUID());
    private final RecipientId person = new RecipientId(UUID.randomUUID());

    private Path folder;
    private Installation installation;
    private Site site;
    private Path kept;
    private String key;
    private String signedIn;

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        this.folder = folder;
        installation =
                Installation.open(
                        folder.resolve("data"), "sovang.test/evi", TestDatabase.freshSettings());
        var ledger = installation.ledger();
        key = ledger.verifierKey().toString();
        kept = Files.writeString(folder.resolve("kept"), ledger.seal().note());
        var sealing = ledger.identities().newBatch();
        var recipient =
                new RecipientRegistered(
                        person,
                        RecipientKind.INDIVIDUAL,
                        sealing.seal(person.value(), "name", NAME),
                        null,
                        null);
        sealing.commit();
        submit(new RegisterRecipient(origin("an", "2024-05-02"), recipient));
        submit(
                new RecordDecision(
                        origin("an", "2024-05-02", paper("12/QĐ-UBND", "2024-05-02")),
                        new DecisionId(UUID.randomUUID()),
                        PROVINCE,
                        List.of(
                                new RecordDecision.Line(
                                        award,
                                        ConferralMode.TANG,
                                        CITY,
                                        null,
                                        line("BK_TINH", recipient, CITY)))));
        ledger.seal();
        site = Site.start(installation, "127.0.0.1", 0);
        signedIn = TestAccounts.of(installation).key(Role.INSPECTOR);
        installation.catchUp();
    }

    @AfterAll
    void close() {
        site.close();
        installation.close();
    }

    private void submit(Command command) {
        assertThat(installation.ledger().submit(command)).isInstanceOf(Submission.Receipt.class);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String... headers) {
        if (!List.of(headers).contains("Authorization")) {
            request.header("Authorization", signedIn);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(site.url() + path)), headers);
    }

    private HttpResponse<byte[]> post(String query, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create(site.url() + "/api/v1/evidence?" + query))
                        .POST(BodyPublishers.noBody()),
                headers);
    }

    private static Ran verify(String... arguments) {
        var all = new ArrayList<>(List.of("verify"));
        all.addAll(Arrays.asList(arguments));
        return Terminal.say(Messages.VIETNAMESE, all.toArray());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }

    private Path issued(EvidenceVariant variant, String since) throws IOException {
        var desk = new EvidenceDesk(installation.ledger(), new Figures(installation.projections()));
        var bundle =
                desk.issue(
                        new EvidenceQuestion(award.toString(), null, null, null, null),
                        variant,
                        since,
                        new EvidenceDesk.Asker(
                                new Actor("thanh-tra", "INSPECTOR", null),
                                UUID.randomUUID(),
                                origin("x", "2024-05-02").at()));
        return Files.write(folder.resolve(UUID.randomUUID() + ".zip"), bundle.bundle().bytes());
    }

    private Path export() throws IOException {
        var ledger = installation.ledger();
        var directory = folder.resolve("export-" + UUID.randomUUID());
        new LogExport(ledger.published())
                .write(ledger.seal(), ledger.verifierKey(), directory, n -> {});
        return directory;
    }

    @Test
    void an_award_is_issued_over_the_network_and_verified_offline() throws IOException {
        var id = UUID.randomUUID().toString();
        var answer = post("award=" + award, "Idempotency-Key", id);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(d -> assertThat(d).contains("attachment", id + ".zip"));
        assertThat(new String(answer.body(), UTF_8)).doesNotContain(NAME);
        assertThat(post("award=" + award, "Idempotency-Key", id).body())
                .as("the same request, the same bundle")
                .isEqualTo(answer.body());
        var other = post("recipient=" + person, "Idempotency-Key", id);
        assertThat(other.statusCode()).isEqualTo(409);
        var record = json(get("/api/v1/evidence/" + id));
        assertThat(record.get("subject").asString()).isEqualTo("award:" + award);
        assertThat(json(get("/api/v1/evidence?award=" + award)).findValuesAsString("id"))
                .contains(id);
        var file = Files.write(folder.resolve("posted.zip"), answer.body());
        var ran = verify(file.toString(), "--vkey", key);
        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.out())
                .contains("Có trong sổ: đã chứng minh.", "Đầy đủ: dịch vụ khẳng định")
                .contains("không chứng minh rằng không có việc gì bị bỏ ngoài sổ")
                .doesNotContain("CHÚ Ý");
        installation.catchUp();
        var page = new String(get("/khen-thuong/" + award).body(), UTF_8);
        assertThat(page).contains("Phát hành bộ bằng chứng", "action=\"/api/v1/evidence\"");
    }

    @ParameterizedTest
    @CsvSource({
        "award=b5b83533-f802-4b10-86cc-0a6df3eeb0cf, 404, AWARD_NOT_FOUND",
        "recipient=b5b83533-f802-4b10-86cc-0a6df3eeb0cf, 404, RECIPIENT_NOT_FOUND",
        "period=1950, 404, EVIDENCE_EMPTY",
        "period=soon, 400, PERIOD_MALFORMED",
        "award=12, 400, ID_MALFORMED",
        "'', 400, PARAMETER_MISSING",
        "award=1&period=2024, 400, PARAMETER_MISSING",
        "period=2024&variant=ENTITLED, 403, EVIDENCE_NEEDS_SIGN_IN",
        "period=2024&variant=x, 400, VALUE_UNKNOWN",
        "period=2024&since=999999999, 404, CHECKPOINT_NOT_FOUND",
        "period=2024&since=1999-01-01, 404, NO_CHECKPOINT_BY"
    })
    void what_cannot_be_issued_is_a_problem(String query, int status, String code) {
        var answer = post(query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
    }

    @Test
    void a_page_of_another_site_cannot_write() {
        var answer = post("award=" + award, "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("code").asString()).isEqualTo("FOREIGN_PAGE");
    }

    @Test
    void an_entitled_bundle_with_log_and_kept_checkpoint_is_proved_throughout() throws IOException {
        var day = LocalDate.now(Origin.VIETNAM).toString();
        var size = Files.readAllLines(kept).get(1);
        var file = issued(EvidenceVariant.ENTITLED, size).toString();
        assertThat(issued(EvidenceVariant.REDACTED, day)).exists();
        var log = export().toString();
        var vkey = Files.writeString(folder.resolve("vkey"), key + "\n").toString();
        var ran =
                verify(
                        file,
                        "--vkey",
                        vkey,
                        "--log",
                        log,
                        "--checkpoint",
                        kept.toString(),
                        "--json");
        assertThat(ran.code()).as(ran.out()).isZero();
        var report = JSON.readTree(ran.out());
        assertThat(report.get("inclusion").asString()).isEqualTo("PROVED");
        assertThat(report.get("unaltered").asString()).isEqualTo("PROVED");
        assertThat(report.get("unalteredSince").asString()).isEqualTo(size);
        assertThat(report.get("complete").asString()).isEqualTo("PROVED");
        assertThat(report.get("opened").asInt()).isEqualTo(1);
        assertThat(report.get("keyFromBundle").asBoolean()).isFalse();
        var english = Terminal.say(Locale.ENGLISH, "verify", file);
        assertThat(english.code()).isZero();
        assertThat(english.out())
                .contains("Inclusion: proved.", "Complete: claimed by the service")
                .contains("NOTE: the public key was taken from the bundle itself");
        assertThat(new String(Files.readAllBytes(Path.of(file)), UTF_8)).contains(NAME);
        var directory = verify(log, "--vkey", key, "--checkpoint", kept.toString());
        assertThat(directory.code()).as(directory.out()).isZero();
        assertThat(directory.out()).contains("Không bị sửa kể từ điểm chốt " + size);
    }

    @Test
    void what_is_no_bundle_is_refused_in_words() throws IOException {
        var good = Files.readAllBytes(issued(EvidenceVariant.REDACTED, ""));
        for (var bad :
                List.of(
                        new byte[0],
                        "PK".getBytes(UTF_8),
                        Arrays.copyOf(good, good.length - 1),
                        Arrays.copyOf(good, good.length + 5))) {
            var file = Files.write(folder.resolve("bad.zip"), bad);
            var ran = verify(file.toString(), "--vkey", key);
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out()).contains("KHÔNG đúng", "không phải tệp zip của bộ bằng chứng");
            assertThat(ran.err()).doesNotContain("Exception");
        }
        assertThat(verify(folder.resolve("none.zip").toString()).code()).isEqualTo(3);
        assertThat(verify(folder.resolve("bad.zip").toString(), "--vkey", "a+b+c").code())
                .isEqualTo(1);
    }

    @Test
    void a_log_on_the_network_is_mirrored_and_verified() {
        var ran = verify(site.url() + "/log", "--vkey", key);
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("Nguyên vẹn");
        assertThat(verify(site.url() + "/log").code()).as("no key").isEqualTo(2);
        var stranger = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        assertThat(verify(site.url() + "/log", "--vkey", stranger).code()).isEqualTo(1);
        assertThat(verify("http://127.0.0.1:1/log", "--vkey", key).code()).isEqualTo(3);
    }

    @Test
    void entries_are_for_this_machine_and_for_mirrors() throws IOException {
        long size = installation.ledger().checkpoint().orElseThrow().size();
        var entries = "/log/tile/entries/000.p/" + Math.min(50, size);
        assertThat(get(entries).statusCode()).isEqualTo(200);
        for (var header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")) {
            var answer = get(entries, header, "127.0.0.1");
            assertThat(answer.statusCode()).as(header).isEqualTo(403);
            assertThat(json(answer).get("detail").asString()).contains("mirror grant");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(get("/log/tile/0/000.p/50", header, "10.0.0.1").statusCode())
                    .as("hashes are public")
                    .isEqualTo(200);
            assertThat(get("/log/checkpoint", header, "10.0.0.1").statusCode()).isEqualTo(200);
        }
        var english = get(entries, "Via", "1.1 x", "Accept-Language", "en");
        assertThat(json(english).get("detail").asString()).contains("Entries of the log");
        var tokens = new MirrorTokens(installation.data());
        var token = tokens.grant("luu-tru", new SecureRandom());
        assertThat(Files.readString(installation.data().resolve("keys/mirrors")))
                .startsWith("luu-tru ")
                .doesNotContain(token);
        var bearer = "Bearer " + token;
        assertThat(get(entries, "Via", "1.1 x", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        assertThat(get(entries, "Via", "1.1 x", "Authorization", bearer + "x").statusCode())
                .isEqualTo(403);
        var data = installation.data().toString();
        var revoked = Terminal.say(Locale.ENGLISH, "mirror", "revoke", "luu-tru", "--data", data);
        assertThat(revoked.code()).isZero();
        assertThat(get(entries, "Via", "1.1 x", "Authorization", bearer).statusCode())
                .isEqualTo(403);
        assertThat(
                        Terminal.say(Locale.ENGLISH, "mirror", "revoke", "luu-tru", "--data", data)
                                .code())
                .isEqualTo(1);
        var granted = Terminal.say(Locale.ENGLISH, "mirror", "grant", "kho-2", "--data", data);
        assertThat(granted.out().strip()).startsWith("sovang_");
        assertThat(Terminal.say(Locale.ENGLISH, "mirror", "list", "--data", data).out())
                .contains("kho-2");
        assertThat(Terminal.say(Locale.ENGLISH, "mirror", "grant", "a b", "--data", data).code())
                .isEqualTo(2);
        assertThat(Terminal.say(Locale.ENGLISH, "mirror", "sell", "--data", data).code())
                .isEqualTo(2);
    }

    @Test
    void consistency_is_proved_between_days_and_sizes() throws IOException {
        var size = Files.readAllLines(kept).get(1);
        var today = LocalDate.now(Origin.VIETNAM).toString();
        var path = "/log/proof/consistency?from=" + size + "&to=" + today;
        var answer = json(get(path, "Accept", "application/json"));
        assertThat(answer.get("from").get("size").asString()).isEqualTo(size);
        assertThat(answer.get("to").get("asked").asString()).isEqualTo(today);
        assertThat(answer.get("to").get("signedAt").asString()).startsWith("20");
        assertThat(answer.get("timesAre").asString()).isEqualTo("CLAIMED");
        var text = get(path, "Accept", "text/plain");
        assertThat(text.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("text/plain"));
        var body = AddCheckpointRequest.parse(text.body());
        assertThat(body.oldSize()).isEqualTo(Long.parseLong(size));
        var roots = installation.ledger().published();
        assertThat(
                        body.proof()
                                .verify(
                                        roots.checkpoint(body.oldSize()).orElseThrow().root(),
                                        body.checkpoint().root()))
                .isTrue();
        for (var bad :
                List.of(
                        "/log/proof/consistency?from=1999-01-01",
                        "/log/proof/consistency?from=3",
                        "/log/proof/consistency?from=" + size + "&to=1999-12-31")) {
            assertThat(get(bad).statusCode()).as(bad).isEqualTo(404);
        }
        for (var bad :
                List.of(
                        "/log/proof/consistency",
                        "/log/proof/consistency?from=yesterday",
                        "/log/proof/consistency?from=now",
                        "/log/proof/consistency?from=" + today + "&to=" + size)) {
            assertThat(get(bad).statusCode()).as(bad).isEqualTo(400);
        }
    }
}

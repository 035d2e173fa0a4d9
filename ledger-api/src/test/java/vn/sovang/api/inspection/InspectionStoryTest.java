package vn.sovang.api.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.Installation;
import vn.sovang.api.Site;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.Terminal;
import vn.sovang.api.testing.Terminal.Ran;
import vn.sovang.api.testing.TestAccounts;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.SheetText;
import vn.sovang.decider.Origin;

/// A provincial inspectorate inspects the city's first half of 2024, on the command line: it opens,
/// draws, finds, hears an explanation, is not satisfied, hears another, accepts, ends, and takes
/// the annex along. Then programs and people read it, as known at the end and before.
class InspectionStoryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String SEED =
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String SECRET = "Nguyễn Văn Kín";

    @TempDir private static Path folder;

    private static Terminal it;
    private static Installation installation;
    private static Site site;
    private static String inspector = "";
    private static String id = "";
    private static long found;
    private static JsonNode sample = JSON.createObjectNode();

    @BeforeAll
    static void tell() throws IOException {
        it = Terminal.fresh(folder, "sovang.test/inspection");
        var file = RunningSite.workbook(folder).toString();
        assertThat(sovang("import", file, "--by", "an").code()).isZero();
        installation = it.open();
        installation.catchUp();
        installation.ledger().seal();

        var opened = open("15/QĐ-TTr");
        assertThat(opened.code()).as(opened.err()).isZero();
        id = firstUuid(opened.out());
        sample = JSON.readTree(inspection("sample", id, "--json").out());
        findExplainAcceptAndClose();
        site = Site.start(installation, "127.0.0.1", 0);
        inspector = TestAccounts.of(installation).key(Role.INSPECTOR);
        installation.catchUp();
    }

    @AfterAll
    static void close() {
        site.close();
        installation.close();
    }

    private static Ran run(String... arguments) {
        return it.run(Messages.VIETNAMESE, (Object[]) arguments);
    }

    private static Ran sovang(String command, String... more) {
        return it.sovang(command, (Object[]) more);
    }

    private static Ran inspection(String act, String... more) {
        return sovang("inspection " + act, more);
    }

    private static Ran open(String number) {
        return inspection(
                "open",
                "--authority",
                RunningSite.CITY,
                "--period",
                "2024-H1",
                "--sample",
                "7",
                "--seed",
                SEED,
                "--number",
                number,
                "--date",
                "2025-02-03",
                "--body",
                "Thanh tra tỉnh",
                "--by",
                "thanh");
    }

    private static String firstUuid(String text) {
        var matcher = UUIDS.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }

    private static void done(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    private static void refused(Ran ran, String code) {
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(1);
        assertThat(ran.err()).contains(code);
    }

    private static void findExplainAcceptAndClose() {
        var award = "award:" + sample.get("drawn").get(0).get("award").asString();
        var find =
                inspection(
                        "find",
                        id,
                        award,
                        "--text",
                        "thiếu biên bản",
                        "--detail",
                        SECRET,
                        "--by",
                        "thanh",
                        "--severity",
                        "violation");
        done(find);
        assertThat(find.out()).contains("nội dung số 1");
        found = installation.ledger().feed().head();
        done(say("explain", "lan", "để ở hồ sơ khác"));
        refused(say("accept", "lan", "được", "--role", "INSPECTOR"), "EXPLAINER_MAY_NOT_ACCEPT");
        refused(say("accept", "lan", "được", "--role", "CLERK"), "ONLY_INSPECTORS");
        done(say("reopen", "thanh", "chưa thấy bản gốc"));
        refused(closing("2026-11-01"), "INSPECTION_FINDINGS_OPEN");
        done(say("explain", "lan", "=HYPERLINK(\"x\") có bản gốc"));
        done(say("accept", "thanh", "đã xuất trình, phù hợp"));
        done(closing("2026-11-02"));
    }

    private static Ran say(String act, String by, String text, String... more) {
        var arguments = new ArrayList<>(List.of(id, "1", "--text", text, "--by", by));
        arguments.addAll(List.of(more));
        return inspection(act, arguments.toArray(String[]::new));
    }

    private static Ran closing(String day) {
        var on = LocalDate.now(Origin.VIETNAM).toString();
        return inspection(
                "close",
                id,
                "--number",
                "9/BB",
                "--date",
                day,
                "--body",
                "Thanh tra tỉnh",
                "--by",
                "thanh",
                "--on",
                on);
    }

    private static HttpResponse<byte[]> get(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(site.url() + path))
                        .header("Authorization", inspector)
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String path) {
        var answer = get(path);
        var body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(body).isEqualTo(200);
        return body;
    }

    private static JsonNode json(String path) {
        return JSON.readTree(text("/api/v1/inspections" + path));
    }

    @Test
    void a_decision_opens_no_second_inspection_so_nobody_draws_until_it_suits() {
        refused(open("15/QĐ-TTr"), "INSPECTION_ORDER_USED");
        assertThat(json("").get("items")).hasSize(1);
    }

    @Test
    void the_exported_log_gives_the_sample_without_a_database() {
        var export = folder.resolve("log").toString();
        done(sovang("export", export, "--by", "thanh"));
        var ran = run("inspection", "sample", id, "--log", export, "--json");
        done(ran);

        var drawn = JSON.readTree(ran.out());
        assertThat(drawn.get("populationSize")).isEqualTo(sample.get("populationSize"));
        assertThat(drawn.get("populationSize").asLong()).isGreaterThan(1_000);
        assertThat(drawn.get("drawn")).hasSize(7);
        for (int i = 0; i < 7; i++) {
            for (var field : List.of("place", "position", "orderHash", "leafHash")) {
                assertThat(drawn.get("drawn").get(i).get(field))
                        .isEqualTo(sample.get("drawn").get(i).get(field));
            }
        }
        assertThat(json("/" + id + "/sample").get("drawn"))
                .as("by the service too")
                .hasSize(7)
                .allMatch(d -> !text(d.get("proof").asString()).isEmpty());
        refused(
                run("inspection", "sample", UUID.randomUUID().toString(), "--log", export),
                "INSPECTION_NOT_FOUND");
    }

    @Test
    void it_is_read_as_known_at_the_end_and_before() {
        var now = json("/" + id);
        assertThat(now.get("inspection").get("closed").get("document").asString())
                .isEqualTo("9/BB");
        assertThat(now.get("inspection").get("settled").asInt()).isEqualTo(1);
        var finding = now.get("findings").get(0);
        assertThat(finding.get("state").asString()).isEqualTo("SETTLED");
        assertThat(finding.get("acts").valueStream().map(a -> a.get("kind").asString()))
                .containsExactly("FOUND", "EXPLAINED", "REOPENED", "EXPLAINED", "ACCEPTED");
        assertThat(finding.get("acts").get(0).get("sealed").asBoolean()).isTrue();
        assertThat(now.get("gapsAtCutOff")).isNotEmpty();
        assertThat(now.get("anomaliesAtCutOff")).isNotEmpty();

        var then = json("/" + id + "?knownAt=" + found);
        assertThat(then.get("inspection").get("closed").isNull()).isTrue();
        assertThat(then.get("findings").get(0).get("state").asString()).isEqualTo("OPEN");
        assertThat(then.get("anomaliesAtCutOff"))
                .as("what was known at the cut-off does not change")
                .isEqualTo(now.get("anomaliesAtCutOff"));
        assertThat(json("?knownAt=" + (found - 2)).get("items")).isEmpty();
        assertThat(inspection("list", "--known-at", Long.toString(found)).out())
                .contains(id, "đang tiến hành");
    }

    @Test
    void what_is_said_of_a_person_is_sealed_and_opened_on_record() {
        assertThat(text("/api/v1/inspections/" + id)).doesNotContain(SECRET);
        assertThat(text("/thanh-tra/" + id)).doesNotContain(SECRET).contains("có phần niêm phong");
        assertThat(inspection("show", id).out()).doesNotContain(SECRET);
        var shown = inspection("show", id, "--details", "--by", "thanh");
        assertThat(shown.out()).contains(SECRET, "yêu cầu giải trình lại", SEED);
        assertThat(sovang("access", "--kind", "Unmasked", "--user", "thanh", "--json").out())
                .contains("thanh");
    }

    @Test
    void the_annex_is_taken_along_and_that_is_on_record() throws IOException {
        for (var form : AnnexFormat.values()) {
            var answer = get("/api/v1/inspections/" + id + "/annex?format=" + form);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment", "." + form.extension());
        }
        var out = folder.resolve("phu-luc.xlsx");
        done(inspection("annex", id, "--out", out.toString(), "--by", "thanh"));

        assertThat(Files.size(out)).isGreaterThan(1_000);
        assertThat(sovang("access", "--kind", "Exported", "--json").out())
                .contains("inspection annex", id, "GET /api/v1/inspections/{id}/annex");
    }

    @Test
    void the_annex_holds_sample_gaps_findings_and_the_checkpoint_and_names_nobody() {
        var page = text("/api/v1/inspections/" + id + "/annex?format=html");
        var leaf = sample.get("drawn").get(0).get("leafHash").asString();

        assertThat(page)
                .contains("Phụ lục kèm biên bản: 15/QĐ-TTr", leaf, SEED)
                .contains(sample.get("rootHash").asString().replace("=", ""))
                .contains("thiếu biên bản", "đã xuất trình, phù hợp", "Số liệu phục dựng")
                .contains("=HYPERLINK(&quot;x&quot;)")
                .doesNotContain(SECRET, "<script", "src=", "href=");
        assertThat(text("/api/v1/inspections/" + id + "/annex?format=text&lang=en"))
                .contains("Annex to the minutes", "Cut-off", leaf);
        assertThat(text("/api/v1/inspections/" + id + "/annex?format=text&knownAt=" + found))
                .contains("chờ giải trình")
                .doesNotContain("đã xuất trình");
    }

    @Test
    void no_cell_of_the_workbook_is_a_formula() throws IOException {
        var bytes = get("/api/v1/inspections/" + id + "/annex?format=xlsx").body();
        int cells = 0;
        var texts = new ArrayList<String>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (var sheet : book.getSheets().toList()) {
                for (var row : sheet.read()) {
                    for (var cell : row) {
                        if (cell != null) {
                            cells++;
                            assertThat(cell.getFormula()).isNull();
                            texts.add(cell.getText());
                        }
                    }
                }
            }
        }
        assertThat(cells).isGreaterThan(60);
        assertThat(texts).allMatch(t -> SheetText.cell(t).equals(t));
        assertThat(texts).anyMatch(t -> t.startsWith("'=HYPERLINK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"})
    void what_begins_a_formula_begins_with_an_apostrophe(String text) {
        assertThat(SheetText.cell(text)).isEqualTo("'" + text);
        assertThat(SheetText.cell("x" + text)).isEqualTo("x" + text);
    }

    @Test
    void a_person_reads_the_same_on_pages() {
        assertThat(text("/thanh-tra")).contains("15/QĐ-TTr", "/thanh-tra/" + id, "1 nội dung");
        assertThat(text("/thanh-tra?lang=en")).contains("Inspections", "1 findings, 1 settled");
        assertThat(text("/thanh-tra?so-ghi-den=x")).contains("role=\"alert\"");
        var page = text("/thanh-tra/" + id);
        assertThat(page)
                .contains("id=\"finding-table\"", "id=\"sample-table\"", "chưa thấy bản gốc")
                .contains("/khen-thuong/", "/annex?format=xlsx", "<details");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 400, ID_MALFORMED",
        "/00000000-0000-0000-0000-000000000000, 404, INSPECTION_NOT_FOUND",
        "/00000000-0000-0000-0000-000000000000/sample, 404, INSPECTION_NOT_FOUND",
        "/00000000-0000-0000-0000-000000000000/annex, 404, INSPECTION_NOT_FOUND",
        "/ID?knownAt=1, 404, INSPECTION_NOT_FOUND",
        "/ID?knownAt=tomorrow, 400, KNOWN_AT_MALFORMED",
        "/ID?knownAt=999999999, 409, BEYOND_THE_LOG",
        "/ID/annex?format=pdf, 400, VALUE_UNKNOWN",
        "?unit=x, 400, ID_MALFORMED"
    })
    void bad_questions_are_answered_in_words(String path, int status, String code) {
        var answer = get("/api/v1/inspections" + path.replace("ID", id));
        var body = new String(answer.body(), StandardCharsets.UTF_8);

        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(JSON.readTree(body).get("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2, open",
        "show, 2, ID",
        "show x, 2, ID_MALFORMED",
        "show 00000000-0000-0000-0000-000000000000, 1, INSPECTION_NOT_FOUND",
        "find ID nonsense --text t --by b, 2, MATTER",
        "find ID event:999999999 --text t --by b, 1, INSPECTION_CLOSED",
        "find ID event:1 --text t --by b --severity heavy, 2, VALUE_UNKNOWN",
        "find ID event:1 --text t --by b --detail d, 2, --about",
        "find ID event:1 --text t --by b --detail d --about NOBODY, 1, RECIPIENT_NOT_FOUND",
        "find ID event:1 --text t --by b --on never, 2, DATE_MALFORMED",
        "explain ID 9 --text t --by b, 2, FINDING",
        "explain ID x --text t --by b, 2, FINDING",
        "accept ID 1 --by b, 2, --text",
        "close ID --by b, 2, --number",
        "close ID --by b --number 1 --date 2026-01-01, 2, --body",
        "annex ID --out phu-luc.pdf, 2, VALUE_UNKNOWN",
        "open --authority x --period 2024 --sample 5 --by b, 2, --number",
        "open --authority x --period 2024 --sample 0 PAPER, 2, sample size",
        "open --authority x --period 2024 --sample 1 --seed 1 PAPER, 2, seed",
        "show ID --details, 2, --by"
    })
    void wrong_usage_says_what_is_wrong(String line, int code, String named) {
        var arguments = new ArrayList<>(List.of("inspection"));
        if (!line.isEmpty()) {
            var paper = "--by b --number 1 --date 2025-01-01 --body t";
            var words = line.replace("ID", id).replace("PAPER", paper).replace("NOBODY", NOBODY);
            arguments.addAll(List.of(words.split(" ")));
            arguments.addAll(List.of("--data", folder.toString()));
        }
        var ran = run(arguments.toArray(String[]::new));

        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(ran.err()).contains(named).doesNotContain("Exception");
    }
}

package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.Terminal;
import vn.sovang.api.testing.Terminal.Ran;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.register.AwardFilter;

/// Every command in this process, on a database that the settings name as an operator would.
class CommandLineTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ORIGIN = "sovang.test/cli";

    @TempDir private static Path offices;

    /// An office that records nothing, and one that has the half-year of the report.
    private static Terminal empty;

    private static Terminal filled;

    @TempDir private Path folder;

    @BeforeAll
    static void open() throws IOException {
        empty = Terminal.fresh(offices.resolve("empty"), ORIGIN);
        filled = Terminal.fresh(offices.resolve("filled"), ORIGIN);
        var taken = filled.sovang("import", RunningSite.workbook(offices), "--by", "an");
        assertThat(taken.code()).as(taken.err()).isZero();
    }

    private static Ran sovang(String command, Object... more) {
        return filled.sovang(command, more);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "demo",
                "import",
                "statistics",
                "search",
                "clocks",
                "custody",
                "show",
                "history",
                "compare",
                "code"
            })
    void every_command_explains_itself_in_both_languages(String command) {
        var vietnamese = Terminal.say(Messages.VIETNAMESE, command, "--help");
        var english = Terminal.say(Locale.ENGLISH, command, "--help");

        assertThat(vietnamese.code()).isZero();
        assertThat(vietnamese.out())
                .contains("Cách dùng: sovang " + command, "--data", "Mã kết thúc");
        assertThat(english.out()).contains("Usage: sovang " + command, "--data", "Exit codes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "trust", "serve", "cosign", "request", "accept"})
    void every_side_of_witnessing_explains_itself(String command) {
        var said = Terminal.say(Messages.VIETNAMESE, "witness", command, "--help");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Cách dùng: sovang witness " + command, "Mã kết thúc");
    }

    @ParameterizedTest
    @CsvSource({
        "'', statistics",
        "nonsense, nonsense",
        "statistics, --period",
        "statistics --period 2024-H1 --colour, --colour",
        "import, FILE.xlsx",
        "show, ID",
        "compare x, --from",
        "serve --port x, --port"
    })
    void wrong_usage_is_2_and_names_what_is_wrong(String line, String named) {
        var words = line.isEmpty() ? new Object[0] : line.split(" ");
        var ran = Terminal.say(Messages.VIETNAMESE, words);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("Lỗi: ", named).doesNotContain("Exception");
    }

    @Test
    void things_are_found_and_what_waits_is_listed() throws IOException {
        var ward = sovang("search", "phu ha");
        assertThat(ward.code()).as(ward.err()).isZero();
        assertThat(ward.out()).contains("Đơn vị (", "Phủ Hà", "gần giống");
        var awards = sovang("search", "BK CP", "--kind", "AWARD_TYPE", "--json");
        assertThat(awards.out()).contains("BK_TTG").doesNotContain("Cá nhân 0");
        assertThat(sovang("search", "zzzz").out()).contains("Không thấy gì khớp");
        assertThat(sovang("search", "%%").code()).isEqualTo(2);
        assertThat(sovang("search", "a".repeat(300)).code()).isEqualTo(2);

        var late = sovang("clocks", "--day", "30/06/2024", "--overdue");
        assertThat(late.code()).as(late.err()).isZero();
        assertThat(late.out()).contains("quá hạn", "tỉnh thẩm định", "NĐ 98/2023", "(an)");
        assertThat(sovang("clocks", "--day", "hom-qua").code()).isEqualTo(2);
        var held = sovang("custody", "--day", "2024-06-30");
        assertThat(held.code()).isZero();
        assertThat(held.out()).contains("Không cơ quan nào đang giữ hiện vật");
        codesArePrinted();
    }

    private void codesArePrinted() throws IOException {
        var award = anAward();
        var told = sovang("code", award);
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out())
                .containsPattern("Mã xác minh: ([0-9A-Z]{4}-){4}[0-9A-Z]{4}")
                .contains("Chưa đặt sovang.public-url");
        var square = folder.resolve("ma.svg");
        var url = "https://a.example/";
        var drawn = sovang("code", award, "--json", "--url", url, "--qr", square.toString());
        var code = JSON.readTree(drawn.out()).get("code").asString();
        assertThat(told.out()).contains(code);
        assertThat(JSON.readTree(drawn.out()).get("address").asString())
                .isEqualTo("https://a.example/xac-minh/" + code);
        assertThat(square).content().startsWith("<svg ");

        var picture = folder.resolve("ma.gif").toString();
        assertThat(sovang("code", award, "--url", "https://a.example", "--qr", picture).code())
                .isEqualTo(2);
        assertThat(sovang("code", award, "--qr", square.toString()).err())
                .contains("PUBLIC_ADDRESS_MISSING");
        assertThat(sovang("code", "x").code()).isEqualTo(2);
        assertThat(sovang("code", "00000000-0000-0000-0000-000000000000").code()).isEqualTo(1);
    }

    private static String anAward() {
        try (var installation = filled.open()) {
            installation.catchUp();
            var register = installation.projections().register();
            var page = register.awards(AwardFilter.ALL, null, 1);
            return page.rows().getFirst().id().value().toString();
        }
    }

    @Test
    void a_file_is_rehearsed_taken_and_recognised() throws IOException {
        var file = RunningSite.workbook(folder).toString();
        var it = Terminal.fresh(folder.resolve("office"), ORIGIN).administered();

        var rehearsed = it.sovang("import", file, "--dry-run");
        assertThat(rehearsed.code()).as(rehearsed.err()).isZero();
        assertThat(rehearsed.out()).contains("chưa ghi");

        var taken = it.sovang("import", file, "--by", "an");
        assertThat(taken.code()).as(taken.err()).isZero();
        assertThat(taken.out()).contains("Đã ghi: vị trí", "an tự xác nhận tệp này");

        var again = it.sovang("import", file, "--by", "an", "--json");
        assertThat(again.code()).isZero();
        assertThat(JSON.readTree(again.out()).get("outcome").asString()).isEqualTo("REPEATED");

        var table = it.sovang("statistics", "--period", "2024-H1");
        assertThat(table.code()).isZero();
        assertThat(table.out())
                .contains("1.060", "05 hộ gia đình", "cấp lại 30 trường hợp")
                .doesNotContain("1.105");
    }

    @Test
    void figures_are_asked_for_in_every_way() {
        var cells = sovang("statistics", "--period", "2024-H1", "--json");
        assertThat(JSON.readTree(cells.out()).get("cells")).isNotEmpty();

        var later = sovang("statistics", "--period", "2024-H2", "--authority", RunningSite.CITY);
        assertThat(later.code()).isZero();

        var lines =
                sovang(
                        "statistics",
                        "--period",
                        "2024-H1",
                        "--authority",
                        RunningSite.CITY,
                        "--by",
                        "measure",
                        "--where",
                        "measure=DECIDED",
                        "--where",
                        "award=LDTT,CSTD_CO_SO",
                        "--distinct");
        assertThat(lines.code()).as(lines.err()).isZero();
        assertThat(lines.out()).contains("449", "438").doesNotContain("1.060");

        var trace =
                sovang(
                        "statistics",
                        "--period",
                        "2024-H1",
                        "--where",
                        "award=CSTD_CO_SO",
                        "--trace",
                        "--limit",
                        "4");
        assertThat(trace.out()).contains("PHỤC-DỰNG", "--after ");
        var after = trace.out().strip().replaceFirst("(?s).*--after ", "");
        var rest =
                sovang(
                        "statistics",
                        "--period",
                        "2024-H1",
                        "--where",
                        "award=CSTD_CO_SO",
                        "--trace",
                        "--after",
                        after,
                        "--json");
        assertThat(JSON.readTree(rest.out()).get("events").size()).isEqualTo(7);

        var claimed = sovang("statistics", "--period", "2024-H1", "--office-knew-at", "30/06/2024");
        assertThat(claimed.out()).contains("Theo lời cơ quan khai", "1.060");
        var compared =
                sovang(
                        "statistics",
                        "--period",
                        "2024-H1",
                        "--compare",
                        "2025-H2",
                        "--by",
                        "award",
                        "--units",
                        "as-now");
        assertThat(compared.out()).contains("Chênh lệch", "01/07/2025", "Theo đơn vị hiện nay");
        assertThat(sovang("statistics", "--period", "2024", "--form", "0603").out())
                .contains("Biểu 0603", "sổ không có phân loại đối tượng");
        assertThat(sovang("statistics", "--period", "2024", "--where", "award").code())
                .isEqualTo(2);
    }

    @Test
    void a_report_is_issued_once_listed_shown_and_reconciled() {
        var issue =
                new Object[] {
                    "--period",
                    "2024-H1",
                    "--authority",
                    RunningSite.CITY,
                    "--by",
                    "an",
                    "--number",
                    "200/BC-UBND",
                    "--date",
                    "2024-06-20",
                    "--json"
                };

        var issued = report("issue", issue);
        assertThat(issued.code()).as(issued.err()).isZero();
        var form = JSON.readTree(issued.out());
        var id = form.get("id").asString();
        assertThat(form.get("cutOff").asLong())
                .isLessThanOrEqualTo(form.get("checkpoint").get("size").asLong());
        assertThat(form.get("by").asString()).isEqualTo("an");

        var twice = report("issue", issue);
        assertThat(twice.code()).isEqualTo(1);
        assertThat(JSON.readTree(twice.out()).get("code").asString())
                .isEqualTo("REPORT_ALREADY_ISSUED");
        assertThat(twice.err()).contains(id);

        var numbers = sovang("numbers", "--authority", RunningSite.CITY, "--year", "2024");
        assertThat(numbers.code()).as(numbers.err()).isZero();
        assertThat(numbers.out()).contains("hỏi văn thư trước khi kết luận");

        assertThat(report("list").out()).contains(id, "200/BC-UBND");
        assertThat(report("show", id).out()).contains("446", "200/BC-UBND ngày 20/6/2024");
        var same = report("restate", id, "--reason", "thử", "--date", "2024-07-01");
        assertThat(same.code()).isEqualTo(1);
        assertThat(same.err()).contains("NOTHING_RESTATED");
        var compared = report("reconcile", id);
        assertThat(compared.code()).as(compared.err()).isZero();
        assertThat(compared.out()).contains("Mọi chênh lệch đều được giải thích");
        var since = report("reconcile", "--period", "2024-H1", "--from", "0", "--json");
        assertThat(JSON.readTree(since.out()).get("explained").asBoolean()).isTrue();
        assertThat(JSON.readTree(since.out()).get("reasons").get("IMPORT").asInt())
                .isGreaterThan(1_000);
    }

    private static Ran report(String command, Object... more) {
        return filled.sovang("report " + command, more);
    }

    @ParameterizedTest
    @CsvSource({
        "show nothing, 2, ID_MALFORMED",
        "show 00000000-0000-0000-0000-000000000000, 1, REPORT_NOT_FOUND",
        "reconcile, 2, PARAMETER_MISSING",
        "reconcile --period 2024-H1 --from soon, 2, KNOWN_AT_MALFORMED",
        "issue --period 2024-H1 --number 1/BC, 2, PARAMETER_MISSING",
        "issue --period 2024-H1 --date 31/6/2024, 2, DATE_MALFORMED",
        "issue --period 2024-H1 --known-at 999999, 1, BEYOND_THE_LOG"
    })
    void reports_say_what_is_wrong(String line, int code, String named) {
        var words = line.split(" ");
        var more = (Object[]) Arrays.copyOfRange(words, 1, words.length);
        var ran = empty.sovang("report " + words[0], more);

        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(ran.err()).contains(named).doesNotContain("\tat ");
    }

    @Test
    void an_empty_ledger_counts_nothing_and_was_not_open_before() {
        var nothing =
                empty.sovang("statistics", "--period", "2024-H1", "--known-at", "0", "--json");
        assertThat(nothing.code()).as(nothing.err()).isZero();
        assertThat(JSON.readTree(nothing.out()).get("cells")).isEmpty();
        assertThat(empty.sovang("statistics", "--period", "2024-H2").out())
                .contains("Không phát sinh");

        var before =
                empty.sovang(
                        "statistics",
                        "--period",
                        "2024-H1",
                        "--known-at",
                        "2024-06-30T17:00:00+07:00",
                        "--json");
        assertThat(before.code()).isEqualTo(1);
        assertThat(JSON.readTree(before.out()).get("code").asString())
                .isEqualTo("LEDGER_NOT_YET_OPEN");
        assertThat(before.err()).contains("Sổ chưa hoạt động", "LEDGER_NOT_YET_OPEN");
    }

    @Test
    void a_thing_is_shown_told_and_compared_at_moments() {
        var city = "9b4d5b1f-28d9-41ee-b3b4-ce6df65a9f46";
        var shown = empty.sovang("show", city, "--json");
        assertThat(shown.code()).as(shown.err()).isZero();
        var unit = JSON.readTree(shown.out());
        assertThat(unit.get("authorityName").asString()).isEqualTo(RunningSite.CITY);
        assertThat(unit.get("asOf").get("provisional").asBoolean()).isTrue();

        var nothing = empty.sovang("history", city, "--known-at", "0", "--json");
        assertThat(JSON.readTree(nothing.out()).get("steps")).isEmpty();
        var steps = JSON.readTree(empty.sovang("history", city, "--json").out()).get("steps");
        assertThat(steps.get(0).get("type").asString()).isEqualTo("unit.UnitRegistered");

        var compared = JSON.readTree(empty.sovang("compare", city, "--from", "0", "--json").out());
        assertThat(compared.get("comparison").get("kind").asString()).isEqualTo("APPEARED");
        assertThat(compared.get("comparison").get("fields").get(0).get("events")).hasSize(1);

        var unknown = empty.sovang("show", "00000000-0000-0000-0000-000000000000");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("THING_NOT_FOUND");
        assertThat(empty.sovang("show", "x").err()).contains("ID_MALFORMED");
        assertThat(empty.sovang("show", city, "--known-at", "0").code()).isEqualTo(1);

        assertThat(empty.sovang("show", city).out()).contains("Cấp", "huyện", "Đơn vị kế thừa");
        assertThat(empty.sovang("history", city).out()).contains("Đăng ký đơn vị", "Ngày của việc");
        assertThat(empty.sovang("history", city, "--known-at", "0").out())
                .contains("Chưa có diễn biến");
        assertThat(empty.sovang("compare", city, "--from", "0").out())
                .contains("Thời điểm đầu chưa có", "Tên cơ quan quyết định", RunningSite.CITY);
    }

    @Test
    void bad_values_are_named_before_anything_is_opened() {
        var it = Terminal.fresh(folder.resolve("office"), ORIGIN);
        var ran = it.sovang("statistics", "--period", "soon");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("“soon”", "PERIOD_MALFORMED");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_that_is_no_workbook_is_refused_in_both_languages() throws IOException {
        var file = Files.writeString(folder.resolve("list.xlsx"), "a;b;c\n");
        var ran = empty.sovang("import", file);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err().lines().filter(l -> l.startsWith("  "))).hasSizeGreaterThan(1);
        assertThat(empty.sovang("import", folder.resolve("none.xlsx")).code()).isEqualTo(3);
    }

    @Test
    void a_data_directory_that_cannot_be_used_is_3() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        var ran =
                empty.run(Messages.VIETNAMESE, "statistics", "--period", "2024-H1", "--data", file);

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).doesNotContain("\tat ");
    }

    @Test
    void a_port_in_use_is_3() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ran = empty.sovang("serve", "--port", taken.getLocalPort());

            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.err()).contains("PORT_IN_USE", Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void a_database_without_its_passwords_is_3() {
        var it = empty.without("sovang.ledger.password");
        var ran = it.sovang("statistics", "--period", "2024-H1");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("SOVANG_LEDGER_PASSWORD").doesNotContain("\tat ");
    }

    @Test
    void the_language_follows_the_environment() {
        assertThat(Console.language(Map.of("LANG", "en_US.UTF-8")::get)).isEqualTo(Locale.ENGLISH);
        assertThat(Console.language(Map.of("LANG", "C.UTF-8")::get)).isEqualTo(Messages.VIETNAMESE);
        assertThat(Console.language(Map.of("SOVANG_LANGUAGE", "vi", "LC_ALL", "en")::get))
                .isEqualTo(Messages.VIETNAMESE);
    }
}

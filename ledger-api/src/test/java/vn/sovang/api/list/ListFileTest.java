package vn.sovang.api.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.sovang.testing.PhanRang.MINISTRY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.access.AccessQuestion;
import vn.sovang.api.door.Role;
import vn.sovang.api.door.Scope;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.TestAccounts;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;

/// Whole lists as files, opened again.
class ListFileTest {
    @TempDir private Path folder;

    static List<String> lists() {
        return ListResourceTest.lists();
    }

    /// RFC 4180, as a stranger would read it.
    static List<List<String>> csv(String text) {
        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\r') {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\r') {
                    lines.add(List.copyOf(line));
                    line.clear();
                    i++;
                }
            } else {
                field.append(c);
            }
        }
        return lines;
    }

    private static List<Row> sheet(byte[] bytes, int number) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return book.getSheet(number).orElseThrow().read();
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void both_files_hold_every_row_of_the_list_and_say_what_it_is(String list) throws IOException {
        var path = "/api/v1/" + list;
        var answer = RunningSite.get(path + ".csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "so-vang-" + list.replace('/', '-') + ".csv");
        var lines = csv(answer.body());
        assertThat(lines).allMatch(line -> line.size() == lines.getFirst().size());
        assertThat(lines.getFirst()).noneMatch(heading -> heading.contains("list.column"));
        assertThat(answer.body()).contains("sổ ghi đến");
        assertThat(lines.stream().flatMap(List::stream))
                .noneMatch(cell -> cell.matches("(list|value)\\..*"));
        assertThat(answer.body()).doesNotContain("Cá nhân 0", "Tập thể 0");

        var book = RunningSite.bytes(path + ".xlsx");
        assertThat(book.statusCode()).isEqualTo(200);
        var rows = sheet(book.body(), 0);
        assertThat(rows.getFirst().getCellText(0)).isEqualTo(lines.getFirst().getFirst());
        var notes = sheet(book.body(), 1).stream().map(row -> row.getCellText(0)).toList();
        assertThat(notes).anyMatch(note -> note.contains("sổ ghi đến vị trí"));
        if (!list.equals("access")) {
            int told = RunningSite.json(path + "?limit=500").get("items").size();
            assertThat(rows.size() - 1).isEqualTo(lines.size() - 1 - notes.size());
            assertThat(rows.size() - 1).isGreaterThanOrEqualTo(told);
        }
    }

    @Test
    void days_are_days_the_heading_stays_and_rebuilt_figures_say_so() throws IOException {
        var bytes = RunningSite.bytes("/api/v1/awards.xlsx?period=2024-H1").body();
        var row = sheet(bytes, 0).get(1);

        assertThat(row.getCellAsDate(0).orElseThrow().getYear()).isEqualTo(2024);
        assertThat(sheet(bytes, 0)).hasSizeGreaterThan(1_060);
        assertThat(part(bytes, "xl/worksheets/sheet1.xml")).contains("<pane ", "state=\"frozen\"");
        assertThat(sheet(bytes, 1).getFirst().getCellText(0)).startsWith("Số liệu phục dựng");
        assertThat(sheet(bytes, 1).stream().map(r -> r.getCellText(0)))
                .contains("Điều kiện: period = 2024-H1")
                .noneMatch(note -> note.matches(".*[0-9a-f]{64}.*"));
        assertThat(csv(RunningSite.get("/api/v1/awards.csv?lang=en").body()).getFirst())
                .contains("Decided on", "Authority");
    }

    private static String part(byte[] bytes, String name) throws IOException {
        var file = Files.createTempFile("list", ".xlsx");
        try {
            Files.write(file, bytes);
            try (var zip = new ZipFile(file.toFile())) {
                var part = zip.getInputStream(zip.getEntry(name));
                return new String(part.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "@SUM(1+1)*cmd", "+84,\"x\"", "-2+3"})
    void a_name_that_spreadsheets_would_run_is_a_text(String name) throws IOException {
        var body =
                Map.of(
                        "origin",
                        RecordingSite.on("2024-01-02", "1/QĐ"),
                        "unit",
                        Map.of(
                                "name",
                                name,
                                "authorityName",
                                "UBND " + name,
                                "level",
                                "TRUNG_UONG",
                                "reconciled",
                                true));
        var recorded =
                RecordingSite.post(
                        RecordingSite.everybody(),
                        "/register-unit",
                        UUID.randomUUID(),
                        body,
                        "Prefer",
                        "wait=position");
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);

        var lines = csv(RecordingSite.get("/api/v1/units.csv?level=TRUNG_UONG").body());
        assertThat(lines.stream().map(line -> line.get(1))).contains("'" + name);
        assertThat(lines.stream().flatMap(List::stream))
                .noneMatch(cell -> cell.matches("(?s)[=+@-].*"));

        var file = file(Integer.MAX_VALUE);
        try {
            var names = sheet(Files.readAllBytes(file), 0).stream().map(r -> r.getCellText(1));
            assertThat(names).contains("'" + name);
        } finally {
            Files.delete(file);
        }
    }

    private Path file(int most) throws IOException {
        var site = RecordingSite.installation();
        var lists = new Lists(site.ledger(), site.projections());
        var question = ListQuestion.ofFile(lists.units.parameters(), Map.of());
        var reader = new ListReader(Scope.atTheMachine(), Messages.in(Messages.VIETNAMESE));
        return new ListFile(lists, InstantSource.system(), most, folder)
                .write(lists.units, question, reader, ListFormat.XLSX);
    }

    @Test
    void a_list_too_long_for_a_file_is_refused_and_leaves_nothing_behind() {
        assertThatThrownBy(() -> file(2))
                .isInstanceOfSatisfying(
                        Failure.class, f -> assertThat(f.code().name()).isEqualTo("LIST_TOO_LONG"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void who_took_a_list_away_is_on_record_before_it_is_answered() {
        var asked = "/api/v1/decisions.csv?authority=" + UUID.randomUUID() + "&period=2024";
        assertThat(RunningSite.get(asked).statusCode()).isEqualTo(200);

        var log = RunningSite.installation().ledger().access();
        var exported = AccessQuestion.ALL.by(TestAccounts.user(Role.INSPECTOR)).of("Exported");
        await().atMost(20, TimeUnit.SECONDS).until(() -> !log.find(exported).lines().isEmpty());
        assertThat(log.find(exported).lines().stream().map(line -> line.what()))
                .contains(new Exported("GET /api/v1/decisions.csv", "authority period"));
        assertThat(RunningSite.as(Role.ADMINISTRATOR, "GET", "/api/v1/awards.csv").statusCode())
                .isEqualTo(403);
        assertThat(RunningSite.as(Role.CLERK, "GET", "/api/v1/access.xlsx").statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_office_takes_away_its_own_rows() {
        var stranger = RunningSite.accounts().key("f-ministry", List.of(Role.CLERK), MINISTRY);
        var all = csv(RunningSite.get("/api/v1/awards.csv").body());
        var own =
                csv(
                        RunningSite.anonymous(
                                        "GET", "/api/v1/awards.csv", "Authorization", stranger)
                                .body());
        assertThat(own.size()).isLessThan(all.size());
    }

    @Test
    void pages_link_to_the_list_they_show() {
        var page = RunningSite.get("/khen-thuong?doi-tuong=HOUSEHOLD&so-ghi-den=2000").body();
        assertThat(page)
                .contains("/api/v1/awards.xlsx?", "/api/v1/awards.csv?")
                .contains("recipientKind=HOUSEHOLD", "asOf=2000");
        for (var one :
                List.of(
                        "/quyet-dinh decisions",
                        "/don-vi units",
                        "/thoi-han?ngay=2024-06-30 clocks",
                        "/bat-thuong anomalies",
                        "/truy-cap access")) {
            var parts = one.split(" ");
            var body = RunningSite.get(parts[0]).body();
            assertThat(body).as(one).contains("/api/v1/" + parts[1] + ".xlsx");
            var link =
                    body.replaceFirst(
                            "(?s).*href=\"(/api/v1/" + parts[1] + "\\.csv[^\"]*)\".*", "$1");
            assertThat(RunningSite.get(link.replace("&amp;", "&")).statusCode())
                    .as(link)
                    .isEqualTo(200);
        }
    }
}

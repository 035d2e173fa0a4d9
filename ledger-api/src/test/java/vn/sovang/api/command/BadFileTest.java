package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.Installation;
import vn.sovang.api.imports.FixtureWorkbook;
import vn.sovang.api.text.Messages;

/// A file that cannot be taken, as its owner meets it: an answer in both languages that names the
/// place, an exit code, and nothing stored. On the embedded server, beside a running installation.
class BadFileTest {
    private static final String CITY = "UBND thành phố Phan Rang - Tháp Chàm";
    private static final List<String> DECISION =
            List.of("Số quyết định", "Ngày ký", "Cơ quan ban hành", "Người ký");
    private static final List<String> LINES =
            List.of("Số quyết định", "Ngày ký", "STT", "Họ và tên", "Phân loại", "Danh hiệu");

    @TempDir private static Path data;
    private static Installation service;

    @TempDir private Path folder;

    private record Ran(int code, String said) {}

    @BeforeAll
    static void open() {
        service = Installation.open(data, "bad.example/files");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static Ran run(Path file) {
        var said = new StringWriter();
        var out = new PrintWriter(said, true);
        var console = new Console(out, out, Messages.in(Locale.of("vi")));
        int code =
                CommandLineInterface.run(
                        console, "import", "--data", data.toString(), file.toString());
        return new Ran(code, said.toString());
    }

    private static void refused(Path file, String... named) {
        long before = service.ledger().feed().head();
        var ran = run(file);
        assertThat(ran.code()).as(ran.said()).isEqualTo(1);
        assertThat(ran.said()).contains(named).doesNotContain("Exception", "\tat ");
        assertThat(service.ledger().feed().head()).as("nothing stored").isEqualTo(before);
    }

    private Path workbook(List<List<String>> decisions, List<List<String>> lines)
            throws IOException {
        var file = folder.resolve("danh-sach.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            fill(book, "Quyết định", decisions);
            fill(book, "Danh sách", lines);
        }
        return file;
    }

    private static void fill(Workbook book, String name, List<List<String>> rows) {
        var sheet = book.newWorksheet(name);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                sheet.value(r, c, rows.get(r).get(c));
            }
        }
    }

    private static List<String> decision(String day) {
        return List.of("12/QĐ-UBND", day, CITY, "");
    }

    private static List<String> line(String kind, String award) {
        return List.of("12/QĐ-UBND", "26/04/2024", "1", "Hộ gia đình 0001", kind, award);
    }

    @Test
    void a_missing_column() throws IOException {
        refused(
                workbook(
                        List.of(DECISION, decision("26/04/2024")),
                        List.of(
                                List.of("Số quyết định", "Ngày ký", "STT", "Phân loại"),
                                List.of("12/QĐ-UBND", "26/04/2024", "1", "hộ gia đình"))),
                "Danh sách",
                "cột",
                "column");
    }

    @Test
    void a_text_where_a_date_belongs() throws IOException {
        refused(
                workbook(
                        List.of(DECISION, decision("cuối tháng tư")),
                        List.of(LINES, line("hộ gia đình", "GK_HUYEN"))),
                "Quyết định",
                "cuối tháng tư",
                "2");
    }

    @Test
    void a_household_with_lao_dong_tien_tien() throws IOException {
        refused(
                workbook(
                        List.of(DECISION, decision("26/04/2024")),
                        List.of(LINES, line("hộ gia đình", "LDTT"))),
                "Danh sách",
                "Lao động tiên tiến",
                "RECIPIENT_KIND_NOT_ALLOWED");
    }

    @Test
    void a_line_that_does_not_say_whom_it_honours() throws IOException {
        refused(
                workbook(
                        List.of(DECISION, decision("26/04/2024")),
                        List.of(LINES, line("chưa rõ", "GK_HUYEN"))),
                "Danh sách",
                "Phân loại",
                "cá nhân; tập thể; hộ gia đình.");
    }

    @Test
    void a_truncated_workbook() throws IOException {
        var file = folder.resolve("cut.xlsx");
        FixtureWorkbook.write(file);
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        refused(file, "cut.xlsx");
    }
}

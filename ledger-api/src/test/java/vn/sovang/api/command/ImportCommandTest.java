package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.Intake;
import vn.sovang.api.imports.Submission;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.Terminal;
import vn.sovang.event.Actor;

/// `import` where an office has names of its own for columns and sheets, and where files wait for a
/// second person.
class ImportCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> OURS = List.of("Quyết định", "Danh sách", "Họ và tên");
    private static final List<String> OWN = List.of("Tổng hợp", "Khen cao", "Người được khen");

    @TempDir private static Path folder;

    private static Terminal office;

    @BeforeAll
    static void open() {
        office = Terminal.fresh(folder.resolve("data"), "sovang.test/import");
    }

    /// A decision with one line.
    ///
    /// @param names of both sheets, and of the column of recipients
    private static Path file(String name, List<String> names, String number) throws IOException {
        var path = folder.resolve(name);
        try (var out = Files.newOutputStream(path);
                var book = new Workbook(out, "test", null)) {
            var decisions = book.newWorksheet(names.get(0));
            row(decisions, 0, "Số quyết định", "Ngày ký", "Cơ quan ban hành");
            row(decisions, 1, number, "05/6/2024", RunningSite.CITY);
            var lines = book.newWorksheet(names.get(1));
            row(lines, 0, "Số quyết định", "Ngày ký", names.get(2), "Phân loại", "Danh hiệu");
            row(lines, 1, number, "05/6/2024", "Cá nhân Mẫu", "cá nhân", "LĐTT");
        }
        return path;
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }

    private static UUID staged(Path file) {
        try (var installation = office.open()) {
            var by = new Actor("an", "CLERK", null);
            var result =
                    new Intake(installation.ledger())
                            .stage(
                                    Intake.Source.of(file),
                                    new Submission(by, Instant.now(), "an", false));
            return ((Intake.Result.Staged) result).imported().value();
        }
    }

    @Test
    void names_of_the_office_are_said_on_the_command_line() throws IOException {
        var file = file("rieng.xlsx", OWN, "51/QĐ-UBND");

        var unread = office.sovang("import", file, "--dry-run");
        assertThat(unread.code()).isEqualTo(1);
        assertThat(unread.err()).contains("không có trang nào mang tên đã biết");
        var half =
                office.sovang(
                        "import",
                        file,
                        "--dry-run",
                        "--map",
                        "Tổng hợp=Quyết định",
                        "--map",
                        "Khen cao=Danh sách");
        assertThat(half.code()).isEqualTo(1);
        assertThat(half.err()).contains("Họ và tên").doesNotContain("Exception");
        var read =
                office.sovang(
                        "import",
                        file,
                        "--by",
                        "an",
                        "--confirmed-by",
                        "minh",
                        "--map",
                        "TỔNG HỢP=Quyết định",
                        "--map",
                        "Khen cao=LINES",
                        "--map",
                        "Người được khen=Họ và tên");
        assertThat(read.code()).as(read.err()).isZero();
        assertThat(read.err()).contains("như cơ quan đã chọn");
        assertThat(read.out()).contains("Đã ghi: vị trí", "Người xác nhận: minh");
    }

    @Test
    void files_that_wait_are_listed_and_one_is_let_go() throws IOException {
        var first = staged(file("cho-1.xlsx", OURS, "61/QĐ-UBND"));
        var second = staged(file("cho-2.xlsx", OURS, "62/QĐ-UBND"));

        var waiting = office.sovang("import", "--waiting");
        assertThat(waiting.code()).as(waiting.err()).isZero();
        assertThat(waiting.out())
                .contains(first.toString(), "cho-1.xlsx", second.toString(), "cho-2.xlsx")
                .contains("an", "Chờ người thứ hai xác nhận")
                .doesNotContain("STAGED");

        var gone = office.sovang("import", "--cancel", first);
        assertThat(gone.code()).as(gone.err()).isZero();
        assertThat(gone.err()).contains("Đã hủy tệp " + first);
        assertThat(gone.out()).contains("cho-2.xlsx").doesNotContain("cho-1.xlsx");
        var again = office.sovang("import", "--cancel", first);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("IMPORT_NOT_WAITING");

        var left = JSON.readTree(office.sovang("import", "--waiting", "--json").out());
        assertThat(left.size()).isEqualTo(1);
        assertThat(left.get(0).get("id").asString()).isEqualTo(second.toString());
        assertThat(left.get(0).get("file").asString()).isEqualTo("cho-2.xlsx");
        assertThat(left.get(0).get("rows").asInt()).isEqualTo(2);
        assertThat(office.sovang("import", "--cancel", second).out())
                .contains("Không có tệp nào chờ xác nhận");
    }

    @ParameterizedTest
    @CsvSource({
        "--cancel x, 2, ID_MALFORMED",
        "--cancel 00000000-0000-4000-8000-00000000dead, 1, IMPORT_NOT_WAITING",
        "a.xlsx --waiting, 2, --waiting",
        "a.xlsx --map Cột, 2, --map",
        "a.xlsx, 3, FILE_UNREADABLE",
        "'', 2, FILE.xlsx"
    })
    void what_cannot_be_done_is_said(String line, int code, String said) {
        Object[] words = line.isEmpty() ? new Object[0] : line.split(" ");
        var ran = office.sovang("import", words);

        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(ran.err()).contains(said).doesNotContain("Exception");
    }
}

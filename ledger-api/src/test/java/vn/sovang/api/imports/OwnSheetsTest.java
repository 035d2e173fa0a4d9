package vn.sovang.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.imports.CorrectedBook.Mistake;
import vn.sovang.api.imports.CorrectedBook.NotOurs;
import vn.sovang.api.imports.Reading.Ready;
import vn.sovang.api.imports.Reading.Unreadable;

/// An office's own names of sheets: offered for choice where a file cannot be read, read as the
/// office says, remembered by name for every file.
class OwnSheetsTest {
    private static final Map<String, String> SAID =
            Map.of("tonghop", "DECISIONS", "khencao", "LINES", "ghichep", "");
    private static final OwnHeadings OWN =
            signature -> signature.equals(OwnSheets.SIGNATURE) ? SAID : Map.of();

    private final Desk desk;

    OwnSheetsTest(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    private Path file(String decisions, String lines, String kind) {
        return desk.workbook(book -> {
            Desk.sheet(
                    book,
                    lines,
                    List.of("UBND THÀNH PHỐ"),
                    List.of("Số quyết định", "Ngày ký", "Họ và tên", "Phân loại", "Danh hiệu"),
                    List.of("12/QĐ-UBND", "05/6/2024", "Cá nhân A", kind, "LĐTT"));
            Desk.sheet(book, "Ghi chép", List.of("x", "y"));
            Desk.sheet(
                    book,
                    decisions,
                    Desk.DECISION_HEADINGS,
                    List.of("12/QĐ-UBND", "05/6/2024", Desk.CITY));
        });
    }

    private Path file() {
        return file("Tổng hợp", "Khen cao", "cá nhân");
    }

    @Test
    void are_listed_with_what_they_may_be_and_their_first_headings() {
        var read = (Unreadable) desk.read(file());

        assertThat(read.problems())
                .extracting(Problem::code)
                .contains(ProblemCode.NO_SHEET_RECOGNISED);
        var sheets = read.unclear().getFirst();
        assertThat(sheets.sheet()).isNull();
        assertThat(sheets.columns())
                .extracting(UnclearSheet.Column::caption)
                .containsExactly("Khen cao", "Ghi chép", "Tổng hợp");
        assertThat(sheets.columns().getFirst().examples())
                .as("a title that stands alone is none")
                .startsWith("Số quyết định", "Ngày ký", "Họ và tên");
        assertThat(sheets.fields())
                .extracting(UnclearSheet.Field::name)
                .contains("DECISIONS", "LINES", "LISTS");
    }

    @Test
    void are_read_as_the_office_says_and_the_reader_is_told() {
        var read = (Ready) desk.read(file(), "a.xlsx", OWN);

        assertThat(read.summary().rowsBySheet())
                .containsEntry("Tổng hợp", 1)
                .containsEntry("Khen cao", 1)
                .doesNotContainKey("Ghi chép");
        assertThat(read.notices())
                .filteredOn(notice -> notice.code() == ProblemCode.SHEET_CHOSEN)
                .extracting(Problem::sheet)
                .containsExactly("Khen cao", "Tổng hợp");
        assertThat(read.notices())
                .filteredOn(notice -> notice.code() == ProblemCode.SHEET_IGNORED)
                .extracting(Problem::sheet)
                .containsExactly("Ghi chép");
    }

    @Test
    void with_a_known_name_are_what_everybody_knows() {
        var own = OwnHeadings.everywhere(Map.of("Quyết định", "Danh sách"));
        assertThat(desk.read(file("Quyết định", "Danh sách", "cá nhân"), "a.xlsx", own))
                .isInstanceOf(Ready.class);
    }

    @Test
    void may_be_said_on_the_command_line_by_the_names_of_the_template() {
        var own =
                OwnHeadings.everywhere(
                        Map.of(
                                "KHEN CAO", "Danh sách",
                                "Tổng hợp", "decisions",
                                "UBND THÀNH PHỐ", "Danh sách"));
        assertThat(desk.read(file(), "a.xlsx", own))
                .as("what was said of a sheet makes no row its headings")
                .isInstanceOf(Ready.class);
    }

    @Test
    void are_offered_again_with_what_was_chosen_where_the_choice_was_wrong() {
        var wrong = Map.of("tonghop", "LINES", "khencao", "DECISIONS");
        var read = (Unreadable) desk.read(file(), "a.xlsx", _ -> wrong);

        assertThat(read.unclear().getFirst().columns())
                .extracting(UnclearSheet.Column::field)
                .containsExactly("DECISIONS", "", "LINES");
    }

    @Test
    void have_wrong_rows_like_others() throws IOException, NotOurs {
        var file = file("Tổng hợp", "Khen cao", "rô-bốt");
        var read = (Unreadable) desk.read(file, "a.xlsx", OWN);
        assertThat(read.problems())
                .extracting(Problem::sheet, Problem::row)
                .contains(org.assertj.core.api.Assertions.tuple("Khen cao", 3));
        var to = desk.file("dong-loi.xlsx");

        new CorrectedBook(OWN).extract(file, List.of(new Mistake("Khen cao", 3, "không rõ")), to);

        try (var book = Book.open(to)) {
            assertThat(book.pages()).extracting(Book.Page::name).containsExactly("Khen cao");
        } catch (UnreadableBook e) {
            throw new AssertionError(e);
        }
    }
}

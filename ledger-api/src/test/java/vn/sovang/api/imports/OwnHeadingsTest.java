package vn.sovang.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.imports.Reading.Ready;
import vn.sovang.api.imports.Reading.Unreadable;

/// An office's own headings: shown with examples where they are not understood, read as the office
/// says, remembered for the same row of headings and no other.
class OwnHeadingsTest {
    private static final List<String> OWN =
            List.of("Số quyết định", "Ngày ký", "Người được khen", "Phân loại", "Được tặng");

    private final Desk desk;

    OwnHeadingsTest(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    private static void decision(Workbook book) {
        Desk.sheet(
                book,
                "Quyết định",
                Desk.DECISION_HEADINGS,
                List.of("12/QĐ-UBND", "05/6/2024", Desk.CITY));
    }

    private Path file(List<String> headings) {
        return desk.workbook(book -> {
            decision(book);
            Desk.sheet(
                    book,
                    "Danh sách",
                    headings,
                    List.of("12/QĐ-UBND", "05/6/2024", "Cá nhân A", "cá nhân", "LĐTT"),
                    List.of("12/QĐ-UBND", "05/6/2024", "Cá nhân B", "cá nhân", "LĐTT"));
        });
    }

    private Unreadable unreadable(Path file) {
        return (Unreadable) desk.read(file);
    }

    @Test
    void are_listed_with_what_they_may_mean_and_the_first_values() {
        var sheet = unreadable(file(OWN)).unclear().getFirst();

        assertThat(sheet.sheet()).isEqualTo("Danh sách");
        assertThat(sheet.columns())
                .extracting(UnclearSheet.Column::caption)
                .containsExactlyElementsOf(OWN);
        assertThat(sheet.columns())
                .extracting(UnclearSheet.Column::field)
                .containsExactly("DECISION_NUMBER", "DATE", "", "KIND", "");
        assertThat(sheet.columns().get(2).examples()).containsExactly("Cá nhân A", "Cá nhân B");
        assertThat(sheet.fields().stream().filter(UnclearSheet.Field::required))
                .extracting(UnclearSheet.Field::name)
                .contains("NAME", "AWARD");
    }

    @Test
    void are_read_as_the_office_says_and_the_reader_is_told() {
        var file = file(OWN);
        var signature = unreadable(file).unclear().getFirst().signature();
        var said = Map.of("nguoiduockhen", "NAME", "duoctang", "AWARD");
        OwnHeadings own = asked -> asked.equals(signature) ? said : Map.of();

        var read = (Ready) desk.read(file, "a.xlsx", own);

        assertThat(read.summary().rowsBySheet()).containsEntry("Danh sách", 2);
        assertThat(read.notices())
                .filteredOn(n -> n.code() == ProblemCode.HEADING_CHOSEN)
                .extracting(Problem::arguments)
                .containsExactly(
                        List.of("Người được khen", "Họ và tên/Tên tập thể"),
                        List.of("Được tặng", "Mã danh hiệu/hình thức"));
        var other = file(List.of("Số quyết định", "Ngày ký", "Người được khen", "Loại", "Tặng"));
        assertThat(desk.read(other, "b.xlsx", own))
                .as("another row of headings is asked again")
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void may_be_said_on_the_command_line_by_the_captions_of_the_template() {
        var own =
                OwnHeadings.everywhere(
                        Map.of("NGƯỜI ĐƯỢC KHEN", "Họ và tên", "Được tặng", "award"));
        assertThat(desk.read(file(OWN), "a.xlsx", own)).isInstanceOf(Ready.class);
    }

    @Test
    void of_two_that_mean_the_same_one_is_left_out() {
        var file =
                desk.workbook(book -> {
                    decision(book);
                    Desk.sheet(
                            book,
                            "Danh sách",
                            List.of("Số QĐ", "Ngày ký", "Họ tên", "Họ và tên", "Loại", "Mã"),
                            List.of(
                                    "12/QĐ-UBND",
                                    "05/6/2024",
                                    "x",
                                    "Cá nhân A",
                                    "cá nhân",
                                    "LĐTT"));
                });
        var sheet = unreadable(file).unclear().getFirst();
        assertThat(sheet.columns().get(2).field()).isEqualTo("NAME");
        var said = Map.of("hoten", "", "hovaten", "NAME", "loai", "KIND", "ma", "AWARD");

        assertThat(desk.read(file, "a.xlsx", _ -> said)).isInstanceOf(Ready.class);
        assertThat(desk.sealed.values()).noneMatch(v -> v.contains("name=x"));
    }

    @Test
    void that_nobody_knows_at_all_are_found_as_the_first_row_with_cells() {
        var file =
                desk.workbook(book -> {
                    decision(book);
                    Desk.sheet(
                            book,
                            "Danh sách",
                            List.of("UBND THÀNH PHỐ"),
                            List.of("A1", "A2", "A3"),
                            List.of("1", "2", "3"));
                });
        var sheet = unreadable(file).unclear().getFirst();
        assertThat(sheet.columns())
                .extracting(UnclearSheet.Column::caption)
                .containsExactly("A1", "A2", "A3");
    }

    @Test
    void a_choice_that_is_none_of_ours_leaves_the_column_out() {
        var own = OwnHeadings.everywhere(Map.of("Người được khen", "Tên con mèo"));
        assertThat(desk.read(file(OWN), "a.xlsx", own)).isInstanceOf(Unreadable.class);
    }
}

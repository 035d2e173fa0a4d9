package vn.sovang.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.api.imports.Desk.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.imports.CorrectedBook.Mistake;
import vn.sovang.api.imports.CorrectedBook.NotOurs;

/// The wrong rows of a file leave in a workbook and come back into the file: the others stay as
/// they are, and the same correction twice is the same file.
class CorrectedBookTest {
    private static final List<Mistake> MISTAKES =
            List.of(
                    new Mistake("Danh sách", 3, "Phân loại: không rõ"),
                    new Mistake("Danh sách", 3, "Họ tên: trống"),
                    new Mistake("Danh sách", 4, "=Danh hiệu: không có"));

    private final Desk desk;
    private final Path file;
    private final CorrectedBook book = new CorrectedBook(OwnHeadings.NONE);

    CorrectedBookTest(@TempDir Path folder) {
        desk = new Desk(folder);
        file =
                desk.workbook(workbook ->
                        Desk.decision(
                                workbook,
                                line("Cá nhân A", "cá nhân", "LĐTT"),
                                line("Cá nhân B", "rô-bốt", "LĐTT"),
                                line("=1+1", "cá nhân", "Giải vàng"),
                                line("Cá nhân D", "cá nhân", "LĐTT")));
    }

    private Path wrongRows() throws IOException, NotOurs {
        var to = desk.file("dong-loi.xlsx");
        book.extract(file, MISTAKES, to);
        return to;
    }

    private static Map<Integer, Map<Integer, String>> rows(Path workbook, String sheet) {
        var rows = new TreeMap<Integer, Map<Integer, String>>();
        try (var read = Book.open(workbook)) {
            for (var page : read.pages()) {
                if (page.name().equals(sheet)) {
                    read.read(
                            page,
                            (number, cells) -> {
                                var shown = new TreeMap<Integer, String>();
                                cells.forEach((column, cell) -> shown.put(column, cell.shown()));
                                rows.put(number, shown);
                            });
                }
            }
        } catch (UnreadableBook e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private static Map<Integer, String> cells(Map<Integer, Map<Integer, String>> rows, int row) {
        return Objects.requireNonNull(rows.get(row), "no row " + row);
    }

    /// What a person does in Excel with the rows.
    private Path edited(Path rows, Map<Integer, Map<Integer, String>> changes) {
        var sheet = rows(rows, "Danh sách");
        changes.forEach((row, cells) -> {
            if (cells.isEmpty()) {
                var number =
                        Objects.requireNonNull(cells(sheet, row).get(Desk.LINE_HEADINGS.size()));
                sheet.put(row, Map.of(Desk.LINE_HEADINGS.size(), number));
            } else {
                var before = new HashMap<>(sheet.getOrDefault(row, Map.of()));
                before.putAll(cells);
                sheet.put(row, before);
            }
        });
        return desk.workbook(workbook -> write(workbook, sheet));
    }

    private static void write(Workbook workbook, Map<Integer, Map<Integer, String>> sheet) {
        var to = workbook.newWorksheet("Danh sách");
        sheet.forEach(
                (row, cells) -> cells.forEach((column, text) -> to.value(row - 1, column, text)));
    }

    private Path merged(Path corrections) throws IOException, NotOurs {
        var to = desk.file("ca-tep-" + corrections.getFileName());
        book.merge(file, corrections, to);
        return to;
    }

    @Test
    void holds_the_wrong_rows_only_under_the_same_headings_with_what_is_wrong() throws Exception {
        var rows = rows(wrongRows(), "Danh sách");

        int last = Desk.LINE_HEADINGS.size();
        assertThat(rows).hasSize(3);
        assertThat(cells(rows, 1).values())
                .containsAll(Desk.LINE_HEADINGS)
                .contains("Dòng gốc", "Lỗi");
        assertThat(cells(rows, 2)).containsEntry(3, "Cá nhân B").containsEntry(last, "3");
        assertThat(cells(rows, 2).get(last + 1)).contains("Phân loại: không rõ", "Họ tên: trống");
        assertThat(cells(rows, 3)).as("no formula").containsEntry(3, "'=1+1");
        assertThat(cells(rows, 3).get(last + 1)).as("no formula").startsWith("'=");
    }

    @Test
    void rows_put_right_come_back_where_they_were_and_the_others_stay() throws Exception {
        var corrections =
                edited(wrongRows(), Map.of(2, Map.of(5, "cá nhân"), 3, Map.of(6, "LĐTT")));

        var whole = merged(corrections);

        var before = rows(file, "Danh sách");
        cells(before, 3).put(5, "cá nhân");
        cells(before, 4).put(6, "LĐTT");
        assertThat(rows(whole, "Danh sách")).isEqualTo(before);
        assertThat(rows(whole, "Quyết định")).isEqualTo(rows(file, "Quyết định"));
        assertThat(desk.ready(whole).summary().rowsBySheet()).containsEntry("Danh sách", 4);
    }

    @Test
    void the_same_correction_twice_is_the_same_file() throws Exception {
        var corrections =
                edited(wrongRows(), Map.of(2, Map.of(5, "cá nhân"), 3, Map.of(6, "LĐTT")));
        var once = Files.readAllBytes(merged(corrections));
        assertThat(Files.readAllBytes(merged(corrections))).isEqualTo(once);
    }

    @Test
    void a_row_left_blank_is_taken_out_and_one_without_a_number_is_added() throws Exception {
        var more = new HashMap<Integer, String>();
        var line = line("Cá nhân E", "cá nhân", "LĐTT");
        for (int column = 0; column < line.size(); column++) {
            more.put(column, line.get(column).toString());
        }
        more.values().removeIf(String::isEmpty);
        var corrections =
                edited(wrongRows(), Map.of(2, Map.of(), 3, Map.of(6, "LĐTT"), 4, Map.copyOf(more)));

        var rows = new ArrayList<>(rows(merged(corrections), "Danh sách").values());

        assertThat(rows).noneMatch(row -> row.containsValue("Cá nhân B"));
        assertThat(rows.getLast()).containsValue("Cá nhân E");
    }

    @Test
    void what_is_not_from_this_file_is_refused() throws Exception {
        var strange = desk.workbook(book -> Desk.sheet(book, "Danh sách", Desk.LINE_HEADINGS));
        assertThatThrownBy(() -> merged(strange)).isInstanceOf(NotOurs.class);
        int last = Desk.LINE_HEADINGS.size();
        var beyond = edited(wrongRows(), Map.of(2, Map.of(last, "999")));
        assertThatThrownBy(() -> merged(beyond)).isInstanceOf(NotOurs.class);
        var text = desk.bytes("a.xlsx", new byte[] {1, 2, 3});
        assertThatThrownBy(() -> merged(text)).isInstanceOf(NotOurs.class);
    }

    @Test
    void sent_alone_it_is_no_file_of_its_own() throws Exception {
        assertThat(desk.problems(wrongRows()))
                .extracting(Problem::code)
                .contains(ProblemCode.CORRECTIONS_ALONE);
    }

    @Test
    void without_a_mistake_in_a_row_there_is_nothing_to_take_away() {
        assertThatThrownBy(() -> book.extract(file, List.of(), desk.file("trong.xlsx")))
                .isInstanceOf(NotOurs.class);
    }

    @Test
    void the_nearest_value_is_named_beside_what_is_unknown() {
        var near = desk.workbook(b -> Desk.decision(b, line("Cá nhân A", "cá nhơn", "LĐTT")));
        assertThat(desk.problems(near).getFirst().text(Locale.forLanguageTag("vi")))
                .endsWith("Gần nhất: “cá nhân”.");
        assertThat(Nearest.to("rô-bốt", List.of("cá nhân", "tập thể"))).isEmpty();
    }
}

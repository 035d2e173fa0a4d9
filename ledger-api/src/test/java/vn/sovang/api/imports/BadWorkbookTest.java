package vn.sovang.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.api.imports.Desk.CITY;
import static vn.sovang.api.imports.Desk.line;
import static vn.sovang.api.imports.Desk.sheet;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.imports.RecordImport;

/// Workbooks as offices really send them: what can be understood is, the rest is named by sheet,
/// row and column.
class BadWorkbookTest {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @TempDir private Path folder = Path.of("");
    private Desk desk = new Desk(folder);

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder);
    }

    private List<Problem> problems(Desk.Content content) {
        return desk.problems(desk.workbook(content));
    }

    private Problem only(Desk.Content content) {
        var problems = problems(content);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private Reading.Ready ready(Desk.Content content) {
        return desk.ready(desk.workbook(content));
    }

    private static void decisionOn(org.dhatim.fastexcel.Workbook book, Object day) {
        sheet(book, "Quyết định", Desk.DECISION_HEADINGS, List.of("12/QĐ-UBND", day, CITY, ""));
    }

    @Test
    void names_the_sheet_and_the_column_that_is_missing_with_the_headings_it_knows() {
        var problem = only(book -> sheet(book, "Quyết định", List.of("Số QĐ", "Cơ quan ban hành")));
        assertThat(problem.code()).isEqualTo(ProblemCode.COLUMN_MISSING);
        assertThat(problem.sheet()).isEqualTo("Quyết định");
        assertThat(problem.column()).isEqualTo("Ngày ký");
        assertThat(problem.text(VIETNAMESE))
                .isEqualTo(
                        "Trang “Quyết định”, cột “Ngày ký”: thiếu cột này. Các cách ghi tiêu đề"
                                + " được hiểu: Ngày ký; Ngày quyết định; Ngày QĐ; Ngày; Ngày ban"
                                + " hành.");
        assertThat(problem.text(Locale.ENGLISH)).startsWith("Sheet “Quyết định”, column “Ngày ký”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tháng 6",
                "31/02/2024",
                "2024-13-01",
                "5.6.24",
                "05/6/24",
                "2024",
                "06/31/2024"
            })
    void names_text_in_a_date_column_with_its_row_and_value(String text) {
        var problem = only(book -> decisionOn(book, text));
        assertThat(problem)
                .isEqualTo(
                        new Problem(
                                "Quyết định",
                                2,
                                "Ngày ký",
                                text,
                                ProblemCode.NOT_A_DATE,
                                List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5/6/2024", "05/06/2024", "05-06-2024", "2024-06-05", " 05/6/2024\u00A0"})
    void understands_the_dates_that_offices_write(String text) {
        var entries = ready(book -> decisionOn(book, text)).command().entries();
        assertThat(entries.getFirst().effectiveOn()).isEqualTo(LocalDate.of(2024, 6, 5));
    }

    @Test
    void understands_a_real_date_cell_and_not_a_bare_number() {
        var day = LocalDate.of(2024, 6, 5);
        var entries = ready(book -> decisionOn(book, day)).command().entries();
        assertThat(entries.getFirst().effectiveOn()).isEqualTo(day);
        assertThat(only(book -> decisionOn(book, 45_448)).code()).isEqualTo(ProblemCode.NOT_A_DATE);
    }

    @Test
    void refuses_a_date_before_there_were_awards() {
        assertThat(only(book -> decisionOn(book, "05/6/1024")).code())
                .isEqualTo(ProblemCode.DATE_IMPLAUSIBLE);
    }

    @Test
    void finds_the_headings_in_row_five_and_counts_rows_as_the_spreadsheet_does() {
        var problem =
                only(book -> {
                    var sheet = book.newWorksheet("Quyết định");
                    Desk.row(sheet, 1, "ỦY BAN NHÂN DÂN", "", "CỘNG HÒA XÃ HỘI");
                    Desk.row(sheet, 3, "DANH SÁCH QUYẾT ĐỊNH");
                    Desk.row(sheet, 5, Desk.DECISION_HEADINGS.toArray());
                    Desk.row(sheet, 6, "(1)", "(2)", "(3)");
                    Desk.row(sheet, 9, "12/QĐ-UBND", "mai", CITY);
                });
        assertThat(problem.row()).isEqualTo(9);
        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_A_DATE);
    }

    @Test
    void says_when_no_row_has_headings() {
        assertThat(
                        only(book -> sheet(book, "Danh sách", List.of("a", "b"), List.of("c", "d")))
                                .code())
                .isEqualTo(ProblemCode.HEADER_NOT_FOUND);
    }

    @Test
    void says_when_two_columns_mean_the_same() {
        var problem =
                only(book ->
                        sheet(
                                book,
                                "Quyết định",
                                List.of("Số QĐ", "Ngày ký", "Cơ quan ban hành", "SO QUYET DINH")));
        assertThat(problem.code()).isEqualTo(ProblemCode.COLUMN_TWICE);
        assertThat(problem.column()).isEqualTo("SO QUYET DINH");
        assertThat(problem.arguments()).containsExactly("Số QĐ");
    }

    @Test
    void says_which_sheets_it_knows_when_it_knows_none() {
        assertThat(only(book -> sheet(book, "Sheet1", List.of("a"))).text(VIETNAMESE))
                .contains("Tờ trình; Quyết định; Danh sách; Cấp đổi-lại-mới; Khảo sát");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Cấp đổi–lại–mới", "Cấp đổi-lại-mới", "cap_doi_lai_moi", "CẤP ĐỔI LẠI MỚI"})
    void knows_a_sheet_whatever_stands_between_its_words(String name) {
        assertThat(Lexicon.sheet(name)).contains(SheetKind.REISSUES);
    }

    @Test
    void says_when_the_sheets_hold_nothing() {
        assertThat(only(book -> sheet(book, "Quyết định", Desk.DECISION_HEADINGS)).code())
                .isEqualTo(ProblemCode.NO_ROWS);
    }

    @Test
    void reads_hidden_sheets_and_rows_and_says_so() {
        var read =
                ready(book -> {
                    Desk.decision(book, line("A", "cá nhân", "LĐTT"));
                    var sheet =
                            sheet(
                                    book,
                                    "Danh sách 2",
                                    Desk.LINE_HEADINGS,
                                    line("B", "cá nhân", "LĐTT"));
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                    sheet.hideRow(1);
                    sheet.hideColumn(2);
                });
        assertThat(read.summary().events()).containsEntry("award.AwardDecided", 2);
        assertThat(read.notices())
                .extracting(Problem::code)
                .containsExactly(
                        ProblemCode.SHEET_HIDDEN,
                        ProblemCode.ROWS_HIDDEN,
                        ProblemCode.COLUMNS_HIDDEN);
    }

    @Test
    void takes_a_name_in_nfd_as_the_same_name_in_nfc() {
        var name = "Nguyễn Thị Ánh Tuyết";
        ready(book ->
                        Desk.decision(
                                book,
                                line(
                                        Normalizer.normalize(name, Normalizer.Form.NFD),
                                        "cá nhân",
                                        "LĐTT")))
                .command();
        assertThat(desk.sealed.values()).containsExactly("name=" + name);
    }

    @Test
    void folds_spaces_and_line_ends_in_a_name() {
        ready(book -> Desk.decision(book, line("  Đàng\u00A0Năng\n Tom ", "cá nhân", "LĐTT")))
                .command();
        assertThat(desk.sealed.values()).containsExactly("name=Đàng Năng Tom");
    }

    @Test
    void refuses_invisible_characters_and_shows_them() {
        var problem =
                only(book -> Desk.decision(book, line("Nguyễn\u200BVăn A", "cá nhân", "LĐTT")));
        assertThat(problem.code()).isEqualTo(ProblemCode.TEXT_FORBIDDEN);
        assertThat(problem.value()).isEqualTo("Nguyễn[U+200B]Văn A");
        assertThat(problem.row()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo("Họ và tên");
    }

    @Test
    void refuses_text_of_an_old_font() {
        assertThat(
                        only(book -> Desk.decision(book, line("NguyÔn V¨n A", "cá nhân", "LĐTT")))
                                .code())
                .isEqualTo(ProblemCode.LEGACY_FONT);
    }

    @Test
    void refuses_a_text_longer_than_any_name() {
        assertThat(
                        only(book ->
                                        Desk.decision(
                                                book, line("A".repeat(2_001), "cá nhân", "LĐTT")))
                                .code())
                .isEqualTo(ProblemCode.TEXT_TOO_LONG);
    }

    @Test
    void lets_merged_cells_hold_for_all_their_rows() {
        var read =
                ready(book -> {
                    Desk.decision(book);
                    var sheet =
                            sheet(
                                    book,
                                    "Danh sách 2",
                                    Desk.LINE_HEADINGS,
                                    line("A", "cá nhân", "LĐTT"));
                    Desk.row(sheet, 3, "", "", "", "B", "", "cá nhân", "LĐTT");
                    Desk.row(sheet, 4, "", "", "", "C", "", "cá nhân", "LĐTT");
                    for (int column = 0; column < 3; column++) {
                        sheet.range(1, column, 3, column).merge();
                    }
                });
        assertThat(read.summary().events()).containsEntry("award.AwardDecided", 3);
    }

    @Test
    void names_a_formula_without_a_value() {
        var file =
                desk.workbook(book -> {
                    Desk.decision(book, line("A", "cá nhân", "LĐTT"));
                    var sheet = sheet(book, "Danh sách 2", Desk.LINE_HEADINGS);
                    Desk.row(sheet, 2, line("", "cá nhân", "LĐTT").toArray());
                    sheet.formula(1, 3, "UPPER(A1)");
                });
        var problem = desk.problems(file).getFirst();
        assertThat(problem.code()).isEqualTo(ProblemCode.FORMULA_WITHOUT_VALUE);
        assertThat(problem.column()).isEqualTo("Họ và tên");
    }

    @Test
    void leaves_out_totals_pre_numbered_rows_and_unknown_columns_and_says_so() {
        var read =
                ready(book -> {
                    Desk.decision(
                            book,
                            line("A", "cá nhân", "LĐTT"),
                            List.of("", "", 2),
                            List.of("", "", "", "Tổng cộng", "", "1"));
                    sheet(book, "Sheet9", List.of("x"));
                });
        assertThat(read.summary().events()).containsEntry("award.AwardDecided", 1);
        assertThat(read.notices())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(ProblemCode.SHEET_IGNORED, ProblemCode.TOTALS_SKIPPED);
    }

    @Test
    void collects_all_problems_of_a_file_and_stops_showing_at_five_hundred() {
        var lines = new ArrayList<List<?>>();
        for (int i = 0; i < 600; i++) {
            lines.add(line("A" + i, "bạn bè", "LĐTT"));
        }
        var problems = problems(book -> Desk.decision(book, lines.toArray(List<?>[]::new)));
        assertThat(problems).hasSize(Problems.MAX);
        assertThat(problems.getFirst().text(VIETNAMESE))
                .isEqualTo(
                        "Trang “Danh sách”, dòng 2, cột “Phân loại”: giá trị không có trong danh"
                                + " mục. Các giá trị được hiểu: cá nhân; tập thể; hộ gia đình;"
                                + " chưa rõ. [ô ghi: “bạn bè”]");
        assertThat(problems.getLast().code()).isEqualTo(ProblemCode.TOO_MANY_PROBLEMS);
        assertThat(problems.getLast().arguments()).containsExactly("499", "101");
    }

    @Test
    void seals_nothing_of_a_file_with_problems() {
        problems(book -> Desk.decision(book, line("A", "cá nhân", "LĐTT"), line("B", "?", "LĐTT")));
        assertThat(desk.sealed).isEmpty();
    }

    @Test
    void names_the_lines_of_a_decision_that_no_header_has() {
        var problem =
                only(book ->
                        sheet(book, "Danh sách", Desk.LINE_HEADINGS, line("A", "cá nhân", "LĐTT")));
        assertThat(problem.code()).isEqualTo(ProblemCode.DECISION_UNKNOWN);
        assertThat(problem.row()).isEqualTo(2);
    }

    @Test
    void names_two_rows_that_give_one_recipient_two_names() {
        var problem =
                only(book ->
                        sheet(
                                book,
                                "Tờ trình",
                                Desk.LIST_HEADINGS,
                                nominated("CN1", "Lê Hòa", "D1"),
                                nominated("CN1", "Lê Hoà", "D2"),
                                nominated("CN1", "Lê Hoa", "D3")));
        assertThat(problem.code()).isEqualTo(ProblemCode.RECIPIENT_DIFFERS);
        assertThat(problem.row()).as("Hòa and Hoà are one name, Hoa is another").isEqualTo(4);
    }

    private static List<Object> nominated(String key, String name, String nomination) {
        return List.of(
                "1/TTr-UBND",
                "05/6/2024",
                CITY,
                "",
                1,
                key,
                name,
                "cá nhân",
                "Bằng khen UBND tỉnh",
                nomination);
    }

    @Test
    void names_a_nomination_that_one_body_sends_twice() {
        assertThat(
                        only(book ->
                                        sheet(
                                                book,
                                                "Tờ trình",
                                                Desk.LIST_HEADINGS,
                                                nominated("CN1", "A", "D1"),
                                                nominated("CN1", "A", "D1")))
                                .code())
                .isEqualTo(ProblemCode.NOMINATION_SENT_TWICE);
    }

    @Test
    void counts_5001_events_and_leaves_the_refusal_to_the_ledger() {
        // One decision, 2,499 lines and their recipients, and the completion: 5,000.
        var lines =
                new ArrayList<List<?>>(
                        IntStream.range(0, 2_499)
                                .mapToObj(i -> line("Cá nhân " + i, "cá nhân", "LĐTT"))
                                .toList());
        var full = ready(book -> Desk.decision(book, lines.toArray(List<?>[]::new)));
        assertThat(full.summary().appended()).isEqualTo(RecordImport.MAX_EVENTS);
        assertThat(full.command().entries()).hasSize(RecordImport.MAX_EVENTS - 1);

        lines.set(
                0, List.of("12/QĐ-UBND", "05/6/2024", 1, "A", "", "cá nhân", "LĐTT", "Trường mới"));
        var over = desk.workbook(book -> Desk.decision(book, lines.toArray(List<?>[]::new)));
        assertThat(desk.ready(over).summary().appended()).isEqualTo(RecordImport.MAX_EVENTS + 1);
        assertThat(desk.decide(over).toString()).contains("IMPORT_TOO_LARGE", "5001");
    }

    @ParameterizedTest
    @CsvSource({
        "LĐTT, LDTT, NONE",
        "lao dong tien tien, LDTT, NONE",
        "CSTĐCS, CSTD_CO_SO, NONE",
        "Chiến sỹ thi đua cơ sở, CSTD_CO_SO, NONE",
        "BMVNAH, DH_BMVNAH, NONE",
        "Giấy khen, GK_HUYEN, NONE",
        "Huân chương Lao động hạng 3, HC_LAO_DONG, HANG_BA",
        "HCLĐ hạng Nhất, HC_LAO_DONG, HANG_NHAT",
        "HC_LAO_DONG, HC_LAO_DONG, KHONG_RO",
        "Huân chương lao động hạng II, HC_LAO_DONG, HANG_NHI"
    })
    void knows_awards_by_what_offices_call_them(String text, String code, String rank) {
        var decided =
                ready(book -> Desk.decision(book, line("A", "cá nhân", text)))
                        .command()
                        .entries()
                        .getLast();
        var award = ((AwardDecided) decided.event()).line();
        assertThat(award.award().value()).isEqualTo(code);
        assertThat(award.rank()).hasToString(rank);
    }

    @Test
    void names_an_award_that_the_catalogue_does_not_have() {
        var problem = only(book -> Desk.decision(book, line("A", "cá nhân", "Giải vàng")));
        assertThat(problem.code()).isEqualTo(ProblemCode.AWARD_UNKNOWN);
        assertThat(problem.value()).isEqualTo("Giải vàng");
    }
}

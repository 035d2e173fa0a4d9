package vn.sovang.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.api.imports.Heading.*;
import static vn.sovang.api.imports.ProblemCode.*;
import static vn.sovang.api.imports.SheetKind.*;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One workbook, one mistake a row, more than fifty kinds of them: each is reported with sheet,
/// row, column and reason, nothing besides, and no name is sealed.
class FiftyMistakesTest {
    private static final String LONG = "x".repeat(3_000);

    /// Rows without a mistake, on which the others lean.
    private static final List<Row> GOOD =
            List.of(
                    Row.of(DECISIONS),
                    Row.of(DECISIONS).with(DECISION_NUMBER, "13/QĐ-UBND"),
                    Row.of(DECISIONS)
                            .with(DECISION_NUMBER, "13/QĐ-UBND")
                            .with(AUTHORITY, "UBND tỉnh Ninh Thuận"),
                    Row.of(LINES),
                    Row.of(LISTS),
                    Row.of(LISTS).with(NOMINATION_KEY, "D1"),
                    Row.of(REISSUES),
                    Row.of(SURVEYS));

    /// What is wrong, and where that is said.
    private static final List<Row> WRONG =
            List.of(
                    Row.of(LINES).with(DECISION_NUMBER, "").wrong(DECISION_NUMBER, VALUE_MISSING),
                    Row.of(LINES).with(DATE, "").wrong(DATE, VALUE_MISSING),
                    Row.of(LINES).with(NAME, "").wrong(NAME, VALUE_MISSING),
                    Row.of(LINES).with(KIND, "").wrong(KIND, VALUE_MISSING),
                    Row.of(LINES).with(AWARD, "").wrong(AWARD, VALUE_MISSING),
                    Row.of(LINES).with(DATE, "05/6/24").wrong(DATE, NOT_A_DATE),
                    Row.of(LINES).with(DATE, "31/02/2024").wrong(DATE, NOT_A_DATE),
                    Row.of(LINES).with(DATE, "5 tháng Sáu 2024").wrong(DATE, NOT_A_DATE),
                    Row.of(LINES).with(DATE, "2024").wrong(DATE, NOT_A_DATE),
                    Row.of(LINES).with(DATE, "01/01/1930").wrong(DATE, DATE_IMPLAUSIBLE),
                    Row.of(LINES)
                            .with(DECISION_NUMBER, LocalDate.of(2024, 6, 12))
                            .wrong(DECISION_NUMBER, DATE_WHERE_TEXT),
                    Row.of(LINES)
                            .with(NAME, LocalDate.of(2024, 6, 12))
                            .wrong(NAME, DATE_WHERE_TEXT),
                    Row.of(LINES).with(NAME, LONG).wrong(NAME, TEXT_TOO_LONG),
                    Row.of(LINES).with(NAME, "Cá nhân \u202EB").wrong(NAME, TEXT_FORBIDDEN),
                    Row.of(LINES).with(NAME, "NguyÔn V¨n B").wrong(NAME, LEGACY_FONT),
                    Row.of(LINES)
                            .with(NAME, new Formula("CONCATENATE(\"a\",\"b\")"))
                            .wrong(NAME, FORMULA_WITHOUT_VALUE),
                    Row.of(LINES).with(KIND, "rô-bốt").wrong(KIND, VALUE_UNKNOWN),
                    Row.of(LINES).with(KIND, "chưa rõ").wrong(KIND, VALUE_UNKNOWN),
                    Row.of(LINES).with(RANK, "hạng Mười").wrong(RANK, VALUE_UNKNOWN),
                    Row.of(LINES).with(MODE, "cho mượn").wrong(MODE, VALUE_UNKNOWN),
                    Row.of(LINES).with(COMMENDATION, "kỳ lạ").wrong(COMMENDATION, VALUE_UNKNOWN),
                    Row.of(LINES).with(AWARD, "Giải vàng").wrong(AWARD, AWARD_UNKNOWN),
                    Row.of(LINES)
                            .with(AWARD, "Huân chương Lao động hạng Ba")
                            .with(RANK, "hạng Nhất")
                            .wrong(RANK, RANK_DIFFERS),
                    Row.of(LINES)
                            .with(DECISION_NUMBER, "99/QĐ-UBND")
                            .wrong(DECISION_NUMBER, DECISION_UNKNOWN),
                    Row.of(LINES)
                            .with(DECISION_NUMBER, "13/QĐ-UBND")
                            .with(AUTHORITY, "")
                            .wrong(DECISION_NUMBER, DECISION_AMBIGUOUS),
                    Row.of(LINES)
                            .with(NOMINATION_KEY, "D-không-có")
                            .wrong(NOMINATION_KEY, NOMINATION_UNKNOWN),
                    Row.of(LINES)
                            .with(NOMINATION_KEY, "D0")
                            .with(NAME, "Cá nhân 0")
                            .with(RECIPIENT_KEY, "CN0")
                            .with(AWARD, "Giấy khen")
                            .wrong(NOMINATION_KEY, NOMINATION_DIFFERS),
                    Row.of(LINES)
                            .with(RECIPIENT_KEY, "CN0")
                            .with(NAME, "Cá nhân khác")
                            .wrong(NAME, RECIPIENT_DIFFERS),
                    Row.of(LINES)
                            .with(RECIPIENT_KEY, "CN0")
                            .with(NAME, "Cá nhân 0")
                            .with(KIND, "tập thể")
                            .with(AWARD, "Giấy khen")
                            .wrong(NAME, RECIPIENT_DIFFERS),
                    Row.of(LISTS)
                            .with(NOMINATION_KEY, "D2")
                            .with(WITHDRAWN, "x")
                            .wrong(WITHDRAWN, NOMINATION_SENT_AND_WITHDRAWN),
                    Row.of(LISTS)
                            .with(NOMINATION_KEY, "D1")
                            .wrong(NOMINATION_KEY, NOMINATION_SENT_TWICE),
                    Row.of(LISTS)
                            .with(NOMINATION_KEY, "D1")
                            .with(FROM, "UBND tỉnh Ninh Thuận")
                            .with(AWARD, "CSTĐCS")
                            .wrong(NOMINATION_KEY, NOMINATION_DIFFERS),
                    Row.of(LISTS)
                            .with(NOMINATION_KEY, "D3")
                            .with(TO, "Bộ Nội vụ")
                            .wrong(TO, RECEIVER_DIFFERS),
                    Row.of(LISTS)
                            .with(NOMINATION_KEY, "D4")
                            .with(AS_FOUND, LONG)
                            .wrong(AS_FOUND, TEXT_TOO_LONG),
                    Row.of(REISSUES).with(REQUEST, "").wrong(REQUEST, VALUE_MISSING),
                    Row.of(REISSUES).with(REQUEST, "mua lại").wrong(REQUEST, VALUE_UNKNOWN),
                    Row.of(REISSUES).with(ARTIFACT, "cái mũ").wrong(ARTIFACT, VALUE_UNKNOWN),
                    Row.of(REISSUES)
                            .with(REQUEST, "cấp mới")
                            .with(READING, "đoán")
                            .wrong(READING, VALUE_UNKNOWN),
                    Row.of(REISSUES)
                            .with(READING, "khen mới")
                            .wrong(READING, READING_NOT_APPLICABLE),
                    Row.of(REISSUES)
                            .with(SUGGESTED_READING, "đoán")
                            .wrong(SUGGESTED_READING, VALUE_UNKNOWN),
                    Row.of(REISSUES).with(FROM, "").wrong(FROM, VALUE_MISSING),
                    Row.of(REISSUES).with(DATE, "hôm qua").wrong(DATE, NOT_A_DATE),
                    Row.of(SHEETS)
                            .with(LETTER_NUMBER, "1/UBND-NV")
                            .wrong(LETTER_NUMBER, CAMPAIGN_UNKNOWN),
                    Row.of(SHEETS).with(CONDITION, "").wrong(CONDITION, VALUE_MISSING),
                    Row.of(SHEETS).with(CONDITION, "lạ").wrong(CONDITION, VALUE_UNKNOWN),
                    Row.of(SHEETS).with(PRESENT, "có lẽ").wrong(PRESENT, VALUE_UNKNOWN),
                    Row.of(SHEETS).with(PRESENT, "không").wrong(PRESENT, PRESENCE_DIFFERS),
                    Row.of(SHEETS)
                            .with(LIFE, "còn sống")
                            .with(DIED, "2020")
                            .wrong(DIED, ALIVE_AND_DEAD),
                    Row.of(SHEETS).with(LIFE, "có lẽ").wrong(LIFE, VALUE_UNKNOWN),
                    Row.of(SHEETS)
                            .with(NO_DECISION, "x")
                            .with(RECIPIENT_KEY, "M1")
                            .with(AWARD_DECISION_DATE, "")
                            .with(AUTHORITY, "")
                            .wrong(DECISION_NUMBER, DECISION_FOUND_AND_NOT),
                    Row.of(SHEETS).with(RELATION, "hàng xóm xa").wrong(RELATION, VALUE_UNKNOWN),
                    Row.of(SHEETS)
                            .with(RELATION, "con")
                            .with(KEEPER, "Cá nhân K")
                            .wrong(KEPT_UNTIL, VALUE_MISSING),
                    Row.of(SHEETS)
                            .with(RELATION, "con")
                            .with(KEEPER_ADDRESS, "Khu phố 1")
                            .wrong(KEEPER, VALUE_MISSING),
                    Row.of(SHEETS)
                            .with(RELATION, "con")
                            .with(KEEPER, "Cá nhân K")
                            .with(KEPT_UNTIL, "mãi mãi")
                            .wrong(KEPT_UNTIL, NOT_A_DATE),
                    Row.of(SHEETS).with(ARTIFACT, "").wrong(ARTIFACT, VALUE_MISSING),
                    Row.of(SHEETS)
                            .with(NO_DECISION, "x")
                            .with(DECISION_NUMBER, "")
                            .with(AWARD_DECISION_DATE, "")
                            .with(AUTHORITY, "")
                            .wrong(RECIPIENT_KEY, VALUE_MISSING));

    @TempDir private Path folder = Path.of("");

    /// A formula nobody has calculated.
    private record Formula(String text) {}

    /// A row, and where something is wrong with it.
    private record Row(
            SheetKind kind,
            Map<Heading, Object> cells,
            @Nullable Heading column,
            @Nullable ProblemCode code) {
        static Row of(SheetKind kind) {
            return new Row(kind, usual(kind), null, null);
        }

        Row with(Heading heading, Object value) {
            var all = new HashMap<>(cells);
            all.put(heading, value);
            return new Row(kind, all, column, code);
        }

        Row wrong(Heading where, ProblemCode what) {
            return new Row(kind, cells, where, what);
        }
    }

    private static Map<Heading, Object> usual(SheetKind kind) {
        var city = Desk.CITY;
        return switch (kind) {
            case DECISIONS ->
                    Map.of(DECISION_NUMBER, "12/QĐ-UBND", DATE, "05/6/2024", AUTHORITY, city);
            case LINES ->
                    Map.of(
                            DECISION_NUMBER, "12/QĐ-UBND",
                            DATE, "05/6/2024",
                            NAME, "Cá nhân A",
                            KIND, "cá nhân",
                            AWARD, "LĐTT");
            case LISTS ->
                    Map.of(
                            LIST_NUMBER, "5/TTr-UBND",
                            DATE, "02/5/2024",
                            FROM, city,
                            TO, "UBND tỉnh Ninh Thuận",
                            RECIPIENT_KEY, "CN0",
                            NAME, "Cá nhân 0",
                            KIND, "cá nhân",
                            AWARD, "LĐTT",
                            NOMINATION_KEY, "D0");
            case REISSUES ->
                    Map.of(
                            LIST_NUMBER, "7/DS-UBND",
                            DATE, "02/5/2024",
                            FROM, city,
                            NAME, "Cá nhân R",
                            AWARD, "BMVNAH",
                            ARTIFACT, "huy hiệu",
                            REQUEST, "cấp đổi");
            case SURVEYS ->
                    Map.of(
                            LETTER_NUMBER, "352/UBND-NV",
                            DATE, "22/01/2024",
                            UNIT, city,
                            AWARD, "BMVNAH",
                            SUBJECT, "khảo sát hiện vật");
            case SHEETS ->
                    Map.of(
                            LETTER_NUMBER, "352/UBND-NV",
                            DATE, "02/5/2024",
                            UNIT, city,
                            NAME, "Mẹ A",
                            DECISION_NUMBER, "300 KT/CTN",
                            AWARD_DECISION_DATE, "17/12/1994",
                            AUTHORITY, "Chủ tịch nước",
                            ARTIFACT, "huy hiệu",
                            CONDITION, "còn tốt");
            case ORIGIN -> Map.of();
        };
    }

    @Test
    void each_of_them_is_reported_with_its_place_and_nothing_is_stored() {
        assertThat(WRONG).hasSizeGreaterThanOrEqualTo(50);
        assertThat(WRONG.stream().map(w -> w.kind() + " " + w.column() + " " + w.cells()))
                .as("kinds")
                .doesNotHaveDuplicates();
        var expected = new ArrayList<String>();
        var desk = new Desk(folder);
        var file = desk.workbook(book -> write(book, expected));

        var problems = desk.problems(file);

        assertThat(problems.stream().map(FiftyMistakesTest::place))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(problems)
                .allSatisfy(problem -> {
                    assertThat(problem.text(Locale.ROOT)).isNotBlank();
                    assertThat(problem.text(Locale.ENGLISH)).isNotBlank();
                });
        assertThat(desk.sealed).isEmpty();
    }

    private static String place(Problem problem) {
        return problem.sheet()
                + " "
                + problem.row()
                + " “"
                + problem.column()
                + "” "
                + problem.code();
    }

    private static void write(Workbook book, List<String> expected) {
        var sheets = new EnumMap<SheetKind, Worksheet>(SheetKind.class);
        var next = new EnumMap<SheetKind, Integer>(SheetKind.class);
        var all = new ArrayList<>(GOOD);
        all.addAll(WRONG);
        for (var row : all) {
            var sheet =
                    sheets.computeIfAbsent(
                            row.kind(),
                            kind -> headed(book.newWorksheet(Lexicon.sheetName(kind)), kind));
            int number = next.merge(row.kind(), 2, (n, _) -> n + 1);
            var headings = row.kind().headings();
            for (int column = 0; column < headings.size(); column++) {
                put(sheet, number, column, row.cells().getOrDefault(headings.get(column), ""));
            }
            if (row.column() != null) {
                expected.add(
                        Lexicon.sheetName(row.kind())
                                + " "
                                + number
                                + " “"
                                + Lexicon.caption(row.kind(), row.column())
                                + "” "
                                + row.code());
            }
        }
    }

    private static Worksheet headed(Worksheet sheet, SheetKind kind) {
        var captions = kind.headings().stream().map(h -> Lexicon.caption(kind, h)).toList();
        Desk.row(sheet, 1, captions.toArray());
        return sheet;
    }

    private static void put(Worksheet sheet, int number, int column, Object value) {
        switch (value) {
            case Formula formula -> sheet.formula(number - 1, column, formula.text());
            case LocalDate day -> {
                sheet.value(number - 1, column, day);
                sheet.style(number - 1, column).format("dd/mm/yyyy").set();
            }
            case String text when text.isEmpty() -> {}
            default -> sheet.value(number - 1, column, value.toString());
        }
    }
}

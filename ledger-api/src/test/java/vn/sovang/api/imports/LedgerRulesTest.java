package vn.sovang.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.api.imports.Desk.CITY;
import static vn.sovang.api.imports.Desk.line;
import static vn.sovang.api.imports.Desk.sheet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.decider.Outcome.Accepted;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.founding.ReferenceData;
import vn.sovang.vocabulary.UnitLevel;

/// What comes of rows once the ledger's rules have them.
class LedgerRulesTest {
    @TempDir private Path folder = Path.of("");
    private Desk desk = new Desk(folder);

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder);
    }

    @Test
    void refuses_a_household_with_an_award_for_individuals_by_sheet_and_row() {
        var outcome =
                desk.decide(
                        desk.workbook(book ->
                                Desk.decision(
                                        book,
                                        line("A", "cá nhân", "LĐTT"),
                                        line("Hộ ông B", "hộ gia đình", "LĐTT"))));
        var refused = (Refused) outcome;
        assertThat(refused.code()).isEqualTo(RefusalCode.IMPORT_REJECTED);
        assertThat(refused.details()).hasSize(1);
        assertThat(refused.details().getFirst().code())
                .isEqualTo(RefusalCode.RECIPIENT_KIND_NOT_ALLOWED);
        assertThat(refused.details().getFirst().arguments())
                .contains(
                        Map.entry("sheet", "Danh sách"),
                        Map.entry("row", "3"),
                        Map.entry("column", "Danh hiệu/Hình thức"));
    }

    @Test
    void keeps_that_household_as_found_where_the_row_gives_a_reason() {
        var outcome =
                desk.decide(
                        desk.workbook(book ->
                                Desk.decision(
                                        book,
                                        line(
                                                "Hộ ông B",
                                                "hộ gia đình",
                                                "LĐTT",
                                                "QĐ ghi như vậy"))));
        var decided =
                ((Accepted) outcome)
                        .facts().stream().filter(f -> f.event() instanceof AwardDecided).toList();
        assertThat(decided).hasSize(1);
        var found = Objects.requireNonNull(decided.getFirst().asFound());
        assertThat(found.rule()).isEqualTo("RECIPIENT_KIND_NOT_ALLOWED");
        assertThat(found.secondPerson()).isEqualTo("u2");
    }

    @ParameterizedTest
    @CsvSource({"2024-06-05, HUYEN", "2026-01-05, TINH"})
    void takes_a_name_that_two_units_bear_for_the_one_of_that_day(String day, UnitLevel parent) {
        var entries =
                desk.ready(
                                desk.workbook(book -> {
                                    sheet(
                                            book,
                                            "Quyết định",
                                            Desk.DECISION_HEADINGS,
                                            List.of("1/QĐ-UBND", day, "UBND P. Đô Vinh"));
                                    sheet(
                                            book,
                                            "Danh sách",
                                            Desk.LINE_HEADINGS,
                                            List.of(
                                                    "1/QĐ-UBND",
                                                    day,
                                                    1,
                                                    "A",
                                                    "",
                                                    "cá nhân",
                                                    "Giấy khen"));
                                }))
                        .command()
                        .entries();
        var award = (AwardDecided) entries.getLast().event();
        assertThat(award.line().award().value()).isEqualTo("GK_XA");
        var unit =
                ReferenceData.units().stream()
                        .filter(u -> u.unit().equals(award.key().authority()))
                        .findFirst()
                        .orElseThrow();
        assertThat(unit.name()).isEqualTo("phường Đô Vinh");
        assertThat(
                        ReferenceData.units().stream()
                                .filter(u -> u.unit().equals(unit.parent()))
                                .findFirst()
                                .orElseThrow()
                                .level())
                .isEqualTo(parent);
    }

    @Test
    void registers_a_unit_that_nobody_has_matched_once_and_says_so() {
        var read =
                desk.ready(
                        desk.workbook(book ->
                                Desk.decision(
                                        book,
                                        List.of(
                                                "12/QĐ-UBND",
                                                "05/6/2024",
                                                1,
                                                "A",
                                                "1980",
                                                "CN",
                                                "LĐTT",
                                                "Trường THCS Lê Hồng Phong"),
                                        List.of(
                                                "12/QĐ-UBND",
                                                "05/6/2024",
                                                2,
                                                "B",
                                                1981,
                                                "CN",
                                                "LĐTT",
                                                "trường THCS  Lê Hồng Phong"))));
        assertThat(read.summary().newUnits()).isEqualTo(1);
        var unit = (UnitRegistered) read.command().entries().getFirst().event();
        assertThat(unit.name()).isEqualTo("Trường THCS Lê Hồng Phong");
        assertThat(unit.reconciled()).isFalse();
        assertThat(unit.level()).isEqualTo(UnitLevel.CO_SO);
        assertThat(read.notices()).extracting(Problem::code).containsExactly(ProblemCode.UNIT_NEW);
        assertThat(desk.sealed.values())
                .containsExactlyInAnyOrder("name=A; birth=1980", "name=B; birth=1981");
    }

    @Test
    void does_not_take_one_ward_for_another_of_similar_name() {
        var read =
                desk.ready(
                        desk.workbook(book ->
                                sheet(
                                        book,
                                        "Quyết định",
                                        Desk.DECISION_HEADINGS,
                                        List.of("1/QĐ-UBND", "05/6/2024", "UBND phường Phú Hà"))));
        assertThat(read.notices())
                .extracting(Problem::code)
                .contains(ProblemCode.UNIT_NEW, ProblemCode.DECISION_WITHOUT_LINES);
    }

    @Test
    void joins_a_nomination_of_the_file_with_the_line_that_answers_it() {
        var entries =
                desk.ready(
                                desk.workbook(book -> {
                                    sheet(
                                            book,
                                            "Tờ trình",
                                            Desk.LIST_HEADINGS,
                                            List.of(
                                                    "",
                                                    "03/6/2024",
                                                    CITY,
                                                    "",
                                                    1,
                                                    "",
                                                    "Lê Hòa",
                                                    "cá nhân",
                                                    "LĐTT",
                                                    "D1"));
                                    Desk.decision(
                                            book,
                                            List.of(
                                                    "12/QĐ-UBND",
                                                    "05/6/2024",
                                                    1,
                                                    "Lê Hoà",
                                                    "",
                                                    "cá nhân",
                                                    "LDTT",
                                                    "",
                                                    "D1"));
                                }))
                        .command()
                        .entries();
        assertThat(entries).hasSize(4);
        var filed = (NominationFiled) entries.get(1).event();
        var decided = (AwardDecided) entries.get(3).event();
        assertThat(decided.nomination()).isEqualTo(filed.nomination());
        assertThat(decided.line().recipient()).isEqualTo(filed.line().recipient());
    }

    @Test
    void keeps_the_decision_of_an_old_award_beside_the_case_and_no_reason() {
        var read =
                desk.ready(
                        desk.workbook(book ->
                                sheet(
                                        book,
                                        "Cấp đổi–lại–mới",
                                        List.of(
                                                "Số danh sách",
                                                "Ngày",
                                                "Cơ quan trình",
                                                "Họ tên",
                                                "Quê quán",
                                                "Hình thức, hạng",
                                                "Loại hiện vật",
                                                "Loại đề nghị",
                                                "Số QĐ",
                                                "Ngày QĐ",
                                                "Lý do"),
                                        List.of(
                                                "9/DS-UBND",
                                                "05/6/2024",
                                                CITY,
                                                "Bà C",
                                                "Ninh Hải",
                                                "Huân chương Kháng chiến chống Mỹ hạng Nhì",
                                                "huân chương",
                                                "cấp lại",
                                                "123 KT/CTN",
                                                "1985",
                                                "Nhà bà C bị cháy"))));
        var entries = read.command().entries();
        var requested =
                entries.stream()
                        .filter(e -> e.event() instanceof ReissueRequested)
                        .toList()
                        .getFirst();
        assertThat(requested.provenance().note())
                .isEqualTo(
                        "Cấp đổi–lại–mới, dòng 2; hạng Nhì; theo quyết định số 123 KT/CTN; ngày ký"
                                + " 1985");
        assertThat(entries.toString()).doesNotContain("cháy", "Bà C", "Ninh Hải");
        assertThat(read.notices())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.TEXT_NOT_KEPT);
        assertThat(desk.sealed.values()).containsExactly("name=Bà C; residence=Ninh Hải");
    }

    @Test
    void refuses_a_decision_of_a_body_that_was_no_more_unless_kept_as_found() {
        var outcome =
                desk.decide(
                        desk.workbook(book ->
                                sheet(
                                        book,
                                        "Quyết định",
                                        Desk.DECISION_HEADINGS,
                                        List.of("1/QĐ-UBND", "05/8/2025", CITY))));
        assertThat(((Refused) outcome).details().getFirst().code())
                .isEqualTo(RefusalCode.UNIT_DID_NOT_EXIST);
    }
}

package vn.sovang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Ledger;
import vn.sovang.api.Intake.Result;
import vn.sovang.api.imports.Problem;
import vn.sovang.api.imports.ProblemCode;
import vn.sovang.api.imports.Submission;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Actor;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.rule.Survey;
import vn.sovang.survey.SurveyCommand.CloseSurveyCampaign;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.ReissueKind;

/// Survey sheets of Heroic Mothers by workbook, against a whole ledger: what a row means is found,
/// and what it does not say is never concluded.
class SurveySheetsTest {
    private static final String CITY = "UBND thành phố Phan Rang - Tháp Chàm";
    private static final String PRESIDENT = "Chủ tịch nước";
    private static final String TITLE = "Bà mẹ Việt Nam anh hùng";
    private static final String LETTER = "352/UBND-NV";

    @TempDir private Path folder = Path.of("");
    private TestLedger test;
    private int files;

    @BeforeEach
    void openWithThreeMothersAndASurvey() {
        test = TestLedger.open(TestDatabase.freshSettings(), folder);
        assertThat(take(this::oldList)).isInstanceOf(Result.Done.class);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private Ledger ledger() {
        return test.ledger();
    }

    private void oldList(Workbook book) {
        write(
                book,
                "Quyết định",
                List.of("Số quyết định", "Ngày ký", "Cơ quan ban hành"),
                List.of("394/QĐ-CTN", "17/12/1994", PRESIDENT));
        write(
                book,
                "Danh sách",
                List.of(
                        "Số quyết định",
                        "Ngày ký",
                        "Họ và tên",
                        "Năm sinh",
                        "Phân loại",
                        "Danh hiệu",
                        "Tặng/Truy tặng"),
                mother("Người nhận Một", "1920"),
                mother("Người nhận Hoà", "1921"),
                mother("Người nhận Trùng", ""),
                mother("Người nhận Trùng", ""));
        write(
                book,
                "Khảo sát",
                List.of("Số công văn", "Ngày", "Cơ quan", "Danh hiệu", "Nội dung"),
                List.of(LETTER, "22/01/2024", CITY, TITLE, "khảo sát hiện vật"));
    }

    private static List<Object> mother(String name, String birth) {
        return List.of("394/QĐ-CTN", "17/12/1994", name, birth, "cá nhân", TITLE, "tặng");
    }

    private static void write(Workbook book, String name, List<?>... rows) {
        var sheet = book.newWorksheet(name);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].size(); column++) {
                var cell = rows[row].get(column).toString();
                if (!cell.isEmpty()) {
                    sheet.value(row, column, cell);
                }
            }
        }
    }

    /// A row about the first mother's badge, changed as told: column, text, column, text …
    private static Map<String, String> row(String... changes) {
        var row = new LinkedHashMap<String, String>();
        row.put("Số công văn", LETTER);
        row.put("Cơ quan khảo sát", CITY);
        row.put("Ngày khảo sát", "01/3/2024");
        row.put("Phường/xã", "");
        row.put("Mã đối tượng", "");
        row.put("Họ và tên mẹ", "Người nhận Một");
        row.put("Năm sinh", "1920");
        row.put("Còn sống/Đã mất", "còn sống");
        row.put("Ngày mất", "");
        row.put("Số quyết định", "394/QĐ-CTN");
        row.put("Ngày quyết định", "17/12/1994");
        row.put("Cơ quan ban hành quyết định", PRESIDENT);
        row.put("Tặng/Truy tặng", "tặng");
        row.put("Không tìm thấy quyết định", "");
        row.put("Người khác cùng tên", "");
        row.put("Loại hiện vật", "huy hiệu");
        row.put("Có/Không", "có");
        row.put("Tình trạng", "hư hỏng");
        row.put("Đề nghị", "cấp đổi");
        row.put("Quan hệ", "con gái");
        row.put("Người giữ", "Người liên hệ Một");
        row.put("Địa chỉ", "khu phố 1");
        row.put("Lưu thông tin người giữ đến", "31/12/2030");
        row.put("Người khảo sát", "Cán bộ Một");
        row.put("Ghi nhận như văn bản", "");
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(row).containsKey(changes[i]);
            row.put(changes[i], changes[i + 1]);
        }
        return row;
    }

    private static Map<String, String> unfound(String name, String... changes) {
        var row =
                row(
                        "Họ và tên mẹ", name,
                        "Mã đối tượng", "M9",
                        "Số quyết định", "",
                        "Ngày quyết định", "",
                        "Không tìm thấy quyết định", "x");
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        return row;
    }

    @SafeVarargs
    private static void sheets(Workbook book, Map<String, String>... rows) {
        var all = new ArrayList<List<?>>();
        all.add(List.copyOf(row().keySet()));
        for (var row : rows) {
            all.add(List.copyOf(row.values()));
        }
        write(book, "Phiếu khảo sát", all.toArray(List<?>[]::new));
    }

    private interface Content {
        void write(Workbook book);
    }

    private Result take(Content content) {
        return new Intake(ledger()).record(file(content), submission(), _ -> {});
    }

    private Path file(Content content) {
        var file = folder.resolve("tep-%d.xlsx".formatted(++files));
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", null)) {
            content.write(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static Submission submission() {
        var now = Instant.parse("2026-11-22T02:00:00Z");
        return new Submission(new Actor("u1", "CLERK", null), now, "u2", false);
    }

    private <E extends LedgerEvent> List<E> all(Class<E> type) {
        var query = new TagQuery(Set.of(), Set.of(EventCatalogue.nameOf(type)));
        return ledger().read(Set.of(query)).stream().map(r -> type.cast(r.fact().event())).toList();
    }

    @Test
    void a_row_is_about_the_line_of_the_decision_it_names() {
        var done =
                take(book ->
                        sheets(
                                book,
                                row(),
                                row(
                                        "Loại hiện vật",
                                        "bằng",
                                        "Tình trạng",
                                        "tốt",
                                        "Đề nghị",
                                        "không"),
                                // The tone mark stands elsewhere, and a title before the name.
                                row(
                                        "Họ và tên mẹ",
                                        "Mẹ Người nhận Hòa",
                                        "Năm sinh",
                                        "",
                                        "Có/Không",
                                        "không",
                                        "Tình trạng",
                                        "chưa nhận",
                                        "Đề nghị",
                                        "cấp mới",
                                        "Quan hệ",
                                        "",
                                        "Người giữ",
                                        "",
                                        "Địa chỉ",
                                        "")));

        assertThat(done).isInstanceOf(Result.Done.class);
        var lines = all(AwardDecided.class);
        var seen = all(ItemSurveyed.class);
        assertThat(seen)
                .extracting(ItemSurveyed::award)
                .containsExactly(lines.get(0).award(), lines.get(0).award(), lines.get(1).award());
        assertThat(seen)
                .extracting(ItemSurveyed::recipient)
                .containsExactly(
                        lines.get(0).line().recipient(),
                        lines.get(0).line().recipient(),
                        lines.get(1).line().recipient());
        assertThat(all(RecipientRegistered.class)).as("nobody is registered again").hasSize(4);
        var badge = seen.getFirst();
        assertThat(badge.kind()).isEqualTo(ArtifactKind.HUY_HIEU);
        assertThat(badge.origin()).isEqualTo(ItemOrigin.KHAO_SAT);
        assertThat(badge.condition()).isEqualTo(ArtifactCondition.HU_HONG);
        assertThat(badge.life()).isEqualTo(LifeStatus.ALIVE);
        assertThat(badge.proposed()).isEqualTo(ReissueKind.EXCHANGE);
        assertThat(seen.get(1).proposed()).isNull();
        assertThat(seen.get(2).artifact()).isNull();
    }

    @Test
    void an_item_that_the_ledger_has_is_that_item_in_a_later_survey() {
        take(book -> sheets(book, row()));
        var first = all(ItemSurveyed.class).getFirst();
        var done =
                take(book -> {
                    write(
                            book,
                            "Khảo sát",
                            List.of("Số công văn", "Ngày", "Cơ quan", "Danh hiệu", "Nội dung"),
                            List.of("99/UBND-NV", "05/01/2025", CITY, TITLE, "khảo sát lại"));
                    sheets(
                            book,
                            row(
                                    "Số công văn", "99/UBND-NV",
                                    "Ngày khảo sát", "10/02/2025",
                                    "Có/Không", "không",
                                    "Tình trạng", "mất",
                                    "Đề nghị", "cấp lại"));
                });

        assertThat(done).isInstanceOf(Result.Done.class);
        var second = all(ItemSurveyed.class).getLast();
        assertThat(second.artifact()).isEqualTo(first.artifact());
        assertThat(second.origin()).isEqualTo(ItemOrigin.CAP_PHAT);
        assertThat(second.campaign()).isNotEqualTo(first.campaign());
    }

    @Test
    void who_keeps_it_is_a_subject_of_their_own_and_no_name_is_stored_in_clear() {
        take(book -> sheets(book, row(), row("Loại hiện vật", "bằng")));

        var contacts = all(ContactRecorded.class);
        assertThat(contacts).as("one keeper of two items").hasSize(1);
        var subject = contacts.getFirst().subject().value();
        assertThat(all(ItemSurveyed.class))
                .allSatisfy(seen -> {
                    var keeper = Objects.requireNonNull(seen.keeper());
                    assertThat(keeper.relation()).isEqualTo(KeeperRelation.CHILD);
                    assertThat(Objects.requireNonNull(keeper.name()).subject()).isEqualTo(subject);
                });
        ledger().feed().stream(
                0,
                Long.MAX_VALUE,
                r ->
                        assertThat(r.fact().toString())
                                .doesNotContain(
                                        "Người nhận", "Người liên hệ", "khu phố 1", "Cán bộ Một"));
    }

    @Test
    void that_no_decision_was_found_is_recorded_when_the_row_says_so() {
        var done =
                take(book ->
                        sheets(
                                book,
                                unfound("Người nhận Mới"),
                                unfound("Người nhận Mới", "Loại hiện vật", "bằng")));

        assertThat(done).isInstanceOf(Result.Done.class);
        var seen = all(ItemSurveyed.class);
        assertThat(seen).extracting(ItemSurveyed::award).containsOnlyNulls();
        assertThat(seen.stream().map(ItemSurveyed::recipient).distinct()).hasSize(1);
        assertThat(all(RecipientRegistered.class)).hasSize(5);
    }

    @Test
    void it_is_not_believed_of_somebody_of_the_name_unless_the_row_says_that_it_is_another() {
        var known = only(unfound("Nguoi nhan Mot"));
        assertThat(known.code()).isEqualTo(ProblemCode.PERSON_KNOWN);
        assertThat(known.arguments()).containsExactly("394/QĐ-CTN");

        var another = unfound("Người nhận Một", "Người khác cùng tên", "x");
        assertThat(take(book -> sheets(book, another))).isInstanceOf(Result.Done.class);
        assertThat(all(ItemSurveyed.class).getFirst().award()).isNull();
    }

    @Test
    void a_decision_and_a_survey_of_the_same_file_count() {
        var done =
                take(book -> {
                    write(
                            book,
                            "Quyết định",
                            List.of("Số quyết định", "Ngày ký", "Cơ quan ban hành"),
                            List.of("7/QĐ-CTN", "02/9/2023", PRESIDENT));
                    write(
                            book,
                            "Danh sách",
                            List.of(
                                    "Số quyết định",
                                    "Ngày ký",
                                    "Họ và tên",
                                    "Phân loại",
                                    "Danh hiệu"),
                            List.of("7/QĐ-CTN", "02/9/2023", "Người nhận Năm", "cá nhân", TITLE));
                    sheets(
                            book,
                            row(
                                    "Họ và tên mẹ", "Người nhận Năm",
                                    "Số quyết định", "7/QĐ-CTN",
                                    "Ngày quyết định", "02/9/2023"));
                });

        assertThat(done).isInstanceOf(Result.Done.class);
        assertThat(all(ItemSurveyed.class).getFirst().award())
                .isEqualTo(all(AwardDecided.class).getLast().award());
    }

    @Test
    void a_dry_run_changes_nothing_and_the_same_file_counts_once() {
        var file = file(book -> sheets(book, row()));
        long head = ledger().feed().head();

        var dry = new Intake(ledger()).rehearse(file, submission());
        assertThat(dry).isInstanceOf(Result.Rehearsed.class);
        assertThat(ledger().feed().head()).isEqualTo(head);
        new Intake(ledger()).record(file, submission(), _ -> {});
        new Intake(ledger()).record(file, submission(), _ -> {});
        assertThat(all(ItemSurveyed.class)).hasSize(1);
    }

    @Test
    void a_closed_survey_takes_no_sheet() {
        var opened = all(SurveyCampaignOpened.class).getFirst();
        var end = PhanRang.origin("an", "2024-06-30");
        var closed =
                new SurveyCampaignClosed(opened.campaign(), opened.unit(), new Survey().summary());
        assertThat(ledger().submit(new CloseSurveyCampaign(end, closed)))
                .isInstanceOf(vn.sovang.Submission.Receipt.class);

        assertThat(only(row()).code()).isEqualTo(ProblemCode.CAMPAIGN_CLOSED);
    }

    @Test
    void one_item_of_one_mother_has_one_sheet_in_a_survey() {
        var refused = take(book -> sheets(book, row(), row()));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Result.Refusal.class,
                        no ->
                                assertThat(no.refused().details())
                                        .singleElement()
                                        .satisfies(d -> {
                                            assertThat(d.code())
                                                    .isEqualTo(RefusalCode.ITEM_ALREADY_SURVEYED);
                                            assertThat(d.arguments()).containsEntry("row", "3");
                                        }));
        assertThat(all(ItemSurveyed.class)).isEmpty();
    }

    private Problem only(Map<String, String> row) {
        long head = ledger().feed().head();
        var wrong = take(book -> sheets(book, row));
        assertThat(wrong).isInstanceOf(Result.Wrong.class);
        assertThat(ledger().feed().head()).as("nothing was sealed").isEqualTo(head);
        var problems = ((Result.Wrong) wrong).problems();
        assertThat(problems).as(problems.toString()).hasSize(1);
        return problems.getFirst();
    }

    /// One cell that is wrong, and what must be said of it.
    private record Mistake(ProblemCode code, String column, String cell) {}

    private static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake(ProblemCode.CAMPAIGN_UNKNOWN, "Số công văn", "353/UBND-NV"),
                new Mistake(
                        ProblemCode.CAMPAIGN_UNKNOWN, "Cơ quan khảo sát", "UBND tỉnh Ninh Thuận"),
                new Mistake(ProblemCode.VALUE_MISSING, "Số công văn", ""),
                new Mistake(ProblemCode.NOT_A_DATE, "Ngày khảo sát", "tháng 3"),
                new Mistake(ProblemCode.VALUE_MISSING, "Họ và tên mẹ", ""),
                new Mistake(ProblemCode.AWARD_NOT_FOUND, "Số quyết định", "395/QĐ-CTN"),
                new Mistake(ProblemCode.AWARD_NOT_FOUND, "Ngày quyết định", "18/12/1994"),
                new Mistake(
                        ProblemCode.AWARD_NOT_FOUND,
                        "Cơ quan ban hành quyết định",
                        "UBND tỉnh Ninh Thuận"),
                new Mistake(ProblemCode.VALUE_MISSING, "Số quyết định", ""),
                new Mistake(ProblemCode.VALUE_MISSING, "Ngày quyết định", ""),
                new Mistake(ProblemCode.VALUE_MISSING, "Cơ quan ban hành quyết định", ""),
                new Mistake(ProblemCode.NAME_NOT_ON_DECISION, "Họ và tên mẹ", "Người nhận Chín"),
                new Mistake(ProblemCode.NAME_NEARLY, "Họ và tên mẹ", "Nguoi nhan Mot"),
                new Mistake(ProblemCode.NAME_NEARLY, "Năm sinh", "1935"),
                new Mistake(ProblemCode.NAME_TWICE_ON_DECISION, "Họ và tên mẹ", "Người nhận Trùng"),
                new Mistake(ProblemCode.MODE_DIFFERS, "Tặng/Truy tặng", "truy tặng"),
                new Mistake(ProblemCode.DECISION_FOUND_AND_NOT, "Không tìm thấy quyết định", "x"),
                new Mistake(ProblemCode.VALUE_UNKNOWN, "Không tìm thấy quyết định", "có lẽ"),
                new Mistake(ProblemCode.VALUE_UNKNOWN, "Loại hiện vật", "tủ kính"),
                new Mistake(ProblemCode.VALUE_MISSING, "Loại hiện vật", ""),
                new Mistake(ProblemCode.VALUE_MISSING, "Tình trạng", ""),
                new Mistake(ProblemCode.VALUE_UNKNOWN, "Tình trạng", "đẹp"),
                new Mistake(ProblemCode.PRESENCE_DIFFERS, "Có/Không", "không"),
                new Mistake(ProblemCode.VALUE_UNKNOWN, "Đề nghị", "tặng thêm"),
                new Mistake(ProblemCode.VALUE_UNKNOWN, "Còn sống/Đã mất", "đi xa"),
                new Mistake(ProblemCode.ALIVE_AND_DEAD, "Ngày mất", "2001"),
                new Mistake(ProblemCode.VALUE_UNKNOWN, "Quan hệ", "bạn"),
                new Mistake(ProblemCode.VALUE_MISSING, "Lưu thông tin người giữ đến", ""),
                new Mistake(ProblemCode.VALUE_MISSING, "Người giữ", ""));
    }

    @Test
    void a_mistake_is_named_with_its_row_and_nothing_is_sealed() {
        mistakes()
                .forEach(mistake -> {
                    var problems = problems(row(mistake.column, mistake.cell));

                    assertThat(problems)
                            .as(mistake.toString())
                            .allSatisfy(p -> assertThat(p.row()).isEqualTo(2))
                            .extracting(Problem::code)
                            .contains(mistake.code);
                });
    }

    private List<Problem> problems(Map<String, String> row) {
        long head = ledger().feed().head();
        var wrong = take(book -> sheets(book, row));
        assertThat(wrong).isInstanceOf(Result.Wrong.class);
        assertThat(ledger().feed().head()).as("nothing was sealed").isEqualTo(head);
        return ((Result.Wrong) wrong).problems();
    }

    @Test
    void whoever_has_no_decision_needs_a_key_so_that_two_rows_are_one_person() {
        var problem = only(unfound("Người nhận Mới", "Mã đối tượng", ""));

        assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_MISSING);
        assertThat(problem.column()).isEqualTo("Mã đối tượng");
    }
}

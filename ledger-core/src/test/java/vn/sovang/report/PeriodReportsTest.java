package vn.sovang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;
import static vn.sovang.testing.PhanRang.reference;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.Origin;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.event.ReportEvent.PeriodReportIssued;
import vn.sovang.event.ReportEvent.PeriodReportRestated;
import vn.sovang.event.ReportEvent.ReportFiguresRecorded;
import vn.sovang.report.PeriodReportCommand.Draft;
import vn.sovang.report.PeriodReportCommand.IssueReport;
import vn.sovang.report.PeriodReportCommand.RestateReport;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.ReportBasis;
import vn.sovang.vocabulary.ReportFigure;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.ReportScope;
import vn.sovang.vocabulary.ReportView;
import vn.sovang.vocabulary.UnitId;

class PeriodReportsTest {
    private static final int LEAF_LIMIT = 65_535;

    private final ReportId first = new ReportId(UUID.randomUUID());
    private final ReportId second = new ReportId(UUID.randomUUID());

    private static DeciderSpec<PeriodReportCommand, PeriodReports.State> ledger() {
        return DeciderSpec.of(new PeriodReports()).given(reference());
    }

    private static ReportScope half(UnitId authority) {
        return new ReportScope(
                authority,
                "CALENDAR",
                "2024-H1",
                LocalDate.parse("2024-01-01"),
                LocalDate.parse("2024-06-30"));
    }

    private static ReportFigure figure(long count) {
        return new ReportFigure(
                "DECIDED",
                new AwardCode("GK_HUYEN"),
                AwardLevel.HUYEN,
                RecipientKind.HOUSEHOLD,
                CommendationType.PHONG_TRAO,
                null,
                null,
                null,
                count);
    }

    private static Draft draft(ReportId id, long cutOff, ReportFigure... figures) {
        return new Draft(
                id,
                half(CITY),
                new ReportBasis(cutOff, ReportView.ORIGINAL, 1_200, "cm9vdA=="),
                List.of(figures),
                null);
    }

    private static Origin signed(String day) {
        return origin("an", day, paper("200/BC-UBND", day));
    }

    private static IssueReport issue(Draft draft) {
        return new IssueReport(signed("2024-06-20"), draft);
    }

    private RestateReport restate(Draft draft, ReportId restates) {
        return new RestateReport(signed("2024-07-20"), draft, restates, "quyết định về muộn");
    }

    private List<Fact> issued() {
        return ledger().when(issue(draft(first, 1_000, figure(5)))).facts();
    }

    @Test
    void a_report_keeps_its_figures_and_says_what_they_rest_on() {
        var facts = ledger().when(issue(draft(first, 1_000, figure(5)))).facts();

        var head = (PeriodReportIssued) facts.get(0).event();
        assertThat(head.basis().cutOff()).isEqualTo(1_000);
        assertThat(head.sheet()).isEqualTo(Sheets.of(List.of(figure(5))));
        assertThat(head.sheet().parts()).isEqualTo(1);
        assertThat(facts.get(1).event())
                .isEqualTo(new ReportFiguresRecorded(first, 1, List.of(figure(5))));
        assertThat(facts.get(0).document()).isEqualTo(paper("200/BC-UBND", "2024-06-20"));
    }

    @Test
    void a_half_year_in_which_nothing_happened_is_reported_too() {
        var facts = ledger().when(issue(draft(first, 0))).facts();

        assertThat(facts).hasSize(1);
    }

    @Test
    void it_is_issued_once_and_then_restated_by_name() {
        ledger().given(issued())
                .when(issue(draft(second, 1_100, figure(6))))
                .thenRefused(RefusalCode.REPORT_ALREADY_ISSUED);
        ledger().given(issued())
                .when(issue(draft(first, 1_100, figure(6))))
                .thenRefused(RefusalCode.REPORT_ALREADY_ISSUED);

        var again =
                ledger().given(issued())
                        .when(restate(draft(second, 1_100, figure(6)), first))
                        .facts();
        assertThat(((PeriodReportRestated) again.getFirst().event()).restates()).isEqualTo(first);
    }

    @Test
    void only_the_newest_report_is_restated_and_only_by_more() {
        var again = restate(draft(second, 1_100, figure(6)), first);
        var history = new ArrayList<>(issued());
        history.addAll(ledger().given(issued()).when(again).facts());
        var third = new ReportId(UUID.randomUUID());

        ledger().given(history)
                .when(restate(draft(third, 1_150, figure(7)), first))
                .thenRefused(RefusalCode.REPORT_ALREADY_RESTATED);
        ledger().given(history)
                .when(restate(draft(third, 1_050, figure(7)), second))
                .thenRefused(RefusalCode.CUT_OFF_BEFORE_RESTATED);
        ledger().given(history)
                .when(restate(draft(third, 1_150, figure(6)), second))
                .thenRefused(RefusalCode.NOTHING_RESTATED);
        ledger().given(history)
                .when(restate(draft(third, 1_150, figure(7)), third))
                .thenRefused(RefusalCode.REPORT_UNKNOWN);
        ledger().given(history)
                .when(
                        new RestateReport(
                                signed("2024-07-19"), draft(third, 1_150, figure(7)), second, "x"))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
        assertThat(
                        ledger().given(history)
                                .when(restate(draft(third, 1_150, figure(7)), second))
                                .facts())
                .hasSize(2);
    }

    @Test
    void figures_beyond_the_signed_log_are_refused() {
        ledger().when(issue(draft(first, 1_201, figure(5))))
                .thenRefused(RefusalCode.CUT_OFF_NOT_SEALED);
        assertThat(ledger().when(issue(draft(first, 1_200, figure(5)))).facts()).hasSize(2);
    }

    @Test
    void the_paper_has_a_day_in_the_period_or_after_it() {
        var draft = draft(first, 1_000, figure(5));
        var undated =
                new Document.Paper(
                        new DocumentNumber("/BC-UBND"), null, "UBND thành phố", null, null);

        ledger().when(new IssueReport(origin("an", "2024-06-20", undated), draft))
                .thenRefused(RefusalCode.PAPER_NOT_SIGNED);
        ledger().when(new IssueReport(signed("2023-12-31"), draft))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
        ledger().when(new IssueReport(signed("2030-01-01"), draft))
                .thenRefused(RefusalCode.IN_THE_FUTURE);
        assertThat(ledger().when(new IssueReport(origin("an", "2026-11-22"), draft)).facts())
                .as("without a paper, and after the city was dissolved")
                .hasSize(2);
    }

    @Test
    void the_authority_was_there_in_the_period() {
        var nobody = new UnitId(UUID.randomUUID());
        var late =
                new ReportScope(
                        CITY,
                        "CALENDAR",
                        "2026-H1",
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-06-30"));
        var basis = new ReportBasis(0, ReportView.ORIGINAL, 1_200, "cm9vdA==");

        ledger().when(issue(new Draft(first, half(nobody), basis, List.of(), null)))
                .thenRefused(RefusalCode.UNIT_UNKNOWN);
        ledger().when(
                        new IssueReport(
                                signed("2026-07-01"),
                                new Draft(first, late, basis, List.of(), null)))
                .thenRefused(RefusalCode.UNIT_DID_NOT_EXIST);
    }

    @Test
    void figures_in_any_order_are_one_sheet_and_every_part_fits_into_a_leaf() {
        var figures =
                IntStream.rangeClosed(1, 2 * Sheets.FIGURES_IN_A_PART + 1)
                        .mapToObj(n -> widest(new UnitId(new UUID(7, n))))
                        .toList();
        var parts = Sheets.parts(first, figures);

        assertThat(Sheets.of(figures.reversed())).isEqualTo(Sheets.of(figures));
        assertThat(Sheets.of(figures).parts()).isEqualTo(3);
        assertThat(parts.stream().flatMap(p -> p.figures().stream()))
                .containsExactlyElementsOf(Sheets.sorted(figures));
        for (var part : parts) {
            var leaf = new EventCodec().encode(UUID.randomUUID(), signed("2024-06-20").fact(part));
            assertThat(leaf.length).as("bytes").isLessThan(LEAF_LIMIT - 4_000);
        }
    }

    private static ReportFigure widest(@Nullable UnitId unit) {
        return new ReportFigure(
                "ENTITLEMENT_NOT_CONFIRMED",
                new AwardCode("HUY_HIEU_TINH_NINH_THUAN"),
                AwardLevel.CHINH_PHU,
                RecipientKind.INDIVIDUAL,
                CommendationType.KHANG_CHIEN,
                unit,
                unit,
                ReissueKind.FIRST_ISSUE,
                999_999_999_999L);
    }

    @Test
    void the_hashed_form_is_one_line_a_figure() {
        assertThat(Sheets.canonical(List.of(figure(5))))
                .isEqualTo("DECIDED\tGK_HUYEN\tHUYEN\tHOUSEHOLD\tPHONG_TRAO\t\t\t\t5\n");
        assertThat(Sheets.of(List.of()).sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Sheets.canonical(List.of()).getBytes(StandardCharsets.UTF_8)).isEmpty();
    }
}

package vn.sovang.projection.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.ReportEvent.PeriodReportIssued;
import vn.sovang.event.ReportEvent.PeriodReportRestated;
import vn.sovang.event.ReportEvent.ReportFiguresRecorded;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.projection.issued.IssuedReport;
import vn.sovang.projection.issued.LineageChange;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.reconciliation.Reconciliation.Reconciled;
import vn.sovang.projection.reconciliation.Reconciliation.Reversed;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.View;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.report.Sheets;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReportBasis;
import vn.sovang.vocabulary.ReportFigure;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.ReportScope;
import vn.sovang.vocabulary.ReportView;

/// What came after a report and why its figures are others now, as a table an inspector can read:
/// `after-the-report.txt`.
///
/// Four awards of one person each are decided on 2024-02-01 and known on 2024-06-20, when the
/// report on the first half is issued, restated view. Then the ledger is told what the table says.
class ReconciliationTableTest {
    private static final AwardLine PERSON = Given.line("GK_HUYEN", RecipientKind.INDIVIDUAL);
    private static final AwardLine HOUSEHOLD = Given.line("GK_HUYEN", RecipientKind.HOUSEHOLD);

    private final TestLog log = new TestLog();
    private final ReportId report = new ReportId(UUID.randomUUID());
    private final List<AwardId> awards = Stream.generate(Given::award).limit(4).toList();

    @AfterEach
    void close() {
        log.close();
    }

    private void told(String recordedOn, Fact... facts) {
        log.at(recordedOn + "T02:00:00Z").append(facts);
    }

    private static Fact decided(String on, AwardId award, AwardLine line) {
        return Paper.of(on, "1/QĐ").fact(Given.decided(award, Given.CITY, line));
    }

    private void upToTheReport() {
        told(
                "2024-06-20",
                Paper.of("2024-01-01", "0").fact(Given.province()),
                Paper.of("2024-01-01", "0").fact(Given.city()),
                Paper.of("2024-01-01", "0").fact(Given.awardType("GK_HUYEN", AwardLevel.HUYEN)));
        for (var award : awards) {
            told("2024-06-20", decided("2024-02-01", award, PERSON));
        }
        issue(report, null);
    }

    /// The figures as the statistics give them now.
    private void issue(ReportId id, @Nullable ReportId restates) {
        long cutOff = log.feed().head();
        var scope =
                new ReportScope(
                        Given.CITY,
                        "CALENDAR",
                        "2024-H1",
                        LocalDate.parse("2024-01-01"),
                        LocalDate.parse("2024-06-30"));
        var basis = new ReportBasis(cutOff, ReportView.RESTATED, cutOff, "cm9vdA==");
        var figures = figures(query(new KnownAt.AtPosition(cutOff)));
        var paper = Paper.of("2024-06-20", "200/BC-UBND");
        var sheet = Sheets.of(figures);
        told(
                restates == null ? "2024-06-20" : "2024-10-20",
                paper.fact(
                        restates == null
                                ? new PeriodReportIssued(id, scope, basis, sheet, null)
                                : new PeriodReportRestated(
                                        id, restates, "số về muộn", scope, basis, sheet, null)),
                paper.fact(new ReportFiguresRecorded(id, 1, Sheets.sorted(figures))));
    }

    private static StatisticsQuery query(KnownAt knownAt) {
        return new StatisticsQuery(
                PeriodPolicy.CALENDAR, Period.parse("2024-H1"), Given.CITY, knownAt, View.RESTATED);
    }

    private List<ReportFigure> figures(StatisticsQuery query) {
        var answer = (Answered) log.settled().statistics().ask(query);
        return Reconciliations.counts(answer).entrySet().stream()
                .map(e -> e.getKey().figure(e.getValue()))
                .toList();
    }

    private void afterTheReport() {
        var file = new ImportId(UUID.randomUUID());
        told("2024-06-25", decided("2024-06-10", Given.award(), PERSON));
        told("2024-06-28", decided("2024-06-27", Given.award(), PERSON));
        told(
                "2024-07-02",
                Paper.of("2024-03-05", "7/QĐ")
                        .in(file)
                        .fact(Given.decided(Given.award(), Given.CITY, HOUSEHOLD)),
                Paper.of("2024-07-02", "nhập")
                        .in(file)
                        .fact(new ImportCompleted(file, "f", "00", 1, 1, "u-2", false)));
        told(
                "2024-08-01",
                Paper.of("2024-07-30", "8/QĐ").fact(Given.annulled(awards.get(0), Given.CITY)));
        told(
                "2024-08-20",
                Paper.of("2024-08-19", "9/QĐ").fact(Given.annulled(awards.get(1), Given.CITY)));
        told("2024-09-10", Paper.of("2024-09-09", "10/QĐ").fact(Given.revoked(awards.get(1))));
        told(
                "2024-09-20",
                Paper.of("2024-02-01", "1/QĐ").fact(Given.corrected(awards.get(2), HOUSEHOLD)));
        told("2024-09-30", Paper.of("2024-02-01", "1/QĐ").fact(Given.struck(awards.get(3))));
        told(
                "2024-10-01",
                Paper.of("2024-10-01", "11/NQ")
                        .fact(new UnitRenamed(Given.CITY, "thành phố Mới", "UBND thành phố Mới")));
    }

    private IssuedReport issued(ReportId id) {
        return log.settled().issuedReports().report(id).orElseThrow();
    }

    private Reconciled reconciled(ReportId id, KnownAt knownAt) {
        return (Reconciled) log.settled().reconciliations().of(issued(id), knownAt);
    }

    @Test
    void every_difference_is_explained_event_by_event() throws IOException {
        upToTheReport();
        afterTheReport();

        var answer = reconciled(report, KnownAt.NOW);

        assertThat(answer.explained()).isTrue();
        assertThat(
                        answer.differences().stream()
                                .filter(d -> d.key().measure() == Measure.DECIDED)
                                .map(d ->
                                        d.key().recipientKind()
                                                + " "
                                                + d.before()
                                                + " → "
                                                + d.after()))
                .containsExactlyInAnyOrder("INDIVIDUAL 4 → 3", "HOUSEHOLD 0 → 2");
        assertThat(lines(answer)).containsExactlyInAnyOrderElementsOf(table());
        assertThat(answer.lineage())
                .as("a name moves no figure, and is said")
                .extracting(LineageChange::type)
                .containsExactly("unit.UnitRenamed");
    }

    private static List<String> lines(Reconciled answer) {
        var lines = new ArrayList<String>();
        for (var d : answer.differences()) {
            if (d.key().measure() != Measure.DECIDED) {
                continue;
            }
            for (var e : d.events()) {
                lines.add(
                        String.join(
                                " | ",
                                e.recordedAt().toString().substring(0, 10),
                                d.key().award() + " " + d.key().recipientKind(),
                                "%+d".formatted(e.delta()),
                                e.reason().name()));
            }
        }
        return lines;
    }

    private static List<String> table() throws IOException {
        try (var in = ReconciliationTableTest.class.getResourceAsStream("after-the-report.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> {
                        var cells = Stream.of(line.split("\\|")).map(String::strip).toList();
                        return String.join(
                                " | ", cells.get(0), cells.get(3), cells.get(4), cells.get(5));
                    })
                    .toList();
        }
    }

    @Test
    void the_report_keeps_its_figures_and_the_one_that_restates_it_starts_level() {
        upToTheReport();
        var asIssued = log.settled().issuedReports().figures(report);
        afterTheReport();
        var second = new ReportId(UUID.randomUUID());
        issue(second, report);

        var reports = log.settled().issuedReports();
        assertThat(reports.figures(report)).isEqualTo(asIssued);
        assertThat(asIssued).extracting(ReportFigure::count).containsExactly(4L);
        assertThat(issued(report).restatedBy()).isEqualTo(second);
        assertThat(issued(second).restates()).isEqualTo(report);
        assertThat(issued(second).reason()).isEqualTo("số về muộn");
        assertThat(reports.reports(Given.CITY))
                .extracting(IssuedReport::id)
                .containsExactly(second, report);
        assertThat(reports.reports(Given.PROVINCE)).isEmpty();
        assertThat(reconciled(second, KnownAt.NOW).differences()).isEmpty();
        assertThat(reports.report(new ReportId(UUID.randomUUID()))).isEmpty();
        assertThat(log.settled().history().of(report)).hasSize(3);
    }

    @Test
    void a_report_that_does_not_say_what_its_cut_off_gives_is_not_explained_away() {
        upToTheReport();
        var wrong = new ReportId(UUID.randomUUID());
        var right = issued(report);
        var figures = log.settled().issuedReports().figures(report);
        var more = FigureKey.of(figures.getFirst(), Given.CITY).figure(9);
        var paper = Paper.of("2024-06-20", "201/BC-UBND");
        told(
                "2024-06-21",
                paper.fact(
                        new PeriodReportRestated(
                                wrong,
                                report,
                                "x",
                                right.scope(),
                                right.basis(),
                                Sheets.of(List.of(more)),
                                null)),
                paper.fact(new ReportFiguresRecorded(wrong, 1, List.of(more))));

        var answer = reconciled(wrong, KnownAt.NOW);

        assertThat(answer.explained()).isFalse();
        assertThat(answer.differences())
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.unexplained()).isEqualTo(-5);
                    assertThat(d.events()).isEmpty();
                });
    }

    @Test
    void moments_in_the_wrong_order_are_said_so() {
        upToTheReport();
        assertThat(log.settled().reconciliations().of(issued(report), new KnownAt.AtPosition(1)))
                .isEqualTo(new Reversed(issued(report).basis().cutOff(), 1));
    }
}

package vn.sovang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;
import static vn.sovang.testing.PhanRang.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.Origin;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AsFound;
import vn.sovang.event.Provenance;
import vn.sovang.event.ReportEvent.Claim;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.report.ReportCommand.AsFoundReason;
import vn.sovang.report.ReportCommand.RecordPaperReport;
import vn.sovang.report.ReportCommand.RegisterReferenceDocument;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.PaperId;
import vn.sovang.vocabulary.PaperReportId;
import vn.sovang.vocabulary.RecipientKind;

class PaperReportsTest {
    private static final Provenance SEEN =
            new Provenance(
                    Provenance.Source.SIGNED_PAPER,
                    Provenance.Confidence.LOW,
                    "bản dự thảo",
                    "u-9");

    private final PaperReportId report = new PaperReportId(UUID.randomUUID());

    private static DeciderSpec<ReportCommand, PaperReports.State> ledger() {
        return DeciderSpec.of(new PaperReports()).given(reference());
    }

    private PaperReportRecorded report(List<Claim> claims) {
        return new PaperReportRecorded(
                report,
                CITY,
                "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2024",
                "ngày tháng 6 năm 2024",
                LocalDate.parse("2024-01-01"),
                LocalDate.parse("2024-06-30"),
                claims);
    }

    private static Claim households(String place, int value) {
        return new Claim(
                place,
                ClaimedMeasure.DECIDED,
                new AwardCode("GK_HUYEN"),
                RecipientKind.HOUSEHOLD,
                value,
                "Khen thưởng hộ gia đình");
    }

    private RecordPaperReport record(
            PaperReportRecorded report, Origin origin, @Nullable AsFoundReason reason) {
        return new RecordPaperReport(origin, report, SEEN, reason);
    }

    @Test
    void the_two_numbers_of_one_paper_are_both_kept_with_who_vouches_for_them() {
        var claims = List.of(households("II.4", 5), households("chú thích 26", 8));
        var signed = origin("an", "2024-06-20", paper("200/BC-UBND", "2024-06-20"));
        var fact = ledger().when(record(report(claims), signed, null)).facts().getFirst();
        assertThat(fact.event()).isEqualTo(report(claims));
        assertThat(fact.provenance()).isEqualTo(SEEN);
        assertThat(fact.asFound()).isNull();
    }

    @Test
    void a_paper_without_a_day_is_refused_or_kept_as_found() {
        var draft =
                new Document.Paper(
                        new DocumentNumber("/BC-UBND"), null, "UBND thành phố", null, null);
        var origin = origin("an", "2024-06-30", draft);
        var report = report(List.of(households("II.4", 5)));
        ledger().when(record(report, origin, null)).thenRefused(RefusalCode.PAPER_NOT_SIGNED);
        ledger().when(record(report, origin, new AsFoundReason("dự thảo chưa ký", "an")))
                .thenRefused(RefusalCode.SECOND_PERSON_MISSING);
        var kept =
                ledger().when(record(report, origin, new AsFoundReason("dự thảo chưa ký", "binh")))
                        .facts()
                        .getFirst();
        assertThat(kept.asFound())
                .isEqualTo(new AsFound("PAPER_NOT_SIGNED", "dự thảo chưa ký", "binh"));
    }

    @Test
    void a_report_of_an_office_that_was_no_more_is_refused_or_kept_as_found() {
        var origin = origin("an", "2025-08-01", paper("200/BC-UBND", "2025-08-01"));
        var report = report(List.of(households("II.4", 5)));
        ledger().when(record(report, origin, null)).thenRefused(RefusalCode.UNIT_DID_NOT_EXIST);
        var kept =
                ledger().when(record(report, origin, new AsFoundReason("giấy ghi vậy", "binh")))
                        .facts();
        assertThat(kept.getFirst().asFound()).isNotNull();
    }

    @Test
    void entering_it_twice_or_empty_is_no_mistake_of_the_paper() {
        var reason = new AsFoundReason("x", "binh");
        var signed = origin("an", "2024-06-20", paper("200/BC-UBND", "2024-06-20"));
        var report = report(List.of(households("II.4", 5)));
        ledger().given(fact("an", "2024-06-20", report))
                .when(record(report, signed, reason))
                .thenRefused(RefusalCode.REPORT_ALREADY_RECORDED);
        ledger().when(record(report(List.of()), signed, reason))
                .thenRefused(RefusalCode.LIST_EMPTY);
        ledger().when(
                        record(
                                report,
                                origin("an", "2030-01-01", paper("1/BC", "2030-01-01")),
                                reason))
                .thenRefused(RefusalCode.IN_THE_FUTURE);
    }

    @Test
    void a_paper_that_others_refer_to_is_registered_once() {
        var paper =
                new ReferenceDocumentRegistered(
                        new PaperId(UUID.randomUUID()),
                        CITY,
                        "về việc khảo sát hiện vật",
                        report,
                        "chú thích 1");
        var command =
                new RegisterReferenceDocument(
                        origin("an", "2024-01-22", paper("352/UBND-NV", "2024-01-22")),
                        paper,
                        SEEN,
                        null);
        ledger().when(command).then(paper);
        ledger().given(fact("an", "2024-01-22", paper))
                .when(command)
                .thenRefused(RefusalCode.PAPER_ALREADY_REGISTERED);
    }
}

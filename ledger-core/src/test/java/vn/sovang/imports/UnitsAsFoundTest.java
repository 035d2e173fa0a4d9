package vn.sovang.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
import vn.sovang.event.ReportEvent.Claim;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.event.UnitEvent.CompetenceDetermined;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.imports.RecordImport.Source;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.PaperId;
import vn.sovang.vocabulary.PaperReportId;
import vn.sovang.vocabulary.UnitId;

/// What is refused when it is begun in the ledger is kept when a signed paper says it: papers about
/// the city, dated after its end.
class UnitsAsFoundTest {
    private static final String AFTER_THE_END = "2025-08-01";
    private static final UnitId WARD = PhanRang.unit("UBND phường Phan Rang");

    static Stream<LedgerEvent> papersOfTheDissolvedCity() {
        var report = new PaperReportId(UUID.randomUUID());
        var day = LocalDate.parse(AFTER_THE_END);
        return Stream.of(
                new UnitRenamed(CITY, "thành phố khác", "UBND thành phố khác"),
                new UnitSplit(CITY, List.of(new UnitSplit.Part(WARD, null))),
                new CompetenceDetermined(WARD, CITY, CompetenceScope.ALL, "giấy ghi vậy", null),
                new PaperReportRecorded(
                        report,
                        CITY,
                        "Báo cáo",
                        null,
                        day,
                        day,
                        List.of(
                                new Claim(
                                        "I", ClaimedMeasure.DECIDED, null, null, 1, "01 cá nhân"))),
                new ReferenceDocumentRegistered(
                        new PaperId(UUID.randomUUID()), CITY, "về việc thử", report, "I"));
    }

    private static RecordImport file(LedgerEvent event, @Nullable String asFound) {
        return new RecordImport(
                origin("an", "2026-11-22", new Document.None("nhập tệp")),
                new ImportId(UUID.randomUUID()),
                "giay-cu.xlsx",
                "00",
                1,
                "binh",
                false,
                List.of(
                        new Entry(
                                event,
                                LocalDate.parse(AFTER_THE_END),
                                paper("1/UBND", AFTER_THE_END),
                                new Provenance(
                                        Provenance.Source.SIGNED_PAPER,
                                        Provenance.Confidence.HIGH,
                                        "trang 1"),
                                asFound,
                                new Source("Giấy", 7, null))));
    }

    @ParameterizedTest
    @MethodSource("papersOfTheDissolvedCity")
    void is_refused_without_a_reason_and_kept_as_found_with_one(LedgerEvent event) {
        var ledger = DeciderSpec.of(new Imports()).given(PhanRang.reference());
        assertThat(ledger.when(file(event, null)).refused().details())
                .extracting(Refused::code)
                .containsExactly(RefusalCode.UNIT_DID_NOT_EXIST);
        var kept = ledger.when(file(event, "giấy ghi như vậy")).facts().getFirst();
        assertThat(kept.event()).isEqualTo(event);
        var found = kept.asFound();
        assertThat(found).isNotNull();
        assertThat(found == null ? "" : found.rule()).isEqualTo("UNIT_DID_NOT_EXIST");
        assertThat(found == null ? "" : found.secondPerson()).isEqualTo("binh");
    }
}

package vn.sovang.projection.anomaly;

import static vn.sovang.projection.testing.Given.CITY;
import static vn.sovang.projection.testing.Given.city;
import static vn.sovang.projection.testing.Given.ward;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ReportEvent.Claim;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.projection.anomaly.AnomalyRulesTest.Row;
import vn.sovang.projection.testing.Given;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.PaperId;
import vn.sovang.vocabulary.PaperReportId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

/// What papers say of themselves and of each other.
final class PaperRows {
    private static final PaperReportId REPORT = new PaperReportId(new UUID(0, 1));

    private PaperRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        AnomalyRule.CLAIMS_DIFFER_WITHIN_PAPER,
                        "five households in the text, eight in a footnote",
                        report(households("II.4", 5), households("chú thích 26", 8)),
                        List.of(1L),
                        report(households("II.4", 8), households("chú thích 26", 8))),
                new Row(
                        AnomalyRule.UNITS_CLAIM_DIFFERS,
                        "a merger told before it was",
                        wards("2024-11-01", 1),
                        List.of(4L, 5L),
                        wards("2024-11-01", 2)),
                new Row(
                        AnomalyRule.UNITS_CLAIM_DIFFERS,
                        "a merger forgotten",
                        wards("2024-05-01", 2),
                        List.of(4L),
                        wards("2024-05-01", 1)),
                new Row(
                        AnomalyRule.PAPER_NUMBER_OUT_OF_ORDER,
                        "1053 on the day of 1503",
                        letters("1053/UBND-NV"),
                        List.of(1L, 2L, 3L),
                        letters("1503/UBND-NV")),
                new Row(
                        AnomalyRule.PAPER_NUMBER_TWO_SYMBOLS,
                        "one number, two symbols, one day",
                        new Case()
                                .paper("2024-03-13", "1178/NV", letter(4, null))
                                .paper("2024-03-13", "1178/UBND-NV", letter(5, CITY)),
                        List.of(1L, 2L),
                        new Case()
                                .paper("2024-03-13", "1178/NV", letter(4, null))
                                .paper("2024-03-14", "1178/UBND-NV", letter(5, CITY))
                                .paper("2024-03-14", "1179/NV", letter(6, null))));
    }

    private static Claim households(String place, int value) {
        return new Claim(
                place, ClaimedMeasure.DECIDED, null, RecipientKind.HOUSEHOLD, value, "hộ gia đình");
    }

    private static Case report(Claim... claims) {
        return new Case().on("2024-06-30", recorded(claims));
    }

    private static PaperReportRecorded recorded(Claim... claims) {
        return new PaperReportRecorded(
                REPORT,
                CITY,
                "Sơ kết",
                null,
                LocalDate.parse("2024-01-01"),
                LocalDate.parse("2024-06-30"),
                List.of(claims));
    }

    /// Two wards of the city, one merged into the other on that day, and a report of June.
    private static Case wards(String mergedOn, int claimed) {
        var other = new UnitId(new UUID(0, 5));
        var second =
                new vn.sovang.event.UnitEvent.UnitRegistered(
                        other,
                        "phường Thanh Sơn",
                        "UBND phường Thanh Sơn",
                        Given.ward().level(),
                        CITY,
                        null,
                        null,
                        true);
        var claim = new Claim("21", ClaimedMeasure.UNITS, null, null, claimed, "phường");
        return new Case()
                .on("2020-01-01", city())
                .on("2020-01-01", second)
                .on("2020-01-01", ward())
                .on("2024-06-30", recorded(claim))
                .on(mergedOn, new UnitMerged(other, Given.WARD));
    }

    private static ReferenceDocumentRegistered letter(int id, @Nullable UnitId unit) {
        return new ReferenceDocumentRegistered(
                new PaperId(new UUID(1, id)), unit, "v/v", REPORT, "chú thích 1");
    }

    private static Case letters(String between) {
        return new Case()
                .paper("2024-03-22", "1352/UBND-NV", letter(1, CITY))
                .paper("2024-03-29", between, letter(2, CITY))
                .paper("2024-04-04", "1623/UBND-NV", letter(3, CITY));
    }
}

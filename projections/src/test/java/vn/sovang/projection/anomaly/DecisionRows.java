package vn.sovang.projection.anomaly;

import static vn.sovang.projection.testing.Given.CITY;
import static vn.sovang.projection.testing.Given.WARD;
import static vn.sovang.projection.testing.Given.awardType;
import static vn.sovang.projection.testing.Given.city;
import static vn.sovang.projection.testing.Given.ward;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.Provenance;
import vn.sovang.event.Provenance.Confidence;
import vn.sovang.event.Provenance.Source;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.projection.anomaly.AnomalyRulesTest.Row;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

/// Decisions, their numbers, days and lines, and the units that signed them.
final class DecisionRows {
    private DecisionRows() {}

    static Stream<Row> rows() {
        return Stream.of(ofNumbers(), ofSheets(), ofUnits()).flatMap(s -> s);
    }

    private static Stream<Row> ofNumbers() {
        return Stream.of(
                new Row(
                        AnomalyRule.DECISION_NUMBER_OUT_OF_ORDER,
                        "number 9 before numbers 2 and 3",
                        numbered(9, 2, 3),
                        List.of(1L, 2L),
                        numbered(1, 2, 3)),
                new Row(
                        AnomalyRule.DECISION_NUMBERS_MISSING,
                        "nobody has seen number 2",
                        numbered(1, 3, 4),
                        List.of(1L, 2L, 3L),
                        numbered(1, 2, 3)),
                new Row(
                        AnomalyRule.RECORDED_LATE,
                        "signed in March, entered in June",
                        new Case().recordedOn("2024-06-01").on("2024-03-01", recorded(1, CITY)),
                        List.of(1L),
                        new Case().recordedOn("2024-03-20").on("2024-03-01", recorded(1, CITY))),
                new Row(
                        AnomalyRule.RECORDED_LATE_IN_BULK,
                        "five old decisions on one day",
                        bulk("2024-06-01"),
                        List.of(1L, 2L, 3L, 4L, 5L),
                        bulk("2024-03-20")));
    }

    private static Stream<Row> ofSheets() {
        var rebuilt = new Provenance(Source.RECONSTRUCTED_FROM_REPORT, Confidence.LOW, "phục dựng");
        var seen = new Provenance(Source.SIGNED_PAPER, Confidence.HIGH, "trang 2");
        return Stream.of(
                new Row(
                        AnomalyRule.SIGNED_ON_NON_WORKING_DAY,
                        "a Sunday",
                        new Case().on("2024-03-03", recorded(1, CITY)),
                        List.of(1L),
                        new Case().on("2024-03-04", recorded(1, CITY))),
                new Row(
                        AnomalyRule.SIGNED_ON_NON_WORKING_DAY,
                        "the second of September",
                        new Case().on("2024-09-02", recorded(1, CITY)),
                        List.of(1L),
                        new Case().on("2024-09-04", recorded(1, CITY))),
                new Row(
                        AnomalyRule.DUTIES_COMBINED_BY_EXCEPTION,
                        "the only officer of a ward recorded it",
                        new Case()
                                .under(
                                        new ExceptionId(new UUID(0, 9)),
                                        "2024-03-04",
                                        recorded(1, CITY)),
                        List.of(1L),
                        new Case().on("2024-03-04", recorded(1, CITY))),
                new Row(
                        AnomalyRule.WITHOUT_PAPER,
                        "rebuilt from a report",
                        new Case().from(rebuilt, "2024-03-01", recorded(1, CITY)),
                        List.of(1L),
                        new Case().from(seen, "2024-03-01", recorded(1, CITY))),
                new Row(
                        AnomalyRule.WITHOUT_PAPER,
                        "lost",
                        new Case().withoutPaper("2024-03-01", recorded(1, CITY)),
                        List.of(1L),
                        new Case().on("2024-03-01", recorded(1, CITY))),
                new Row(
                        AnomalyRule.RECIPIENT_TWICE_IN_DECISION,
                        "one person, two lines",
                        lines(CITY, "LDTT", 1, "LDTT", 1),
                        List.of(4L, 5L),
                        lines(CITY, "LDTT", 1, "LDTT", 2)),
                new Row(
                        AnomalyRule.AWARD_BEYOND_COMPETENCE,
                        "a ward signs what the city decides",
                        lines(WARD, "GK_HUYEN", 1, "GK_HUYEN", 2),
                        List.of(4L, 5L),
                        lines(CITY, "GK_HUYEN", 1, "GK_HUYEN", 2)),
                new Row(
                        AnomalyRule.FIGHTERS_ABOVE_QUOTA,
                        "one fighter on one worker",
                        lines(CITY, "LDTT", 1, "CSTD_CO_SO", 1),
                        List.of(5L),
                        lines(CITY, "LDTT", 1, "GK_HUYEN", 1)),
                new Row(
                        AnomalyRule.IMPORT_CONFIRMED_ALONE,
                        "no second person",
                        new Case().on("2024-03-01", completed(true)),
                        List.of(1L),
                        new Case().on("2024-03-01", completed(false))));
    }

    private static Stream<Row> ofUnits() {
        var abolished = new UnitAbolished(CITY, List.of());
        return Stream.of(
                new Row(
                        AnomalyRule.SIGNED_AFTER_UNIT_ENDED,
                        "the end is entered after the decision",
                        new Case().on("2025-07-02", recorded(1, CITY)).on("2025-07-01", abolished),
                        List.of(1L, 2L),
                        new Case().on("2025-06-30", recorded(1, CITY)).on("2025-07-01", abolished)),
                new Row(
                        AnomalyRule.UNIT_ENDED_TWICE,
                        "merged, then abolished",
                        new Case()
                                .on("2024-11-01", new UnitMerged(CITY, WARD))
                                .on("2025-07-01", abolished),
                        List.of(1L, 2L),
                        new Case().on("2025-07-01", abolished)));
    }

    static DecisionRecorded recorded(int id, UnitId authority) {
        return new DecisionRecorded(
                new DecisionId(new UUID(2, id)),
                new DecisionKey(authority, 2024, id + "/QĐ-UBND"),
                1);
    }

    private static Case numbered(int... numbers) {
        var history = new Case();
        for (int i = 0; i < numbers.length; i++) {
            history.paper("2024-03-0" + (4 + i), numbers[i] + "/QĐ-UBND", recorded(10 + i, CITY));
        }
        return history;
    }

    private static Case bulk(String entered) {
        var history = new Case().recordedOn(entered);
        for (int i = 0; i < LateDays.BULK; i++) {
            history.paper("2024-03-04", (i + 1) + "/QĐ-UBND", recorded(20 + i, CITY));
        }
        return history;
    }

    static AwardDecided award(
            int id, UnitId authority, String code, int recipient, @Nullable NominationId answers) {
        return new AwardDecided(
                new AwardId(new UUID(3, id)),
                new DecisionId(new UUID(2, 30)),
                new DecisionKey(authority, 2024, "30/QĐ-UBND"),
                id,
                ConferralMode.TANG,
                null,
                answers,
                new AwardLine(
                        new AwardCode(code),
                        Rank.NONE,
                        new RecipientId(new UUID(4, recipient)),
                        RecipientKind.INDIVIDUAL,
                        CommendationType.CONG_TRANG,
                        null));
    }

    private static Case lines(UnitId authority, String first, int one, String second, int other) {
        return new Case()
                .on("2020-01-01", city())
                .on("2020-01-01", ward())
                .on("2020-01-01", awardType("GK_HUYEN", AwardLevel.HUYEN))
                .on("2024-03-04", award(1, authority, first, one, null))
                .on("2024-03-04", award(2, authority, second, other, null));
    }

    private static ImportCompleted completed(boolean alone) {
        return new ImportCompleted(
                new ImportId(new UUID(0, 6)), "a.xlsx", "0".repeat(64), 1, 1, "chi", alone);
    }
}

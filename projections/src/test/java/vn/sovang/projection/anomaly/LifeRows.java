package vn.sovang.projection.anomaly;

import static vn.sovang.projection.testing.Given.CITY;
import static vn.sovang.projection.testing.Given.annulled;
import static vn.sovang.projection.testing.Given.awardType;
import static vn.sovang.projection.testing.Given.paid;
import static vn.sovang.projection.testing.Given.presented;
import static vn.sovang.projection.testing.Given.recovered;
import static vn.sovang.projection.testing.Given.restored;
import static vn.sovang.projection.testing.Given.stripped;
import static vn.sovang.projection.testing.Given.subject;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactReturnedUnchanged;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.projection.anomaly.AnomalyRulesTest.Row;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.ReissueKind;

/// What becomes of awards, prizes and items.
final class LifeRows {
    private static final AwardId AWARD = new AwardId(new UUID(3, 9));
    private static final ArtifactId ITEM = new ArtifactId(new UUID(0, 8));

    private LifeRows() {}

    static Stream<Row> rows() {
        return Stream.of(ofAwards(), ofItems()).flatMap(s -> s);
    }

    private static Stream<Row> ofAwards() {
        return Stream.of(
                new Row(
                        AnomalyRule.RECOVERY_OVERDUE,
                        "annulled, the prize still out",
                        takenBack(),
                        List.of(2L),
                        takenBack().on("2024-03-10", recovered(AWARD, 540_000))),
                new Row(
                        AnomalyRule.RECOVERED_LATE,
                        "a month after the annulment",
                        takenBack().on("2024-04-10", recovered(AWARD, 540_000)),
                        List.of(2L, 3L),
                        takenBack().on("2024-03-10", recovered(AWARD, 540_000))),
                new Row(
                        AnomalyRule.RESTORED_NOT_HANDED_BACK,
                        "restored, and nobody came",
                        givenBack(),
                        List.of(2L),
                        givenBack().on("2024-05-01", presented(AWARD))),
                new Row(
                        AnomalyRule.PRIZE_AMOUNT_DIFFERS,
                        "0.3 of the base salary is 540,000",
                        prize(700_000),
                        List.of(3L),
                        prize(540_000)),
                new Row(
                        AnomalyRule.MOTHER_ITEM_MISSING,
                        "a badge and no certificate",
                        mother().on("1995-01-02", issued(1, ArtifactKind.HUY_HIEU)),
                        List.of(1L),
                        mother().on("1995-01-02", issued(1, ArtifactKind.HUY_HIEU))
                                .on("1995-01-02", issued(2, ArtifactKind.BANG))));
    }

    private static Stream<Row> ofItems() {
        var lost = new ArtifactReportedLost(ITEM, AWARD, null);
        var again = new ArtifactReportedFound(ITEM, AWARD, null);
        var handedIn = new ArtifactHandedIn(ITEM, AWARD, CITY, "1");
        var back =
                new ArtifactReturnedUnchanged(
                        ITEM, AWARD, CITY, new Keeper(KeeperRelation.SELF, null, null), "2");
        return Stream.of(
                new Row(
                        AnomalyRule.ITEM_REISSUED_TWICE,
                        "two new ones for one lost one",
                        new Case()
                                .on("2024-01-10", lost)
                                .on("2024-02-10", reissued(1))
                                .on("2024-03-10", reissued(2)),
                        List.of(2L, 3L),
                        new Case().on("2024-01-10", lost).on("2024-02-10", reissued(1))),
                new Row(
                        AnomalyRule.EXCHANGED_WITHOUT_HAND_IN,
                        "the old one is still with its keeper",
                        new Case().on("2024-02-10", reissued(1)),
                        List.of(1L),
                        new Case().on("2024-01-10", handedIn).on("2024-02-10", reissued(1))),
                new Row(
                        AnomalyRule.FOUND_AFTER_REPLACEMENT,
                        "the old one comes to light",
                        new Case()
                                .on("2024-01-10", lost)
                                .on("2024-02-10", reissued(1))
                                .on("2024-03-10", again),
                        List.of(2L, 3L),
                        new Case().on("2024-01-10", lost).on("2024-03-10", again)),
                new Row(
                        AnomalyRule.ITEM_HELD_TOO_LONG,
                        "handed in and never returned",
                        new Case().on("2024-01-10", handedIn),
                        List.of(1L),
                        new Case().on("2024-01-10", handedIn).on("2024-01-20", back)),
                new Row(
                        AnomalyRule.MANY_REISSUES,
                        "three cases of one recipient",
                        asked(3),
                        List.of(1L, 2L, 3L),
                        asked(2)));
    }

    private static Case takenBack() {
        return new Case()
                .on("2024-02-01", paid(AWARD, 540_000))
                .on("2024-03-01", annulled(AWARD, CITY));
    }

    private static Case givenBack() {
        return new Case().on("2024-03-01", stripped(AWARD)).on("2024-04-01", restored(AWARD));
    }

    private static Case prize(long dong) {
        var t = awardType("GK_HUYEN", AwardLevel.HUYEN);
        var type =
                new AwardTypeDefined(
                        t.code(),
                        t.family(),
                        t.nameVi(),
                        null,
                        t.level(),
                        null,
                        t.recipients(),
                        t.ranks(),
                        t.posthumous(),
                        t.artifacts(),
                        List.of(),
                        "NO",
                        "0.3",
                        null,
                        null,
                        null,
                        null,
                        null);
        return new Case()
                .on("2024-01-01", type)
                .on("2024-03-01", DecisionRows.award(9, CITY, "GK_HUYEN", 9, null))
                .on("2024-03-05", paid(AWARD, dong));
    }

    private static Case mother() {
        return new Case().on("1994-12-17", DecisionRows.award(9, CITY, "DH_BMVNAH", 9, null));
    }

    private static ArtifactIssued issued(int id, ArtifactKind kind) {
        return new ArtifactIssued(new ArtifactId(new UUID(5, id)), AWARD, kind, null);
    }

    private static ArtifactReissued reissued(int id) {
        return new ArtifactReissued(
                new ArtifactId(new UUID(6, id)),
                ITEM,
                new CaseId(new UUID(7, id)),
                AWARD,
                ArtifactKind.BANG,
                null,
                null);
    }

    private static Case asked(int times) {
        var about = subject(ReissueKind.REISSUE, CommendationType.KHANG_CHIEN);
        var history = new Case();
        for (int i = 0; i < times; i++) {
            history.on(
                    "2024-01-1" + i, new ReissueRequested(new CaseId(new UUID(8, i)), CITY, about));
        }
        return history;
    }
}

package vn.sovang.projection.anomaly;

import static vn.sovang.projection.testing.Given.CITY;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.NominationEvent.AppraisalConcluded;
import vn.sovang.event.NominationEvent.CouncilVoted;
import vn.sovang.projection.anomaly.AnomalyRulesTest.Row;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.Ballot;
import vn.sovang.vocabulary.DossierFigures;
import vn.sovang.vocabulary.EligibilityCheck;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RuleResult;

/// Nominations that were decided although something spoke against it.
final class FileRows {
    private static final NominationId NOMINATION = new NominationId(new UUID(0, 7));
    private static final RecipientId PERSON = new RecipientId(new UUID(4, 1));

    private FileRows() {}

    static Stream<Row> rows() {
        var bad = RuleResult.KHONG_DAT;
        var good = RuleResult.DAT;
        return Stream.of(
                new Row(
                        AnomalyRule.COUNCIL_WITHOUT_QUORUM,
                        "four of nine",
                        new Case().on("2024-02-25", voted(bad, good)),
                        List.of(1L),
                        new Case().on("2024-02-25", voted(good, good))),
                new Row(
                        AnomalyRule.COUNCIL_WITHOUT_MAJORITY,
                        "decided against the vote",
                        decided(new Case().on("2024-02-25", voted(good, bad))),
                        List.of(1L, 2L),
                        decided(new Case().on("2024-02-25", voted(good, good)))),
                new Row(
                        AnomalyRule.STANDARD_NOT_MET,
                        "two years instead of three",
                        decided(new Case().on("2024-02-20", concluded("E1", bad, ""))),
                        List.of(1L, 2L),
                        decided(new Case().on("2024-02-20", concluded("E1", good, "")))),
                new Row(
                        AnomalyRule.COLLECTIVE_STANDARD_NOT_MET,
                        "less than seventy per cent",
                        decided(new Case().on("2024-02-20", concluded("E4", bad, ""))),
                        List.of(1L, 2L),
                        decided(new Case().on("2024-02-20", concluded("E4", good, "")))),
                new Row(
                        AnomalyRule.CONDITION_ANNULLED,
                        "the award counted is void",
                        counted("CSTD_CO_SO 2024"),
                        List.of(2L, 3L),
                        counted("CSTD_CO_SO 2022")));
    }

    private static Case counted(String input) {
        var annulled =
                new AwardAnnulled(
                        new AwardId(new UUID(3, 1)),
                        AnnulmentGround.GIAN_DOI_KE_KHAI,
                        CITY,
                        PERSON);
        return new Case()
                .on("2024-01-04", DecisionRows.award(1, CITY, "CSTD_CO_SO", 1, null))
                .on("2024-02-01", concluded("E1", RuleResult.DAT, input))
                .on("2024-03-01", annulled);
    }

    private static Case decided(Case before) {
        return before.on("2024-03-01", DecisionRows.award(5, CITY, "GK_HUYEN", 5, NOMINATION));
    }

    private static CouncilVoted voted(RuleResult quorum, RuleResult majority) {
        return new CouncilVoted(
                NOMINATION, CITY, new Ballot(9, 4, 4), "HOI_DONG-2024/1", quorum, majority);
    }

    private static AppraisalConcluded concluded(String rule, RuleResult result, String input) {
        var inputs = input.isEmpty() ? List.<String>of() : List.of(input);
        return new AppraisalConcluded(
                NOMINATION,
                PERSON,
                CITY,
                AppraisalResult.DAT,
                null,
                DossierFigures.NONE,
                List.of(
                        new EligibilityCheck(
                                rule, "LUAT-2022/1", result, "Luật 06/2022/QH15", inputs)));
    }
}

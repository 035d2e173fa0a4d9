package vn.sovang.projection.anomaly;

import static vn.sovang.projection.testing.Given.CITY;
import static vn.sovang.projection.testing.Given.awardType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.projection.anomaly.AnomalyRulesTest.Row;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// Cases of exchange, re-issue and first issue.
final class CaseRows {
    private static final CaseId CASE = new CaseId(new UUID(0, 1));
    private static final AwardId AWARD = new AwardId(new UUID(0, 2));
    private static final RecipientId SOMEBODY = new RecipientId(new UUID(0, 3));

    private CaseRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        AnomalyRule.FIRST_ISSUE_READING_UNKNOWN,
                        "nobody says what is meant by a first issue",
                        proposed(FirstIssueReading.KHONG_RO),
                        List.of(1L),
                        proposed(FirstIssueReading.KHEN_MOI)),
                new Row(
                        AnomalyRule.REISSUED_WITHOUT_CONFIRMATION,
                        "a state award, the archive never asked",
                        asked().on("2024-02-01", approved()),
                        List.of(3L),
                        asked().on("2024-01-20", confirmed()).on("2024-02-01", approved())),
                new Row(
                        AnomalyRule.CASE_OVERDUE,
                        "asked for and never answered",
                        asked(),
                        List.of(2L),
                        asked().on("2024-01-20", confirmed()).on("2024-02-01", approved())));
    }

    private static Subject subject(
            ReissueKind kind, @Nullable FirstIssueReading reading, String award) {
        return new Subject(
                kind,
                reading,
                AWARD,
                new AwardCode(award),
                CommendationType.KHANG_CHIEN,
                SOMEBODY,
                RecipientKind.INDIVIDUAL,
                ArtifactKind.BANG,
                null,
                null);
    }

    private static Case proposed(FirstIssueReading reading) {
        var subject = subject(ReissueKind.FIRST_ISSUE, reading, "KHONG_RO");
        return new Case()
                .on(
                        "2024-05-31",
                        new ReissueProposed(CASE, new ListId(new UUID(0, 4)), 1, CITY, subject));
    }

    private static Case asked() {
        var t = awardType("DH_AHLD", AwardLevel.NHA_NUOC);
        var state =
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
                        "YES",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        var subject = subject(ReissueKind.REISSUE, null, "DH_AHLD");
        return new Case()
                .on("2024-01-01", state)
                .on("2024-01-10", new ReissueRequested(CASE, CITY, subject));
    }

    private static EntitlementConfirmed confirmed() {
        return new EntitlementConfirmed(
                CASE, AWARD, "Lưu trữ", "5/XN", LocalDate.parse("2024-01-20"), EvidenceGrade.A);
    }

    private static ReissueApproved approved() {
        return new ReissueApproved(CASE, AWARD, CITY);
    }
}

package vn.sovang;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.MINISTRY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Receipt;
import vn.sovang.artifact.ArtifactCommand;
import vn.sovang.artifact.ArtifactCommand.DestroyArtifact;
import vn.sovang.artifact.ArtifactCommand.HandInArtifact;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.RecordKeeper;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactDamaged;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactFound;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.artifact.ArtifactCommand.ReturnArtifactUnchanged;
import vn.sovang.artifact.ArtifactCommand.TransferCustody;
import vn.sovang.artifact.ArtifactCommand.WithdrawArtifact;
import vn.sovang.award.AnnulAward;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.Summary;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.reissue.ReissueCommand;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.CompleteReissueFile;
import vn.sovang.reissue.ReissueCommand.ConfirmEntitlement;
import vn.sovang.reissue.ReissueCommand.ForwardReissue;
import vn.sovang.reissue.ReissueCommand.HandOverArtifact;
import vn.sovang.reissue.ReissueCommand.RefuseReissue;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.ReportEntitlementNotConfirmed;
import vn.sovang.reissue.ReissueCommand.RequestCompletion;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.reissue.ReissueCommand.ReturnReissueFile;
import vn.sovang.reissue.ReissueListCommand;
import vn.sovang.reissue.ReissueListCommand.Line;
import vn.sovang.reissue.ReissueListCommand.ReturnReissueList;
import vn.sovang.reissue.ReissueListCommand.SubmitReissueList;
import vn.sovang.survey.SurveyCommand;
import vn.sovang.survey.SurveyCommand.CloseSurveyCampaign;
import vn.sovang.survey.SurveyCommand.OpenSurveyCampaign;
import vn.sovang.survey.SurveyCommand.RecordSurveyedItem;
import vn.sovang.testing.Mother;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.ReissueRefusalReason;

/// A client that never got its answer asks again: whatever it asked about items, cases and surveys
/// is recorded once, and the first receipt comes again. One life of a badge and a diploma in which
/// every command there is occurs.
class ItemRetryTest {
    private static final AwardCode CODE = Mother.CODE;
    private static final Claimant SELF = new Claimant(KeeperRelation.SELF, null, null, false);
    private static final Keeper KEEPER = new Keeper(KeeperRelation.SELF, null, null);
    private static final LocalDate REPLY = LocalDate.parse("2024-04-01");

    private final Mother mother = new Mother();
    private final AwardId award = mother.award;
    private final CaseId exchange = new CaseId(UUID.randomUUID());
    private final CaseId refused = new CaseId(UUID.randomUUID());
    private final CaseId returned = new CaseId(UUID.randomUUID());
    private final ArtifactId next = new ArtifactId(UUID.randomUUID());
    private final ListId list = new ListId(UUID.randomUUID());
    private final CampaignId campaign = new CampaignId(UUID.randomUUID());

    private static Origin on(String day) {
        return origin("an", day);
    }

    private static Origin signed(String number, String day) {
        return origin("binh", day, paper(number, day));
    }

    @Test
    void every_command_asked_twice_is_recorded_once(@TempDir Path folder) {
        var asked = new HashSet<Class<?>>();
        try (var test = TestLedger.open(TestDatabase.freshSettings(), folder)) {
            var ledger = test.ledger();
            for (var command : life()) {
                var first = ledger.submit(command);
                assertThat(first).as(command.toString()).isInstanceOf(Receipt.class);
                long head = ledger.feed().head();
                var receipt = (Receipt) first;
                assertThat(ledger.submit(command))
                        .isEqualTo(
                                new Receipt(
                                        receipt.first(),
                                        receipt.last(),
                                        receipt.recordedAt(),
                                        true));
                assertThat(ledger.feed().head()).as(command.toString()).isEqualTo(head);
                asked.add(command.getClass());
            }
            assertThat(ledger.check(_ -> {}).findings()).isEmpty();
        }
        for (var family :
                List.of(
                        ArtifactCommand.class,
                        ReissueCommand.class,
                        ReissueListCommand.class,
                        SurveyCommand.class)) {
            assertThat(asked).containsAll(kinds(family));
        }
    }

    private static Set<Class<?>> kinds(Class<?> family) {
        var kinds = Set.<Class<?>>copyOf(Arrays.asList(family.getPermittedSubclasses()));
        assertThat(kinds).isNotEmpty();
        return kinds;
    }

    private List<Command> life() {
        var life = new ArrayList<Command>();
        life.addAll(conferred());
        life.addAll(exchanged());
        life.addAll(lost());
        life.addAll(surveyed());
        life.addAll(takenBack());
        return life;
    }

    private List<Command> conferred() {
        return List.of(
                new RegisterRecipient(on("2023-09-01"), mother.person),
                new RecordDecision(
                        signed("1/QĐ-CTN", "2023-09-01"),
                        mother.decided.decision(),
                        PRESIDENT,
                        List.of(
                                new RecordDecision.Line(
                                        award,
                                        ConferralMode.TANG,
                                        null,
                                        null,
                                        mother.decided.line()))),
                issue(mother.badge, ArtifactKind.HUY_HIEU),
                issue(mother.diploma, ArtifactKind.BANG),
                new RecordKeeper(on("2023-10-02"), award, CODE, mother.badge, KEEPER),
                new ReportArtifactDamaged(on("2024-01-01"), award, CODE, mother.badge, null));
    }

    private IssueArtifact issue(ArtifactId artifact, ArtifactKind kind) {
        return new IssueArtifact(on("2023-10-01"), award, CODE, artifact, kind, null);
    }

    private List<Command> exchanged() {
        var lines = List.of(new Line(exchange, award, CODE));
        return List.of(
                new HandInArtifact(on("2024-02-01"), award, CODE, mother.badge, CITY, "BN-1"),
                request(exchange, ReissueKind.EXCHANGE, mother.badge, ArtifactKind.HUY_HIEU),
                new RequestCompletion(
                        on("2024-02-02"), exchange, award, CODE, CITY, List.of("đơn")),
                new CompleteReissueFile(on("2024-02-03"), exchange, award, CODE),
                new SubmitReissueList(signed("2/DS", "2024-02-10"), list, CITY, PROVINCE, lines),
                new ReturnReissueList(
                        signed("3/SNV", "2024-02-20"), list, PROVINCE, CITY, "thiếu dấu", lines),
                new ForwardReissue(on("2024-03-01"), exchange, award, CODE, PROVINCE, MINISTRY),
                new TransferCustody(
                        on("2024-03-01"),
                        award,
                        CODE,
                        mother.badge,
                        CITY,
                        MINISTRY,
                        "BN-2",
                        "kho 1",
                        CustodyPurpose.EXCHANGE),
                new ReportEntitlementNotConfirmed(
                        on("2024-04-01"),
                        exchange,
                        award,
                        CODE,
                        "Trung tâm lưu trữ",
                        "1/LT",
                        REPLY,
                        "không có tên",
                        EvidenceGrade.D),
                new ConfirmEntitlement(
                        on("2024-04-02"),
                        exchange,
                        award,
                        CODE,
                        "Trung tâm lưu trữ",
                        "2/LT",
                        REPLY,
                        EvidenceGrade.A),
                new ApproveReissue(on("2024-04-03"), exchange, award, CODE, MINISTRY),
                new ReissueArtifact(on("2024-04-04"), exchange, award, CODE, next, null, null),
                new HandOverArtifact(on("2024-04-05"), exchange, award, CODE, next, CITY, SELF),
                new DestroyArtifact(
                        signed("4/BB", "2024-04-30"),
                        award,
                        CODE,
                        mother.badge,
                        MINISTRY,
                        "Hội đồng tiêu hủy",
                        "hỏng"));
    }

    private RequestReissue request(CaseId id, ReissueKind kind, ArtifactId old, ArtifactKind what) {
        var day = kind == ReissueKind.EXCHANGE ? "2024-02-01" : "2024-05-02";
        return new RequestReissue(
                on(day),
                id,
                CITY,
                mother.about(kind, what, old),
                new ReissueEvent.Application(SELF, null, List.of(), null));
    }

    private List<Command> lost() {
        return List.of(
                new ReportArtifactLost(on("2024-05-01"), award, CODE, mother.diploma, null),
                request(refused, ReissueKind.REISSUE, mother.diploma, ArtifactKind.BANG),
                new RefuseReissue(
                        on("2024-05-03"),
                        refused,
                        award,
                        CODE,
                        MINISTRY,
                        List.of(ReissueRefusalReason.KHONG_KHACH_QUAN)),
                request(returned, ReissueKind.REISSUE, mother.diploma, ArtifactKind.BANG),
                new ReturnReissueFile(on("2024-05-04"), returned, award, CODE, CITY, "đã tìm thấy"),
                new ReportArtifactFound(on("2024-05-05"), award, CODE, mother.diploma, null),
                new HandInArtifact(on("2024-05-06"), award, CODE, mother.diploma, CITY, "BN-3"),
                new ReturnArtifactUnchanged(
                        on("2024-05-07"), award, CODE, mother.diploma, CITY, KEEPER, "BN-4"));
    }

    private List<Command> surveyed() {
        var sheet =
                new ItemSurveyed(
                        campaign,
                        CITY,
                        null,
                        CODE,
                        null,
                        mother.person.recipient(),
                        ArtifactKind.BANG,
                        null,
                        null,
                        ArtifactCondition.KHONG_RO,
                        null,
                        LifeStatus.KHONG_RO,
                        null,
                        null,
                        null,
                        null);
        var item =
                new vn.sovang.event.SurveyEvent.ItemCount(
                        null,
                        ArtifactKind.BANG,
                        ArtifactCondition.KHONG_RO,
                        LifeStatus.KHONG_RO,
                        1);
        var summary = new Summary(List.of(item), List.of(), 1, 1);
        return List.of(
                new OpenSurveyCampaign(
                        on("2024-01-22"),
                        new SurveyCampaignOpened(campaign, CITY, CODE, "khảo sát")),
                new RecordSurveyedItem(on("2024-06-01"), sheet),
                new CloseSurveyCampaign(
                        on("2024-06-30"), new SurveyCampaignClosed(campaign, CITY, summary)));
    }

    private List<Command> takenBack() {
        return List.of(
                new AnnulAward(
                        signed("5/QĐ-CTN", "2024-08-01"),
                        award,
                        CODE,
                        AnnulmentGround.GIAN_DOI_KE_KHAI,
                        PRESIDENT),
                new WithdrawArtifact(
                        on("2024-08-10"), award, CODE, mother.diploma, "hủy bỏ", CITY));
    }
}

package vn.sovang.artifact;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sovang.artifact.ArtifactCommand.DestroyArtifact;
import vn.sovang.artifact.ArtifactCommand.HandInArtifact;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.artifact.ArtifactCommand.WithdrawArtifact;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.rule.AwardFile;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RestorationGround;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.StrippingGround;

class ArtifactLifeTest {
    private static final AwardCode MOTHER = new AwardCode("DH_BMVNAH");

    private final AwardId award = new AwardId(UUID.randomUUID());
    private final ArtifactId badge = new ArtifactId(UUID.randomUUID());
    private final ArtifactId other = new ArtifactId(UUID.randomUUID());
    private final AwardDecided decided =
            new AwardDecided(
                    award,
                    new DecisionId(UUID.randomUUID()),
                    DecisionKey.of(PRESIDENT, 2023, new DocumentNumber("1/QĐ-CTN")),
                    1,
                    ConferralMode.TANG,
                    null,
                    null,
                    line("DH_BMVNAH", PhanRang.recipient(RecipientKind.INDIVIDUAL)));
    private final ArtifactIssued issued =
            new ArtifactIssued(badge, award, ArtifactKind.HUY_HIEU, new SerialNumber("0001"));

    private DeciderSpec<ArtifactCommand, AwardFile> decidedAward() {
        return DeciderSpec.of(new Artifacts())
                .given(PhanRang.reference())
                .given(on("2023-09-01", decided));
    }

    private static Fact on(String day, LedgerEvent event) {
        return fact("an", day, event);
    }

    private IssueArtifact issue(ArtifactId artifact, ArtifactKind kind, String day) {
        return new IssueArtifact(
                origin("an", day), award, MOTHER, artifact, kind, new SerialNumber("0001"));
    }

    private ReportArtifactLost lose(String day) {
        return new ReportArtifactLost(origin("an", day), award, MOTHER, badge, null);
    }

    private WithdrawArtifact withdraw(String day) {
        return new WithdrawArtifact(origin("an", day), award, MOTHER, badge, "hủy bỏ quyết định");
    }

    @Test
    void an_item_of_the_award_is_issued() {
        decidedAward().when(issue(badge, ArtifactKind.HUY_HIEU, "2023-10-01")).then(issued);
    }

    @Test
    void refuses_an_item_the_award_does_not_come_with() {
        decidedAward()
                .when(issue(badge, ArtifactKind.HUAN_CHUONG, "2023-10-01"))
                .thenRefused(RefusalCode.ARTIFACT_NOT_PART_OF_AWARD);
    }

    @Test
    void an_award_that_comes_with_money_only_has_no_item() {
        var worker = PhanRang.recipient(RecipientKind.INDIVIDUAL);
        var title =
                new AwardDecided(
                        award,
                        new DecisionId(UUID.randomUUID()),
                        DecisionKey.of(CITY, 2023, new DocumentNumber("2/QĐ-UBND")),
                        1,
                        ConferralMode.TANG,
                        null,
                        null,
                        line("LDTT", worker));
        DeciderSpec.of(new Artifacts())
                .given(PhanRang.reference())
                .given(on("2023-09-01", title))
                .when(
                        new IssueArtifact(
                                origin("an", "2023-10-01"),
                                award,
                                new AwardCode("LDTT"),
                                badge,
                                ArtifactKind.BANG,
                                null))
                .thenRefused(RefusalCode.ARTIFACT_NOT_PART_OF_AWARD);
    }

    @Test
    void nothing_is_destroyed_without_minutes() {
        decidedAward()
                .given(
                        on("2023-10-01", issued),
                        on("2024-08-01", new ArtifactHandedIn(badge, award, CITY, null)))
                .when(
                        new DestroyArtifact(
                                origin("an", "2024-09-01"),
                                award,
                                MOTHER,
                                badge,
                                CITY,
                                "Hội đồng",
                                "hỏng"))
                .thenRefused(RefusalCode.DOCUMENT_MISSING);
    }

    @Test
    void refuses_a_second_active_item_of_one_kind() {
        decidedAward()
                .given(on("2023-10-01", issued))
                .when(issue(other, ArtifactKind.HUY_HIEU, "2023-10-02"))
                .thenRefused(RefusalCode.ARTIFACT_ALREADY_ACTIVE);
    }

    @Test
    void a_lost_item_still_holds_its_place() {
        decidedAward()
                .given(
                        on("2023-10-01", issued),
                        on("2024-08-01", new ArtifactReportedLost(badge, award, null)))
                .when(issue(other, ArtifactKind.HUY_HIEU, "2024-09-01"))
                .thenRefused(RefusalCode.ARTIFACT_ALREADY_ACTIVE);
    }

    @Test
    void refuses_an_item_issued_before_its_decision() {
        decidedAward()
                .when(issue(badge, ArtifactKind.HUY_HIEU, "2023-08-31"))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
    }

    @Test
    void refuses_an_item_of_an_award_nobody_decided() {
        DeciderSpec.of(new Artifacts())
                .given(PhanRang.reference())
                .when(issue(badge, ArtifactKind.HUY_HIEU, "2023-10-01"))
                .thenRefused(RefusalCode.AWARD_UNKNOWN);
    }

    @Test
    void a_held_item_can_be_reported_lost_once() {
        decidedAward()
                .given(on("2023-10-01", issued))
                .when(lose("2024-08-01"))
                .then(new ArtifactReportedLost(badge, award, null));
        decidedAward()
                .given(
                        on("2023-10-01", issued),
                        on("2024-08-01", new ArtifactReportedLost(badge, award, null)))
                .when(lose("2024-08-02"))
                .thenRefused(RefusalCode.ARTIFACT_NOT_ACTIVE);
    }

    @Test
    void refuses_a_loss_of_an_item_that_was_never_issued() {
        decidedAward().when(lose("2024-08-01")).thenRefused(RefusalCode.ARTIFACT_UNKNOWN);
    }

    @Test
    void a_lost_item_cannot_be_handed_in() {
        decidedAward()
                .given(
                        on("2023-10-01", issued),
                        on("2024-08-01", new ArtifactReportedLost(badge, award, null)))
                .when(
                        new HandInArtifact(
                                origin("an", "2024-08-03"), award, MOTHER, badge, CITY, null))
                .thenRefused(RefusalCode.ARTIFACT_NOT_ACTIVE);
    }

    @Test
    void items_of_a_standing_award_are_not_withdrawn() {
        decidedAward()
                .given(on("2023-10-01", issued))
                .when(withdraw("2024-08-01"))
                .thenRefused(RefusalCode.AWARD_NOT_ANNULLED);
    }

    @Test
    void items_of_a_stripped_title_are_withdrawn_but_not_after_its_restoration() {
        var recipient = decided.line().recipient();
        var stripped =
                new HonourStripped(
                        award, recipient, StrippingGround.KET_AN_TU, PRESIDENT, null, null);
        var restored =
                new HonourRestored(award, recipient, RestorationGround.KHONG_PHAM_TOI, PRESIDENT);
        decidedAward()
                .given(on("2023-10-01", issued), on("2024-08-01", stripped))
                .when(withdraw("2024-08-15"))
                .then(new ArtifactWithdrawn(badge, award, "hủy bỏ quyết định"));
        decidedAward()
                .given(
                        on("2023-10-01", issued),
                        on("2024-08-01", stripped),
                        on("2024-08-10", restored))
                .when(withdraw("2024-08-15"))
                .thenRefused(RefusalCode.AWARD_NOT_ANNULLED);
    }

    @Test
    void items_of_an_annulled_award_are_withdrawn_and_no_new_ones_issued() {
        var annulled = new AwardAnnulled(award, AnnulmentGround.GIAN_DOI_KE_KHAI, PRESIDENT);
        decidedAward()
                .given(on("2023-10-01", issued), on("2024-08-01", annulled))
                .when(withdraw("2024-08-15"))
                .then(new ArtifactWithdrawn(badge, award, "hủy bỏ quyết định"));
        decidedAward()
                .given(on("2024-08-01", annulled))
                .when(issue(badge, ArtifactKind.HUY_HIEU, "2024-08-15"))
                .thenRefused(RefusalCode.AWARD_ANNULLED);
    }
}

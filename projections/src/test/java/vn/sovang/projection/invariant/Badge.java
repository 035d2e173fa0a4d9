package vn.sovang.projection.invariant;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.MINISTRY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.time.LocalDate;
import java.util.UUID;
import vn.sovang.artifact.ArtifactCommand.DestroyArtifact;
import vn.sovang.artifact.ArtifactCommand.HandInArtifact;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.artifact.ArtifactCommand.ReturnArtifactUnchanged;
import vn.sovang.award.AnnulAward;
import vn.sovang.award.AwardCommand.PresentAward;
import vn.sovang.decider.Command;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.ConfirmEntitlement;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.ReportEntitlementNotConfirmed;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.PresentedTo;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// A hero of labour's badge: a title of 2010, its badge, and what becomes of both in 2024.
final class Badge {
    private static final AwardCode CODE = new AwardCode("DH_AHLD");
    private static final ArtifactKind KIND = ArtifactKind.HUY_HIEU;
    private static final Keeper HERSELF = new Keeper(KeeperRelation.SELF, null, null);

    final LifeOfAnAward life;
    private final AwardId award;
    private final ArtifactId old = new ArtifactId(UUID.randomUUID());
    private final CaseId reissueCase = new CaseId(UUID.randomUUID());

    Badge(String number) {
        life = new LifeOfAnAward(number);
        award = life.honour;
    }

    Scene honoured() {
        return Scene.after(life.honoured(CODE.value()));
    }

    Scene issued() {
        return honoured().and(issue(old));
    }

    Scene asked(ReissueKind kind) {
        return issued().and(kind == ReissueKind.EXCHANGE ? handIn() : lose("2024-03-01"))
                .and(request(kind, reissueCase));
    }

    Scene approved(ReissueKind kind) {
        return asked(kind).and(confirm(), approve());
    }

    Command issueAnother() {
        return issue(new ArtifactId(UUID.randomUUID()));
    }

    private Command issue(ArtifactId artifact) {
        return new IssueArtifact(origin("an", "2024-02-01"), award, CODE, artifact, KIND, null);
    }

    Command lose(String day) {
        return new ReportArtifactLost(origin("an", day), award, CODE, old, null);
    }

    Command handIn() {
        return new HandInArtifact(origin("an", "2024-03-01"), award, CODE, old, CITY, null);
    }

    Command giveBack() {
        return new ReturnArtifactUnchanged(
                origin("an", "2024-04-01"), award, CODE, old, CITY, HERSELF, null);
    }

    Command destroy(Document minutes) {
        return new DestroyArtifact(
                origin("an", "2024-04-01", minutes), award, CODE, old, CITY, "Hội đồng", "hỏng");
    }

    Command requestAnother(ReissueKind kind) {
        return request(kind, new CaseId(UUID.randomUUID()));
    }

    private Command request(ReissueKind kind, CaseId id) {
        var subject =
                new Subject(
                        kind,
                        null,
                        award,
                        CODE,
                        CommendationType.CONG_TRANG,
                        life.person.recipient(),
                        RecipientKind.INDIVIDUAL,
                        KIND,
                        old,
                        null);
        return new RequestReissue(origin("an", "2024-03-02"), id, CITY, subject);
    }

    Command confirm() {
        return new ConfirmEntitlement(
                origin("an", "2024-03-05"),
                reissueCase,
                award,
                CODE,
                "Trung tâm lưu trữ",
                "12/LT",
                LocalDate.parse("2024-03-04"),
                EvidenceGrade.A);
    }

    Command notConfirm() {
        return new ReportEntitlementNotConfirmed(
                origin("an", "2024-03-05"),
                reissueCase,
                award,
                CODE,
                "Trung tâm lưu trữ",
                "13/LT",
                LocalDate.parse("2024-03-04"),
                "số quyết định",
                EvidenceGrade.E);
    }

    Command approve() {
        return new ApproveReissue(origin("binh", "2024-03-05"), reissueCase, award, CODE, MINISTRY);
    }

    Command reissue() {
        return new ReissueArtifact(
                origin("an", "2024-09-01"),
                reissueCase,
                award,
                CODE,
                new ArtifactId(UUID.randomUUID()),
                null,
                null,
                KIND,
                null);
    }

    Command reissueOnPaper() {
        var made = new ArtifactId(UUID.randomUUID());
        return Papers.row(
                origin("an", "2024-09-01"),
                new ArtifactReissued(made, old, reissueCase, award, KIND, null, null));
    }

    Command annul() {
        return new AnnulAward(
                origin("binh", "2024-05-01", paper("9/QĐ-CTN", "2024-05-01")),
                award,
                CODE,
                AnnulmentGround.GIAN_DOI_KE_KHAI,
                PRESIDENT);
    }

    Command present(String day) {
        return new PresentAward(
                origin("binh", day), award, CODE, "Hội trường", PresentedTo.NGUOI_DUOC_KHEN, null);
    }
}

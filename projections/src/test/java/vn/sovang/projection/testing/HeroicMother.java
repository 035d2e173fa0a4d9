package vn.sovang.projection.testing;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.MINISTRY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.PROVINCE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.artifact.ArtifactCommand.DestroyArtifact;
import vn.sovang.artifact.ArtifactCommand.HandInArtifact;
import vn.sovang.artifact.ArtifactCommand.TransferCustody;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.ReissueEvent.Application;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.event.SurveyEvent.ItemCount;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.ProposalCount;
import vn.sovang.event.SurveyEvent.Summary;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.imports.RecordImport;
import vn.sovang.recipient.RecipientChange.RecordContact;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.ConfirmEntitlement;
import vn.sovang.reissue.ReissueCommand.ForwardReissue;
import vn.sovang.reissue.ReissueCommand.HandOverArtifact;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.reissue.ReissueListCommand.Line;
import vn.sovang.reissue.ReissueListCommand.SubmitReissueList;
import vn.sovang.subject.SubjectCommand.EraseIdentity;
import vn.sovang.subject.SubjectCommand.RefuseErasure;
import vn.sovang.survey.SurveyCommand.CloseSurveyCampaign;
import vn.sovang.survey.SurveyCommand.OpenSurveyCampaign;
import vn.sovang.survey.SurveyCommand.RecordSurveyedItem;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.ContactRole;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.SubjectId;
import vn.sovang.vocabulary.UnitId;

/// One Heroic Mother's title of 1994 and her acts in the ledger, each in few words: what is done is
/// told here once, when and by which paper is told by the [Story].
public final class HeroicMother {
    public static final String SIGNED = "1994-12-17";
    public static final UnitId MY_HUONG = PhanRang.unit("UBND phường Mỹ Hương");

    private static final AwardCode TITLE = new AwardCode("DH_BMVNAH");

    public final RecipientId recipient = new RecipientId(UUID.randomUUID());
    public final SubjectId daughter = new SubjectId(UUID.randomUUID());
    public final AwardId award = new AwardId(UUID.randomUUID());
    public final ArtifactId badge = new ArtifactId(UUID.randomUUID());
    public final ArtifactId certificate = new ArtifactId(UUID.randomUUID());
    public final ArtifactId newBadge = new ArtifactId(UUID.randomUUID());
    public final ArtifactId newCertificate = new ArtifactId(UUID.randomUUID());
    public final CaseId exchange = new CaseId(UUID.randomUUID());
    public final CaseId reissue = new CaseId(UUID.randomUUID());

    /// Name and year of birth, sealed under her own key.
    public final List<Sealed> identity;

    /// Name, address, phone and identity number of her daughter, under the daughter's.
    public final List<Sealed> daughters;

    private final CampaignId survey = new CampaignId(UUID.randomUUID());
    private final ListId list = new ListId(UUID.randomUUID());

    public HeroicMother(Story story) {
        identity = story.sealed(recipient.value(), "name", "Người nhận 01", "birth", "1931");
        daughters =
                story.sealed(
                        daughter.value(),
                        "name",
                        "Người liên hệ 01",
                        "address",
                        "khu phố 1",
                        "phone",
                        "0000000000",
                        "identityNumber",
                        "000000000000");
    }

    public SubjectId own() {
        return new SubjectId(recipient.value());
    }

    /// The President's decision and her two items, as an office's old list has them.
    public Command onTheOldList(Origin origin) {
        var decision = new DecisionId(UUID.randomUUID());
        var key = DecisionKey.of(PRESIDENT, 1994, new DocumentNumber("394 KT/CTN"));
        var line =
                new AwardLine(
                        TITLE,
                        Rank.NONE,
                        recipient,
                        RecipientKind.INDIVIDUAL,
                        CommendationType.KHANG_CHIEN,
                        MY_HUONG);
        var decided =
                new AwardDecided(award, decision, key, 1, ConferralMode.TANG, null, null, line);
        var registered =
                new RecipientRegistered(
                        recipient,
                        RecipientKind.INDIVIDUAL,
                        identity.getFirst(),
                        identity.getLast(),
                        null);
        var rows =
                List.of(
                        row(registered, SIGNED, null),
                        row(new DecisionRecorded(decision, key, 1), SIGNED, null),
                        row(decided, SIGNED, null),
                        // Two days before the President signed, says the list; so it is kept.
                        row(issued(badge, ArtifactKind.HUY_HIEU), "1994-12-15", "như danh sách"),
                        row(issued(certificate, ArtifactKind.BANG), "1994-12-19", null));
        return file(origin, rows);
    }

    public Command openSurvey(Origin origin) {
        return new OpenSurveyCampaign(
                origin, new SurveyCampaignOpened(survey, CITY, TITLE, "hiện vật BMVNAH"));
    }

    public Command contact(Origin origin) {
        var contact =
                new ContactRecorded(
                        recipient,
                        daughter,
                        ContactRole.CHILD,
                        daughters.get(0),
                        daughters.get(1),
                        daughters.get(2),
                        daughters.get(3),
                        LocalDate.parse("2026-06-30"));
        return new RecordContact(origin, contact);
    }

    public Command closeSurvey(Origin origin) {
        var counted =
                new Summary(
                        List.of(
                                count(ArtifactKind.HUY_HIEU, ArtifactCondition.HU_HONG),
                                count(ArtifactKind.BANG, ArtifactCondition.MAT)),
                        List.of(
                                new ProposalCount(ReissueKind.EXCHANGE, 1),
                                new ProposalCount(ReissueKind.REISSUE, 1)),
                        2,
                        0);
        return new CloseSurveyCampaign(origin, new SurveyCampaignClosed(survey, CITY, counted));
    }

    public Command list(Origin origin) {
        var both = List.of(new Line(exchange, award, TITLE), new Line(reissue, award, TITLE));
        return new SubmitReissueList(origin, list, CITY, PROVINCE, both);
    }

    public Command destroyTheBadge(Origin origin) {
        return new DestroyArtifact(origin, award, TITLE, badge, PROVINCE, "Hội đồng", "hư hỏng");
    }

    public Command refuseErasure(Origin origin) {
        return new RefuseErasure(origin, recipient, own(), ErasureGround.SUBJECT_ASKS);
    }

    private ArtifactIssued issued(ArtifactId item, ArtifactKind kind) {
        return new ArtifactIssued(item, award, kind, null);
    }

    private static RecordImport.Entry row(LedgerEvent event, String day, @Nullable String asFound) {
        return new RecordImport.Entry(
                event,
                LocalDate.parse(day),
                new Document.Paper(
                        new DocumentNumber("394 KT/CTN"),
                        LocalDate.parse(SIGNED),
                        "Chủ tịch nước",
                        null,
                        null),
                new Provenance(
                        Provenance.Source.OFFICE_LIST,
                        Provenance.Confidence.MEDIUM,
                        "Danh sách 1994, dòng 12",
                        "chi"),
                asFound,
                new RecordImport.Source("1994", 12, null));
    }

    private static RecordImport file(Origin origin, List<RecordImport.Entry> rows) {
        return new RecordImport(
                origin,
                new ImportId(UUID.randomUUID()),
                "danh-sach-1994.xlsx",
                "0".repeat(64),
                1,
                "chi",
                false,
                rows);
    }

    private static ItemCount count(ArtifactKind kind, ArtifactCondition condition) {
        return new ItemCount(MY_HUONG, kind, condition, LifeStatus.ALIVE, 1);
    }

    public Command theDamagedBadge(Origin origin) {
        return sheet(
                origin,
                ArtifactKind.HUY_HIEU,
                badge,
                ArtifactCondition.HU_HONG,
                new Keeper(KeeperRelation.CHILD, daughters.get(0), daughters.get(1)),
                ReissueKind.EXCHANGE);
    }

    public Command theLostCertificate(Origin origin) {
        return sheet(
                origin,
                ArtifactKind.BANG,
                certificate,
                ArtifactCondition.MAT,
                null,
                ReissueKind.REISSUE);
    }

    private Command sheet(
            Origin origin,
            ArtifactKind kind,
            ArtifactId item,
            ArtifactCondition condition,
            @Nullable Keeper keeper,
            ReissueKind proposed) {
        return new RecordSurveyedItem(
                origin,
                new ItemSurveyed(
                        survey,
                        CITY,
                        MY_HUONG,
                        TITLE,
                        award,
                        recipient,
                        kind,
                        item,
                        ItemOrigin.CAP_PHAT,
                        condition,
                        keeper,
                        LifeStatus.ALIVE,
                        null,
                        proposed,
                        null,
                        null));
    }

    public Command handIn(Origin origin, String receipt) {
        return new HandInArtifact(origin, award, TITLE, badge, MY_HUONG, receipt);
    }

    public Command askExchange(Origin origin) {
        return ask(origin, exchange, ReissueKind.EXCHANGE, ArtifactKind.HUY_HIEU, badge);
    }

    public Command askReissue(Origin origin) {
        return ask(origin, reissue, ReissueKind.REISSUE, ArtifactKind.BANG, certificate);
    }

    private Command ask(
            Origin origin, CaseId one, ReissueKind kind, ArtifactKind item, ArtifactId old) {
        var about =
                new Subject(
                        kind,
                        null,
                        award,
                        TITLE,
                        CommendationType.KHANG_CHIEN,
                        recipient,
                        RecipientKind.INDIVIDUAL,
                        item,
                        old,
                        MY_HUONG);
        var application = new Application(daughter("a".repeat(64)), null, List.of(), "TUOI_90");
        return new RequestReissue(origin, one, MY_HUONG, about, application);
    }

    public Claimant daughter(@Nullable String authorisation) {
        return new Claimant(KeeperRelation.CHILD, daughters.get(0), authorisation, true);
    }

    public Command pass(Origin origin, UnitId from, UnitId to, String receipt) {
        return new TransferCustody(
                origin,
                award,
                TITLE,
                badge,
                from,
                to,
                receipt,
                "kho hiện vật",
                CustodyPurpose.EXCHANGE);
    }

    public Command forward(Origin origin, CaseId one) {
        return new ForwardReissue(origin, one, award, TITLE, PROVINCE, MINISTRY);
    }

    public Command approve(Origin origin, CaseId one) {
        return new ApproveReissue(origin, one, award, TITLE, MINISTRY);
    }

    public Command confirm(Origin origin, CaseId one, String reply) {
        return new ConfirmEntitlement(
                origin,
                one,
                award,
                TITLE,
                "Trung tâm lưu trữ",
                reply,
                LocalDate.parse("2024-08-20"),
                EvidenceGrade.A);
    }

    public Command strikeTheBadge(Origin origin) {
        var number = new SerialNumber("HH-0117");
        return new ReissueArtifact(origin, exchange, award, TITLE, newBadge, number, null);
    }

    public Command handOver(
            Origin origin, CaseId one, ArtifactId item, UnitId by, Claimant receiver) {
        return new HandOverArtifact(origin, one, award, TITLE, item, by, receiver);
    }

    public Command print(Origin origin, @Nullable LocalDate design) {
        return new ReissueArtifact(origin, reissue, award, TITLE, newCertificate, null, design);
    }

    public Command erase(Origin origin, SubjectId whom) {
        return new EraseIdentity(origin, recipient, whom, ErasureGround.RETENTION_ENDED, "binh");
    }
}

package vn.sovang.testing;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PHUOC_MY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.award.AnnulAward;
import vn.sovang.award.AwardCommand.PayPrize;
import vn.sovang.award.AwardCommand.PresentAward;
import vn.sovang.award.AwardCommand.RecoverPrize;
import vn.sovang.award.AwardCommand.RestoreHonour;
import vn.sovang.award.AwardCommand.RevokeAnnulment;
import vn.sovang.award.AwardCommand.StripHonour;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decider.PaperSays;
import vn.sovang.decision.CorrectDecision;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.nomination.AppraisalCommand.CompleteDossier;
import vn.sovang.nomination.AppraisalCommand.ConcludeAppraisal;
import vn.sovang.nomination.AppraisalCommand.PublishList;
import vn.sovang.nomination.AppraisalCommand.ReceiveDossier;
import vn.sovang.nomination.AppraisalCommand.ReceiveObjection;
import vn.sovang.nomination.AppraisalCommand.ReceiveOpinion;
import vn.sovang.nomination.AppraisalCommand.RecordCouncilVotes;
import vn.sovang.nomination.AppraisalCommand.RejectNomination;
import vn.sovang.nomination.AppraisalCommand.RequestOpinion;
import vn.sovang.nomination.AppraisalCommand.ResolveObjection;
import vn.sovang.nomination.AppraisalCommand.ReturnDossier;
import vn.sovang.nomination.NominationCommand.FileNomination;
import vn.sovang.nomination.NominationCommand.FileNominations;
import vn.sovang.nomination.NominationCommand.SubmitNominationList;
import vn.sovang.nomination.NominationCommand.WithdrawNomination;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Ballot;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.DossierFigures;
import vn.sovang.vocabulary.DossierPaper;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.ObjectionOutcome;
import vn.sovang.vocabulary.OpinionStance;
import vn.sovang.vocabulary.PresentedTo;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RejectionGround;
import vn.sovang.vocabulary.RestorationGround;
import vn.sovang.vocabulary.RevocationGround;
import vn.sovang.vocabulary.StrippingGround;
import vn.sovang.vocabulary.UnitId;

/// One certificate of commendation and one hero's title, step by step: an nominates for the ward,
/// bình appraises and records for the city. Days of 2024 unless said otherwise.
public final class LifeOfAnAward {
    public final RecipientRegistered person = PhanRang.recipient(RecipientKind.INDIVIDUAL);
    public final RecipientRegistered household = PhanRang.recipient(RecipientKind.HOUSEHOLD);
    public final NominationId nomination = new NominationId(UUID.randomUUID());
    public final AwardId award = new AwardId(UUID.randomUUID());
    public final DecisionId decision = new DecisionId(UUID.randomUUID());
    public final AwardId honour = new AwardId(UUID.randomUUID());
    public final AwardLine merit = line("GK_HUYEN", person);
    public final String number;
    private final AwardCode giayKhen = new AwardCode("GK_HUYEN");

    public LifeOfAnAward() {
        this("125/QĐ-UBND");
    }

    public LifeOfAnAward(String number) {
        this.number = number;
    }

    /// The same act entered from a signed paper, confirmed by a third person.
    public static Origin fromPaper(Origin act) {
        var signed =
                act.document() instanceof Document.Paper
                        ? act.document()
                        : paper("7/BB", act.effectiveOn().toString());
        return new Origin(
                act.request(),
                act.by(),
                act.onBehalfOf(),
                act.at(),
                signed,
                act.effectiveOn(),
                act.arrival(),
                new PaperSays("văn bản ghi như vậy", "chi"));
    }

    private static Origin by(String user, String day) {
        var on = "2024-" + day;
        return origin(user, on, paper("01/VB", on));
    }

    public RegisterRecipient register() {
        return new RegisterRecipient(origin("an", "2024-01-02"), person);
    }

    /// The same by a list of one.
    public FileNominations fileInAList() {
        var entry = new FileNominations.Entry(nomination, null, merit);
        return new FileNominations(origin("an", "2024-02-01"), PHUOC_MY, List.of(entry));
    }

    public FileNomination file() {
        return new FileNomination(origin("an", "2024-02-01"), nomination, PHUOC_MY, merit);
    }

    public WithdrawNomination withdraw() {
        return new WithdrawNomination(by("an", "02-04"), nomination, "xin rút");
    }

    public SubmitNominationList submit(UnitId from, UnitId to, String day) {
        return new SubmitNominationList(
                by("an", day), new ListId(UUID.randomUUID()), from, to, List.of(nomination));
    }

    public ReceiveDossier receive(UnitId body, Procedure procedure) {
        return new ReceiveDossier(
                by("binh", "02-10"), nomination, body, procedure, "06/2022/QH15", null);
    }

    public ReturnDossier sendBack() {
        return new ReturnDossier(
                by("binh", "02-08"), nomination, CITY, List.of(DossierPaper.BIEN_BAN));
    }

    public CompleteDossier complete() {
        return new CompleteDossier(by("an", "02-09"), nomination, List.of(DossierPaper.BIEN_BAN));
    }

    public RequestOpinion ask() {
        return new RequestOpinion(by("binh", "02-11"), nomination, "Sở Y tế", null);
    }

    public ReceiveOpinion answer() {
        return new ReceiveOpinion(
                by("binh", "02-12"), nomination, "Sở Y tế", OpinionStance.DONG_Y, null);
    }

    public PublishList publish() {
        return new PublishList(by("binh", "02-12"), List.of(nomination), "Cổng thông tin", null);
    }

    public ReceiveObjection object() {
        return new ReceiveObjection(by("binh", "02-14"), nomination, null);
    }

    public ResolveObjection resolve() {
        return new ResolveObjection(
                by("binh", "02-16"), nomination, 1, ObjectionOutcome.KHONG_CO_CO_SO);
    }

    public ConcludeAppraisal conclude(String user) {
        return new ConcludeAppraisal(
                by(user, "02-20"),
                nomination,
                person.recipient(),
                CITY,
                AppraisalResult.DAT,
                null,
                DossierFigures.NONE);
    }

    public RecordCouncilVotes vote() {
        return new RecordCouncilVotes(
                by("binh", "02-25"),
                CITY,
                List.of(new RecordCouncilVotes.Vote(nomination, new Ballot(9, 8, 8))));
    }

    public RejectNomination reject() {
        return new RejectNomination(
                by("binh", "02-28"),
                nomination,
                CITY,
                RejectionGround.HOI_DONG_KHONG_THONG_QUA,
                null);
    }

    /// Up to the council's vote under the full procedure.
    public Command[] voted() {
        return new Command[] {
            register(),
            file(),
            submit(PHUOC_MY, CITY, "02-05"),
            receive(CITY, Procedure.THUONG),
            conclude("binh"),
            vote()
        };
    }

    public RecordDecision decide() {
        return decide("binh", "2024-03-01", CITY, merit, nomination);
    }

    public RecordDecision decide(
            String user, String day, UnitId authority, AwardLine line, @Nullable NominationId to) {
        return decide(user, day, paper(number, day), authority, line, ConferralMode.TANG, to);
    }

    public RecordDecision decide(
            String user,
            String day,
            Document.Paper signed,
            UnitId authority,
            AwardLine line,
            ConferralMode mode,
            @Nullable NominationId to) {
        return new RecordDecision(
                origin(user, day, signed),
                decision,
                authority,
                List.of(new RecordDecision.Line(award, mode, null, to, line)));
    }

    /// Decided by the city without a nomination.
    public Command[] decided() {
        return new Command[] {register(), decide("binh", "2024-03-01", CITY, merit, null)};
    }

    public CorrectDecision correct(CorrectionCause cause, CorrectDecision.Change change) {
        return new CorrectDecision(
                by("binh", "04-01"),
                decision,
                DecisionKey.of(CITY, 2024, new DocumentNumber(number)),
                award,
                cause,
                change);
    }

    public PresentAward present() {
        return new PresentAward(
                by("binh", "03-10"),
                award,
                giayKhen,
                "Hội trường",
                PresentedTo.NGUOI_DUOC_KHEN,
                null);
    }

    public PayPrize pay() {
        return new PayPrize(
                by("binh", "03-11"), award, giayKhen, 540_000, "0.3", 1_800_000L, "Quỹ TĐKT");
    }

    public RecoverPrize recover(long dong) {
        return new RecoverPrize(by("binh", "05-10"), award, giayKhen, dong, "Quỹ TĐKT");
    }

    public AnnulAward annul(UnitId authority) {
        return annulOn("05-01", authority);
    }

    public AnnulAward annulOn(String day, UnitId authority) {
        return new AnnulAward(
                by("binh", day), award, giayKhen, AnnulmentGround.GIAN_DOI_KE_KHAI, authority);
    }

    /// On a day on which the city that conferred it is no more.
    public AnnulAward annulAfterTheDissolution(UnitId authority) {
        var day = "2025-10-01";
        return new AnnulAward(
                PhanRang.origin("binh", day, PhanRang.paper("12/QĐ-UBND", day)),
                award,
                giayKhen,
                AnnulmentGround.GIAN_DOI_KE_KHAI,
                authority);
    }

    public RevokeAnnulment revoke() {
        return new RevokeAnnulment(
                by("binh", "06-01"), award, giayKhen, RevocationGround.KHIEU_NAI, CITY);
    }

    /// The President confers a title in 2010.
    public Command[] honoured(String code) {
        var day = "2010-05-01";
        return new Command[] {
            register(),
            new RecordDecision(
                    origin("binh", day, paper(number, day)),
                    new DecisionId(UUID.randomUUID()),
                    PRESIDENT,
                    List.of(
                            new RecordDecision.Line(
                                    honour, ConferralMode.TANG, null, null, line(code, person))))
        };
    }

    public StripHonour strip(AwardId id, String code, StrippingGround ground, boolean judgment) {
        return new StripHonour(
                by("binh", "05-01"),
                id,
                new AwardCode(code),
                ground,
                PRESIDENT,
                judgment ? LocalDate.parse("2024-04-01") : null,
                null);
    }

    public StripHonour strip() {
        return strip(honour, "DH_AHLD", StrippingGround.KET_AN_TU, true);
    }

    public RestoreHonour restore() {
        return new RestoreHonour(
                by("binh", "08-01"),
                honour,
                new AwardCode("DH_AHLD"),
                RestorationGround.KHONG_PHAM_TOI,
                PRESIDENT);
    }

    /// Forwarded by the city to the province.
    public SubmitNominationList forward() {
        return submit(CITY, PROVINCE, "02-26");
    }
}

package vn.sovang.api.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.artifact.ArtifactCommand.WithdrawArtifact;
import vn.sovang.award.AnnulAward;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.Actor;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.ReissueEvent;
import vn.sovang.founding.ReferenceData;
import vn.sovang.nomination.NominationCommand.FileNomination;
import vn.sovang.nomination.NominationCommand.SubmitNominationList;
import vn.sovang.privacy.Sealing;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.ConfirmEntitlement;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;

/// The four verbs of the register, once each: nominated, approved, re-issued, revoked. Recipients,
/// dates and symbols are invented and say so; nobody of this name exists.
final class DemoStories {
    /// One user enters, another records decisions: the one who files may not decide.
    private static final String CLERK = "demo-can-bo";

    private static final String RECORDER = "demo-van-thu";

    private final Ledger ledger;
    private final InstantSource clock;
    private final DemoUnits units;
    private final List<Demo.Step> steps = new ArrayList<>();

    DemoStories(Ledger ledger, InstantSource clock, DemoUnits units) {
        this.ledger = ledger;
        this.clock = clock;
        this.units = units;
    }

    /// Records both stories and says what happened, in order.
    List<Demo.Step> tell() {
        lostAndReissued();
        annulled();
        return List.copyOf(steps);
    }

    private void lostAndReissued() {
        var mother = new AwardCode("DH_BMVNAH");
        var recipient = recipient("me", "Bà mẹ 0001", "1931", "2023-04-01");
        var line = line(mother, recipient);
        var nomination = new NominationId(id("me/de-nghi"));
        var award = new AwardId(id("me/khen-thuong"));
        step(
                "nominated",
                new FileNomination(
                        at("me/lap", CLERK, "2023-05-10", null),
                        nomination,
                        units.province(),
                        line));
        submit(
                new SubmitNominationList(
                        at("me/trinh", CLERK, "2023-05-15", "PHỤC-DỰNG-80/TTr-UBND"),
                        new ListId(id("me/to-trinh")),
                        units.province(),
                        units.primeMinister(),
                        List.of(nomination)));
        step(
                "approved",
                new RecordDecision(
                        at("me/quyet-dinh", RECORDER, "2023-08-20", "PHỤC-DỰNG-81/QĐ-CTN"),
                        new DecisionId(id("me/quyet-dinh")),
                        units.president(),
                        List.of(
                                new RecordDecision.Line(
                                        award,
                                        ConferralMode.TANG,
                                        units.province(),
                                        nomination,
                                        line))));
        reissued(award, mother, recipient);
    }

    private void reissued(AwardId award, AwardCode mother, RecipientId recipient) {
        var badge = new ArtifactId(id("me/huy-hieu"));
        var reissueCase = new CaseId(id("me/cap-lai"));
        submit(issue("me/bang", "2023-09-02", award, mother, ArtifactKind.BANG, "PD-BANG-0001"));
        submit(
                issue(
                        "me/huy-hieu",
                        "2023-09-02",
                        award,
                        mother,
                        ArtifactKind.HUY_HIEU,
                        "PD-HH-0001"));
        step(
                "lost",
                new ReportArtifactLost(
                        at("me/mat", CLERK, "2024-08-05", "PHỤC-DỰNG-84/ĐĐN"),
                        award,
                        mother,
                        badge,
                        null));
        submit(
                new RequestReissue(
                        at("me/de-nghi-cap-lai", CLERK, "2024-08-12", "PHỤC-DỰNG-85/ĐĐN"),
                        reissueCase,
                        units.ward(),
                        subject(award, mother, recipient, badge)));
        step(
                "confirmed",
                new ConfirmEntitlement(
                        at("me/xac-nhan", CLERK, "2024-09-20", "PHỤC-DỰNG-86/XN"),
                        reissueCase,
                        award,
                        mother,
                        "Ban Thi đua - Khen thưởng Trung ương",
                        "PHỤC-DỰNG-86/XN",
                        LocalDate.parse("2024-09-18"),
                        EvidenceGrade.A));
        submit(
                new ApproveReissue(
                        at("me/dong-y", RECORDER, "2024-10-15", "PHỤC-DỰNG-87/QĐ-BNV"),
                        reissueCase,
                        award,
                        mother,
                        units.ministry()));
        step(
                "reissued",
                new ReissueArtifact(
                        at("me/cap-lai", RECORDER, "2024-11-20", "PHỤC-DỰNG-88/BB"),
                        reissueCase,
                        award,
                        mother,
                        new ArtifactId(id("me/huy-hieu-moi")),
                        new SerialNumber("PD-HH-0002"),
                        LocalDate.parse("2023-08-20")));
    }

    private void annulled() {
        var code = new AwardCode("GK_HUYEN");
        var recipient = recipient("huy", "Cá nhân H0001", null, "2023-11-01");
        var award = new AwardId(id("huy/khen-thuong"));
        var item = new ArtifactId(id("huy/giay-khen"));
        submit(
                new RecordDecision(
                        at("huy/quyet-dinh", RECORDER, "2023-11-20", "PHỤC-DỰNG-82/QĐ-UBND"),
                        new DecisionId(id("huy/quyet-dinh")),
                        units.city(),
                        List.of(
                                new RecordDecision.Line(
                                        award,
                                        ConferralMode.TANG,
                                        null,
                                        null,
                                        line(code, recipient)))));
        submit(
                issue(
                        "huy/giay-khen",
                        "2023-12-01",
                        award,
                        code,
                        ArtifactKind.GIAY_KHEN,
                        "PD-GK-0001"));
        step(
                "annulled",
                new AnnulAward(
                        at("huy/huy-bo", RECORDER, "2024-08-15", "PHỤC-DỰNG-83/QĐ-UBND"),
                        award,
                        code,
                        AnnulmentGround.GIAN_DOI_KE_KHAI,
                        units.city()));
        step(
                "withdrawn",
                new WithdrawArtifact(
                        at("huy/thu-hoi", CLERK, "2024-08-28", "PHỤC-DỰNG-89/BB"),
                        award,
                        code,
                        item,
                        "thu hồi theo quyết định hủy bỏ"));
    }

    private IssueArtifact issue(
            String name, String day, AwardId award, AwardCode code, ArtifactKind kind, String no) {
        return new IssueArtifact(
                at(name + "/cap", CLERK, day, null),
                award,
                code,
                new ArtifactId(id(name)),
                kind,
                new SerialNumber(no));
    }

    private static ReissueEvent.Subject subject(
            AwardId award, AwardCode code, RecipientId recipient, ArtifactId lost) {
        return new ReissueEvent.Subject(
                ReissueKind.REISSUE,
                null,
                award,
                code,
                CommendationType.CONG_TRANG,
                recipient,
                RecipientKind.INDIVIDUAL,
                ArtifactKind.HUY_HIEU,
                lost,
                null);
    }

    private static AwardLine line(AwardCode code, RecipientId recipient) {
        return new AwardLine(
                code,
                Rank.NONE,
                recipient,
                RecipientKind.INDIVIDUAL,
                CommendationType.CONG_TRANG,
                null);
    }

    private RecipientId recipient(
            String name, String fullName, @Nullable String birth, String day) {
        var recipient = new RecipientId(id(name + "/nguoi"));
        var batch = ledger.identities().newBatch();
        var registered =
                new RecipientRegistered(
                        recipient,
                        RecipientKind.INDIVIDUAL,
                        batch.seal(recipient.value(), "name", fullName),
                        sealed(batch, recipient, birth),
                        null);
        batch.commit();
        submit(new RegisterRecipient(at(name + "/dang-ky", CLERK, day, null), registered));
        return recipient;
    }

    private static @Nullable Sealed sealed(
            Sealing batch, RecipientId recipient, @Nullable String birth) {
        return birth == null ? null : batch.seal(recipient.value(), "birth", birth);
    }

    private Origin at(String name, String user, String day, @Nullable String number) {
        var on = LocalDate.parse(day);
        Document document =
                number == null
                        ? new Document.None("dữ liệu trình diễn")
                        : new Document.Paper(
                                new DocumentNumber(number), on, "cơ quan giả định", null, null);
        return new Origin(
                Request.of(id("yeu-cau/" + name), name),
                new Actor(user, user.equals(RECORDER) ? "DECISION_RECORDER" : "CLERK", null),
                null,
                clock.instant(),
                document,
                on,
                null);
    }

    private void step(String key, Command command) {
        steps.add(new Demo.Step(key, command.origin().effectiveOn(), submit(command).last()));
    }

    private Receipt submit(Command command) {
        return switch (ledger.submit(command)) {
            case Receipt receipt -> receipt;
            case Declined declined ->
                    throw new IllegalStateException("the demonstration is refused: " + declined);
        };
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("so-vang/trinh-dien/" + name).getBytes(UTF_8));
    }

    /// The units the stories take place in.
    record DemoUnits(
            UnitId city,
            UnitId province,
            UnitId ward,
            UnitId primeMinister,
            UnitId president,
            UnitId ministry) {
        static DemoUnits shipped() {
            return new DemoUnits(
                    shipped("UBND thành phố Phan Rang - Tháp Chàm"),
                    shipped("UBND tỉnh Ninh Thuận"),
                    shipped("UBND phường Phước Mỹ"),
                    shipped("Thủ tướng Chính phủ"),
                    shipped("Chủ tịch nước"),
                    shipped("Bộ Nội vụ"));
        }

        private static UnitId shipped(String authority) {
            return ReferenceData.units().stream()
                    .filter(u -> u.authorityName().equals(authority))
                    .findFirst()
                    .orElseThrow()
                    .unit();
        }
    }
}

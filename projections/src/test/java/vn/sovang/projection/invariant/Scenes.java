package vn.sovang.projection.invariant;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PHUOC_MY;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sovang.catalogue.CatalogueCommand.DefineAwardType;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.duty.DutyCommand.AllowCombinedDuties;
import vn.sovang.duty.DutyCommand.EndCombinedDuties;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.founding.ReferenceData;
import vn.sovang.nomination.AppraisalCommand.CompleteDossier;
import vn.sovang.nomination.AppraisalCommand.ConcludeAppraisal;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.unit.RegisterUnit;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DossierFigures;
import vn.sovang.vocabulary.DossierPaper;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// How each invariant of `invariants.txt` is tried, by its name there. Every call tells a new
/// story.
final class Scenes {
    private static final Document NO_MINUTES = new Document.None("biên bản thất lạc");

    private final AtomicInteger papers = new AtomicInteger();

    Map<String, Supplier<Scene>> byName() {
        return Map.ofEntries(
                Map.entry("one item, issued", this::issued),
                Map.entry("one item, re-issued", this::reissued),
                Map.entry("one item, beside another", this::besideAnother),
                Map.entry("annulled", this::annulled),
                Map.entry("stripped", this::stripped),
                Map.entry("restored, re-issued", this::restored),
                Map.entry("restored, handed over", this::handedOverAgain),
                Map.entry("document", this::destroyed),
                Map.entry("exchange, asked", this::exchangeAsked),
                Map.entry("exchange, made", this::exchangeMade),
                Map.entry("archive", this::confirmed),
                Map.entry("recipient kind", this::kindAllowed),
                Map.entry("rank", this::rankExists),
                Map.entry("decision number", this::numbered),
                Map.entry("appraiser", this::appraised),
                Map.entry("appraiser, alone", this::appraisedAlone),
                Map.entry("recorder", this::recorded),
                Map.entry("answered once", this::answered),
                Map.entry("earlier, decision", this::decidedBeforeTheVote),
                Map.entry("earlier, request", this::askedBeforeTheLoss));
    }

    private String number(String symbol) {
        return papers.incrementAndGet() + "/" + symbol;
    }

    private Badge badge() {
        return new Badge(number("QĐ-CTN"));
    }

    private Scene issued() {
        var badge = badge();
        return badge.honoured()
                .spoilt(badge.issueAnother())
                .act(_ -> badge.issueAnother())
                .against(_ -> badge.issueAnother())
                .ends((acts, rivals) -> acts + rivals == 1);
    }

    private Scene reissue(Badge badge, Scene scene) {
        var acting = scene.act(_ -> badge.reissue());
        return new Scene(
                acting.before(),
                acting.spoil(),
                acting.act(),
                acting.rival(),
                _ -> badge.reissueOnPaper(),
                acting.rivalPaper(),
                acting.legal(),
                acting.inTheEnd());
    }

    private Scene reissued() {
        var badge = badge();
        return reissue(badge, badge.approved(ReissueKind.REISSUE))
                .spoilt(badge.reissue())
                .against(_ -> badge.issueAnother())
                .ends((acts, rivals) -> acts == 1 && rivals == 0);
    }

    /// The second item comes from papers in any case: begun in the ledger it would be refused.
    private Scene besideAnother() {
        var badge = badge();
        return reissue(badge, badge.approved(ReissueKind.REISSUE))
                .spoilt(Papers.of(badge.issueAnother()))
                .against(_ -> Papers.of(badge.issueAnother()))
                .ends((acts, rivals) -> acts <= 1 && rivals == InvariantsTest.WRITERS / 2);
    }

    private Scene annulled() {
        var badge = badge();
        return reissue(badge, badge.approved(ReissueKind.REISSUE))
                .spoilt(badge.annul())
                .against(_ -> badge.annul())
                .ends((acts, rivals) -> acts <= 1 && rivals == 1);
    }

    private Scene stripped() {
        var badge = badge();
        return reissue(badge, badge.approved(ReissueKind.REISSUE))
                .spoilt(badge.life.strip())
                .against(_ -> badge.life.strip())
                .ends((acts, rivals) -> acts <= 1 && rivals == 1);
    }

    private Scene restored() {
        var badge = badge();
        return reissue(badge, badge.approved(ReissueKind.REISSUE).and(badge.life.strip()))
                .against(_ -> badge.life.restore())
                .rivalOnceThenAct();
    }

    private Scene handedOverAgain() {
        var badge = badge();
        return badge.honoured()
                .and(badge.present("2024-01-10"), badge.life.strip())
                .spoilt(badge.life.restore(), badge.present("2024-09-01"))
                .act(_ -> badge.present("2024-09-01"))
                .against(_ -> badge.life.restore())
                .rivalOnceThenAct();
    }

    private Scene destroyed() {
        var badge = badge();
        return badge.issued()
                .and(badge.handIn())
                .act(_ -> badge.destroy(NO_MINUTES))
                .against(_ -> badge.destroy(paper("3/BB", "2024-04-01")))
                .ends((acts, rivals) -> acts == 0 && rivals == 1);
    }

    private Scene exchangeAsked() {
        var badge = badge();
        return badge.issued()
                .act(_ -> badge.requestAnother(ReissueKind.EXCHANGE))
                .against(_ -> badge.handIn())
                .rivalOnceThenAct();
    }

    private Scene exchangeMade() {
        var badge = badge();
        return reissue(badge, badge.approved(ReissueKind.EXCHANGE))
                .spoilt(badge.giveBack())
                .against(_ -> badge.giveBack())
                .ends((acts, rivals) -> acts + rivals == 1);
    }

    private Scene confirmed() {
        var badge = badge();
        return badge.asked(ReissueKind.REISSUE)
                .act(_ -> badge.approve())
                .against(w -> w % 4 == 1 ? badge.confirm() : badge.notConfirm())
                .ends((acts, rivals) -> acts <= 1 && rivals >= 1);
    }

    private Scene kindAllowed() {
        var life = new LifeOfAnAward();
        var type = new Type("THU_DOI_TUONG_" + papers.incrementAndGet());
        return Scene.after(
                        type.from("2024-01-01", List.of(RecipientKind.INDIVIDUAL), List.of()),
                        register(life))
                .act(_ -> decide(line(type.code, life.household), null))
                .against(_ -> type.from("2024-02-01", List.of(RecipientKind.HOUSEHOLD), List.of()))
                .ends((_, rivals) -> rivals == 1);
    }

    private Scene rankExists() {
        var life = new LifeOfAnAward();
        var type = new Type("THU_HANG_" + papers.incrementAndGet());
        var household = List.of(RecipientKind.HOUSEHOLD);
        var third =
                new AwardLine(
                        new AwardCode(type.code),
                        Rank.HANG_BA,
                        life.household.recipient(),
                        RecipientKind.HOUSEHOLD,
                        CommendationType.CONG_TRANG,
                        null);
        return Scene.after(
                        type.from("2024-01-01", household, List.of(Rank.HANG_NHAT)), register(life))
                .act(_ -> decide(third, null))
                .against(_ -> type.from("2024-02-01", household, List.of(Rank.HANG_BA)))
                .ends((_, rivals) -> rivals == 1);
    }

    private static Command register(LifeOfAnAward life) {
        return new RegisterRecipient(origin("an", "2024-01-02"), life.household);
    }

    /// An award type of the test, in the forms it takes.
    private record Type(String code) {
        Command from(String day, List<RecipientKind> recipients, List<Rank> ranks) {
            var like = ReferenceData.awardTypes().getFirst();
            return new DefineAwardType(
                    origin("an", day, paper("1/LUẬT", day)),
                    new AwardTypeDefined(
                            new AwardCode(code),
                            like.family(),
                            "Danh hiệu thử",
                            null,
                            like.level(),
                            null,
                            recipients,
                            ranks,
                            "NO",
                            List.of(),
                            List.of(),
                            "NO",
                            null,
                            LocalDate.parse(day),
                            null,
                            "phép thử",
                            null,
                            null));
        }
    }

    private Command decide(AwardLine line, @Nullable NominationId nomination) {
        return decide("binh", "2024-03-01", line, nomination);
    }

    /// A decision of its own.
    private Command decide(
            String user, String day, AwardLine line, @Nullable NominationId nomination) {
        return new LifeOfAnAward(number("QĐ-UBND")).decide(user, day, CITY, line, nomination);
    }

    private Scene numbered() {
        var number = number("QĐ-UBND");
        var life = new LifeOfAnAward();
        return Scene.after(life.register())
                .spoilt(sameNumber(number, 1, life))
                .act(w -> sameNumber(number, w, life))
                .against(w -> sameNumber(number, w, life))
                .ends((acts, rivals) -> acts + rivals == 1);
    }

    /// Each on a day of its own: the same day and signer would be a further sheet of one decision.
    private static Command sameNumber(String number, int writer, LifeOfAnAward life) {
        var day = "2024-03-%02d".formatted(writer + 1);
        return new LifeOfAnAward(number).decide("binh", day, CITY, life.merit, null);
    }

    private static Scene received(LifeOfAnAward life, Procedure procedure) {
        return Scene.after(
                life.register(),
                life.file(),
                life.submit(PHUOC_MY, CITY, "02-05"),
                life.receive(CITY, procedure));
    }

    private Scene appraised() {
        var life = new LifeOfAnAward();
        return received(life, Procedure.THUONG)
                .act(_ -> life.conclude("an"))
                .against(_ -> life.conclude("binh"))
                .ends((acts, rivals) -> acts == 0 && rivals == 1);
    }

    /// The only officer appraises while the head ends the exception.
    private Scene appraisedAlone() {
        var life = new LifeOfAnAward();
        var exception = new ExceptionId(UUID.randomUUID());
        // The duties of one officer are combined once at a time.
        var unit = new RegisterUnit(letter("2024-01-01"), ward());
        var city = unit.unit().unit();
        return Scene.after(
                        unit,
                        new AllowCombinedDuties(
                                letter("2024-01-02"),
                                exception,
                                city,
                                "an",
                                "truong",
                                LocalDate.parse("2026-12-31")),
                        life.register(),
                        life.file(),
                        life.submit(PHUOC_MY, city, "02-05"),
                        life.receive(city, Procedure.THUONG))
                .spoilt(new EndCombinedDuties(letter("2024-02-21"), exception, city))
                .act(_ -> appraise("an", city, life))
                .against(_ -> new EndCombinedDuties(letter("2024-02-21"), exception, city))
                .ends((acts, rivals) -> acts <= 1 && rivals == 1);
    }

    private static Origin letter(String day) {
        return origin("truong", day, paper("4/QĐ", day));
    }

    private static UnitRegistered ward() {
        return new UnitRegistered(
                new UnitId(UUID.randomUUID()),
                "phường một cán bộ",
                "UBND phường một cán bộ",
                UnitLevel.XA,
                CITY,
                null,
                LocalDate.parse("2024-01-01"),
                true);
    }

    private static Command appraise(String user, UnitId by, LifeOfAnAward life) {
        return new ConcludeAppraisal(
                origin(user, "2024-02-20"),
                life.nomination,
                life.person.recipient(),
                by,
                AppraisalResult.DAT,
                null,
                DossierFigures.NONE);
    }

    private static Scene sentBack(LifeOfAnAward life) {
        return Scene.after(
                life.register(),
                life.file(),
                life.submit(PHUOC_MY, CITY, "02-05"),
                life.sendBack());
    }

    private static Command complete(String user, LifeOfAnAward life) {
        Origin when = origin(user, "2024-02-09");
        return new CompleteDossier(when, life.nomination, List.of(DossierPaper.BIEN_BAN));
    }

    private Scene recorded() {
        var life = new LifeOfAnAward();
        return sentBack(life)
                .spoilt(complete("binh", life))
                .act(_ -> decide(life.merit, life.nomination))
                .against(w -> complete(w % 4 == 1 ? "binh" : "dung", life))
                .ends((acts, rivals) -> acts <= 1 && rivals == 1);
    }

    private Scene answered() {
        var life = new LifeOfAnAward();
        return sentBack(life)
                .and(complete("dung", life))
                .spoilt(decide(life.merit, life.nomination), Papers.of(complete("dung", life)))
                .act(_ -> decide(life.merit, life.nomination))
                .against(_ -> Papers.of(complete("dung", life)))
                .ends((acts, rivals) -> acts == 1 && rivals == InvariantsTest.WRITERS / 2);
    }

    private Scene decidedBeforeTheVote() {
        var life = new LifeOfAnAward();
        return received(life, Procedure.DON_GIAN)
                .and(life.conclude("binh"))
                .spoilt(life.vote())
                .act(_ -> decide("binh", "2024-02-24", life.merit, life.nomination))
                .against(_ -> life.vote())
                .ends((acts, rivals) -> acts + rivals == 1);
    }

    private Scene askedBeforeTheLoss() {
        var badge = badge();
        return badge.issued()
                .spoilt(badge.lose("2024-03-10"))
                .act(_ -> badge.requestAnother(ReissueKind.REISSUE))
                .against(_ -> badge.lose("2024-03-10"))
                .ends((acts, rivals) -> acts == 0 && rivals == 1);
    }
}

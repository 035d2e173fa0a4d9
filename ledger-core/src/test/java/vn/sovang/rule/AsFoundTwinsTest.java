package vn.sovang.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.LifeOfAnAward.fromPaper;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PHUOC_MY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.paper;
import static vn.sovang.testing.SignedPapers.signed;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.PaperSays;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AsFound;
import vn.sovang.event.Fact;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.testing.Inspecting;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.PureRun;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.CutOff;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.StrippingGround;
import vn.sovang.vocabulary.WrittenDate;

/// Each rule that binds acts, broken twice: begun in the ledger it is refused, on a signed paper it
/// is recorded and marked with the rule.
class AsFoundTwinsTest {
    private static final LifeOfAnAward LIFE = new LifeOfAnAward();

    /// @param before what happened lawfully
    /// @param act what breaks the rule
    record Twin(RefusalCode rule, List<Command> before, Command act) {
        Twin {
            before = List.copyOf(before);
        }

        @Override
        public String toString() {
            return rule + ": " + act.getClass().getSimpleName();
        }
    }

    private static Twin twin(RefusalCode rule, Command[] before, Command act) {
        return new Twin(rule, List.of(before), act);
    }

    private static Command[] after(Command[] before, Command... then) {
        return Stream.concat(Arrays.stream(before), Arrays.stream(then)).toArray(Command[]::new);
    }

    private static Command[] until(int steps) {
        return Arrays.copyOf(LIFE.voted(), steps);
    }

    private static final int FILED = 2;
    private static final int SUBMITTED = 3;
    private static final int RECEIVED = 4;
    private static final int APPRAISED = 5;

    static Stream<Twin> twins() {
        return Stream.of(nominations(), decisions(), catalogue(), awards(), inspections())
                .flatMap(s -> s);
    }

    private static Stream<Twin> nominations() {
        var l = LIFE;
        return Stream.of(
                twin(
                        RefusalCode.NOMINATION_ALREADY_SUBMITTED,
                        until(SUBMITTED),
                        l.submit(PHUOC_MY, CITY, "02-06")),
                twin(
                        RefusalCode.NOMINATION_NOT_SUBMITTED,
                        until(FILED),
                        l.receive(CITY, Procedure.THUONG)),
                twin(
                        RefusalCode.NOMINATION_ELSEWHERE,
                        until(SUBMITTED),
                        l.receive(PROVINCE, Procedure.THUONG)),
                twin(
                        RefusalCode.DOSSIER_ALREADY_RECEIVED,
                        until(RECEIVED),
                        l.receive(CITY, Procedure.THUONG)),
                twin(RefusalCode.DOSSIER_NOT_RECEIVED, until(SUBMITTED), l.conclude("binh")),
                twin(
                        RefusalCode.DOSSIER_INCOMPLETE,
                        after(until(SUBMITTED), l.sendBack()),
                        l.receive(CITY, Procedure.THUONG)),
                twin(RefusalCode.DOSSIER_NOT_RETURNED, until(SUBMITTED), l.complete()),
                twin(RefusalCode.APPRAISAL_NOT_CONCLUDED, until(RECEIVED), l.vote()),
                twin(RefusalCode.OPINION_NOT_REQUESTED, until(RECEIVED), l.answer()),
                twin(RefusalCode.FILER_MAY_NOT_APPRAISE, until(RECEIVED), l.conclude("an")),
                twin(
                        RefusalCode.NOMINATION_WITHDRAWN,
                        after(until(FILED), l.withdraw()),
                        l.decide()),
                twin(RefusalCode.NOMINATION_REJECTED, after(l.voted(), l.reject()), l.decide()));
    }

    private static Stream<Twin> decisions() {
        var l = LIFE;
        var other =
                new LifeOfAnAward("126/QĐ-UBND")
                        .decide("binh", "2024-03-02", CITY, l.merit, l.nomination);
        var year =
                new Document.Paper(
                        new DocumentNumber("8/QĐ"),
                        null,
                        "UBND",
                        null,
                        null,
                        new WrittenDate("2024"));
        return Stream.of(
                twin(RefusalCode.COUNCIL_NOT_VOTED, until(APPRAISED), l.decide()),
                twin(
                        RefusalCode.EARLIER_THAN_ITS_CAUSE,
                        l.voted(),
                        l.decide("binh", "2024-02-24", CITY, l.merit, l.nomination)),
                twin(RefusalCode.OBJECTION_OPEN, after(until(FILED), l.object()), l.decide()),
                twin(
                        RefusalCode.FILER_MAY_NOT_DECIDE,
                        l.voted(),
                        l.decide("an", "2024-03-01", CITY, l.merit, l.nomination)),
                twin(RefusalCode.NOMINATION_ALREADY_DECIDED, after(l.voted(), l.decide()), other),
                twin(
                        RefusalCode.NOMINATION_DIFFERS,
                        l.voted(),
                        l.decide("binh", "2024-03-01", CITY, line("LDTT", l.person), l.nomination)),
                twin(
                        RefusalCode.DECISION_NUMBER_TAKEN,
                        l.decided(),
                        new LifeOfAnAward().decide("binh", "2024-03-02", CITY, l.merit, null)),
                twin(
                        RefusalCode.DATE_INCOMPLETE,
                        until(1),
                        l.decide(
                                "binh",
                                "2024-01-01",
                                year,
                                CITY,
                                l.merit,
                                ConferralMode.TANG,
                                null)));
    }

    private static Stream<Twin> catalogue() {
        var l = LIFE;
        var known = new Command[] {l.register(), registered(l)};
        var medal =
                new AwardLine(
                        new AwardCode("HYC_KC_CHONG_MY"),
                        Rank.HANG_BA,
                        l.person.recipient(),
                        RecipientKind.INDIVIDUAL,
                        CommendationType.KHANG_CHIEN,
                        null);
        return Stream.of(
                twin(
                        RefusalCode.UNIT_DID_NOT_EXIST,
                        known,
                        l.decide("binh", "2025-07-01", CITY, line("LDTT", l.person), null)),
                twin(
                        RefusalCode.AWARD_TYPE_NOT_VALID,
                        known,
                        l.decide(
                                "binh",
                                "2024-03-12",
                                PROVINCE,
                                line("HUY_HIEU_TINH_NINH_THUAN", l.person),
                                null)),
                twin(
                        RefusalCode.RECIPIENT_KIND_NOT_ALLOWED,
                        known,
                        l.decide("binh", "2024-03-01", CITY, line("LDTT", l.household), null)),
                twin(
                        RefusalCode.RANK_DOES_NOT_EXIST,
                        known,
                        l.decide("binh", "1990-03-01", PRESIDENT, medal, null)),
                twin(
                        RefusalCode.POSTHUMOUS_NOT_ALLOWED,
                        known,
                        l.decide(
                                "binh",
                                "2024-03-01",
                                paper(l.number, "2024-03-01"),
                                CITY,
                                l.merit,
                                ConferralMode.TRUY_TANG,
                                null)));
    }

    private static Command registered(LifeOfAnAward l) {
        return new RegisterRecipient(PhanRang.origin("an", "2024-01-02"), l.household);
    }

    private static Stream<Twin> awards() {
        var l = LIFE;
        var annulled = after(l.decided(), l.annul(CITY));
        var stripped = after(l.honoured("DH_AHLD"), l.strip());
        return Stream.of(
                twin(RefusalCode.AWARD_ANNULLED, annulled, l.annul(CITY)),
                twin(RefusalCode.AWARD_NOT_ANNULLED, l.decided(), l.revoke()),
                twin(RefusalCode.AUTHORITY_NOT_COMPETENT, l.decided(), l.annul(PHUOC_MY)),
                twin(
                        RefusalCode.COMPETENCE_NOT_DETERMINED,
                        l.decided(),
                        l.annulAfterTheDissolution(PhanRang.unit("UBND phường Phan Rang"))),
                twin(RefusalCode.AWARD_STRIPPED, stripped, l.strip()),
                twin(RefusalCode.AWARD_NOT_STRIPPED, l.honoured("DH_AHLD"), l.restore()),
                twin(
                        RefusalCode.NOT_A_STATE_HONOUR,
                        l.decided(),
                        l.strip(l.award, "GK_HUYEN", StrippingGround.KET_AN_TU, true)),
                twin(
                        RefusalCode.GROUND_DOES_NOT_APPLY,
                        l.honoured("DH_BMVNAH"),
                        l.strip(l.honour, "DH_BMVNAH", StrippingGround.KET_AN_TU, true)),
                twin(
                        RefusalCode.JUDGMENT_MISSING,
                        l.honoured("DH_AHLD"),
                        l.strip(l.honour, "DH_AHLD", StrippingGround.KET_AN_TU, false)),
                twin(
                        RefusalCode.AWARD_ALREADY_PRESENTED,
                        after(l.decided(), l.present()),
                        l.present()),
                twin(RefusalCode.PRIZE_ALREADY_PAID, after(l.decided(), l.pay()), l.pay()),
                twin(RefusalCode.PRIZE_NOT_PAID, annulled, l.recover(540_000)),
                twin(
                        RefusalCode.PRIZE_EXCEEDED,
                        after(l.decided(), l.pay(), l.annul(CITY)),
                        l.recover(540_001)));
    }

    private static Stream<Twin> inspections() {
        var l = LIFE;
        var it = new Inspecting("12/QĐ-TTr");
        var found = new Command[] {it.open(), it.find(new InspectedMatter.OfEvent(1))};
        var lastYear = it.open(Inspecting.year(2023), new CutOff(1, "AAAA"));
        return Stream.of(
                twin(
                        RefusalCode.INSPECTION_OUT_OF_SCOPE,
                        after(l.decided(), lastYear),
                        it.find(new InspectedMatter.OfAward(l.award))),
                twin(
                        RefusalCode.EXPLAINER_MAY_NOT_ACCEPT,
                        after(found, it.explain()),
                        it.accept("lan", "INSPECTOR", "2025-03-20")),
                twin(RefusalCode.INSPECTION_FINDINGS_OPEN, found, it.close()));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void an_act_begun_in_the_ledger_is_refused(Twin twin) {
        var outcome = new PureRun().did(twin.before.toArray(Command[]::new)).outcome(twin.act);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, r -> assertThat(r.code()).isEqualTo(twin.rule));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void the_same_from_a_signed_paper_is_recorded_and_marked_with_the_rule(Twin twin) {
        var outcome =
                new PureRun()
                        .did(twin.before.toArray(Command[]::new))
                        .outcome(signed(twin.act, LifeOfAnAward::fromPaper));

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        var marks =
                ((Outcome.Accepted) outcome)
                        .facts().stream().map(Fact::asFound).filter(Objects::nonNull).toList();
        assertThat(marks)
                .isNotEmpty()
                .allSatisfy(m ->
                        assertThat(m)
                                .isEqualTo(
                                        new AsFound(
                                                twin.rule.name(), "văn bản ghi như vậy", "chi")));
    }

    @Test
    void every_rule_that_binds_acts_only_has_its_twins() {
        var tried = EnumSet.noneOf(RefusalCode.class);
        twins().forEach(t -> tried.add(t.rule));

        assertThat(tried).isEqualTo(Verdict.BIND_ACTS_ONLY);
    }

    @Test
    void a_paper_that_breaks_nothing_is_not_marked() {
        var act = signed(LIFE.decide(), LifeOfAnAward::fromPaper);
        var outcome = new PureRun().did(LIFE.voted()).outcome(act);

        assertThat(((Outcome.Accepted) outcome).facts())
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.asFound()).isNull());
    }

    @Test
    void a_nomination_stays_answered_whatever_papers_turn_up_later() {
        var late = signed(LIFE.complete(), LifeOfAnAward::fromPaper);
        var run = new PureRun().did(LIFE.voted()).did(LIFE.decide(), late);
        var second =
                new LifeOfAnAward("127/QĐ-UBND")
                        .decide("binh", "2024-03-02", CITY, LIFE.merit, LIFE.nomination);

        assertThat(codeOf(run, second)).isEqualTo(RefusalCode.NOMINATION_ALREADY_DECIDED);
    }

    @Test
    void what_no_paper_can_say_is_refused_from_a_paper_too() {
        var run = new PureRun().did(LIFE.decided());
        var unknown = new LifeOfAnAward().annul(CITY);

        assertThat(codeOf(run, signed(unknown, LifeOfAnAward::fromPaper)))
                .isEqualTo(RefusalCode.AWARD_UNKNOWN);
        assertThat(codeOf(run, signed(LIFE.annul(PHUOC_MY), o -> later(fromPaper(o)))))
                .isEqualTo(RefusalCode.IN_THE_FUTURE);
        assertThat(codeOf(run, signed(LIFE.annul(PHUOC_MY), AsFoundTwinsTest::alone)))
                .isEqualTo(RefusalCode.SECOND_PERSON_MISSING);
        assertThat(codeOf(run, signed(LIFE.annul(PHUOC_MY), AsFoundTwinsTest::unwritten)))
                .isEqualTo(RefusalCode.DOCUMENT_MISSING);
    }

    private static Origin later(Origin o) {
        return with(o, o.document(), o.effectiveOn().plusYears(10), o.paperSays());
    }

    private static Origin alone(Origin o) {
        return with(o, o.document(), o.effectiveOn(), new PaperSays("x", o.by().user()));
    }

    private static Origin unwritten(Origin o) {
        var none = new Document.None("thất lạc");
        return with(o, none, o.effectiveOn(), new PaperSays("x", "chi"));
    }

    private static Origin with(
            Origin o, Document document, LocalDate day, @Nullable PaperSays paper) {
        return new Origin(
                o.request(), o.by(), o.onBehalfOf(), o.at(), document, day, o.arrival(), paper);
    }

    private static RefusalCode codeOf(PureRun run, Command command) {
        return ((Outcome.Refused) run.outcome(command)).code();
    }
}

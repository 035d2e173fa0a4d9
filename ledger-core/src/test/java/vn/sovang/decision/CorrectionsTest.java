package vn.sovang.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.line;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decision.CorrectDecision.Change;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.PureRun;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.CorrectedField;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.WrittenDate;

class CorrectionsTest {
    private static final CorrectionCause PAPER = CorrectionCause.DINH_CHINH;
    private static final CorrectionCause ENTRY = CorrectionCause.SAI_NHAP_LIEU;

    private final LifeOfAnAward life = new LifeOfAnAward();

    private static void refused(Outcome outcome, RefusalCode code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static DecisionCorrected correction(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (DecisionCorrected) ((Outcome.Accepted) outcome).facts().getFirst().event();
    }

    @Test
    void a_wrong_award_type_is_corrected_and_the_award_goes_on_under_the_right_one() {
        var run = new PureRun().did(life.decided());
        var worker = line("LDTT", life.person);
        var right = life.correct(ENTRY, Change.of(worker));

        assertThat(correction(run.outcome(right)).line()).isEqualTo(worker);
        refused(run.did(right).outcome(life.annul(CITY)), RefusalCode.AWARD_DIFFERS);
    }

    @Test
    void a_line_that_never_stood_on_the_paper_is_struck_and_its_nomination_is_open_again() {
        var run = new PureRun().did(life.voted()).did(life.decide());
        var strike = life.correct(ENTRY, Change.struck());
        var other = new LifeOfAnAward("126/QĐ-UBND");
        var again = other.decide("binh", "2024-03-05", CITY, life.merit, life.nomination);

        assertThat(correction(run.outcome(strike)).nomination()).isEqualTo(life.nomination);
        refused(run.outcome(again), RefusalCode.NOMINATION_ALREADY_DECIDED);
        run.did(strike);
        refused(run.outcome(life.annul(CITY)), RefusalCode.AWARD_UNKNOWN);
        assertThat(run.outcome(again)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void what_stands_on_the_paper_is_annulled_not_struck() {
        refused(
                new PureRun().did(life.decided()).outcome(life.correct(PAPER, Change.struck())),
                RefusalCode.NOTHING_CORRECTED);
    }

    @Test
    void a_correction_changes_something_and_what_it_names() {
        var run = new PureRun().did(life.decided());
        var signer = Change.of(CorrectedField.NGUOI_KY, "A", "A");
        var nameInClear = Change.of(CorrectedField.TEN, "A", "B");
        var anotherPerson = Change.of(line("GK_HUYEN", life.household));

        refused(
                run.outcome(life.correct(PAPER, Change.of(life.merit))),
                RefusalCode.NOTHING_CORRECTED);
        refused(run.outcome(life.correct(PAPER, signer)), RefusalCode.NOTHING_CORRECTED);
        refused(run.outcome(life.correct(PAPER, nameInClear)), RefusalCode.NOTHING_CORRECTED);
        refused(run.outcome(life.correct(PAPER, anotherPerson)), RefusalCode.NOTHING_CORRECTED);
    }

    @Test
    void a_decision_that_is_not_there_is_not_corrected() {
        var change = Change.of(CorrectedField.NGUOI_KY, "A", "B");
        refused(
                new PureRun().did(life.register()).outcome(life.correct(PAPER, change)),
                RefusalCode.DECISION_UNKNOWN);
    }

    @Test
    void a_name_is_corrected_sealed() {
        var name = life.household.name();
        var correct = life.correct(PAPER, Change.sealed(CorrectedField.TEN, null, name));
        var event = correction(new PureRun().did(life.decided()).outcome(correct));

        assertThat(event.sealedAfter()).isEqualTo(name);
        assertThat(event.recipient()).isEqualTo(life.person.recipient());
    }

    /// Old papers: what they give of their day, and whether the entered day is one of it.
    @ParameterizedTest
    @CsvSource({
        "1994, 1994-01-01, ",
        "1994, 1994-12-17, ",
        "12/1994, 1994-12-01, ",
        "00/00/1994, 1994-01-01, ",
        "chưa rõ, 1990-01-01, ",
        "12/1994, 1994-11-30, DAY_NOT_AS_WRITTEN",
        "1994, 1995-01-01, DAY_NOT_AS_WRITTEN",
        "2005, 2005-01-01, DATE_INCOMPLETE"
    })
    void a_partial_date_and_a_symbol_nobody_can_parse_are_kept_as_written(
            String written, String day, @Nullable RefusalCode code) {
        var number = new DocumentNumber("Số 12 KT/CTN (đợt 3)");
        var date = new WrittenDate(written);
        var signed = new Document.Paper(number, null, "Chủ tịch nước", null, null, date);
        var mother = line("DH_BMVNAH", life.person);
        var decide = life.decide("binh", day, signed, PRESIDENT, mother, ConferralMode.TANG, null);
        var outcome = new PureRun().did(life.register()).outcome(decide);

        if (code != null) {
            refused(outcome, code);
        } else {
            assertThat(((Outcome.Accepted) outcome).facts().getFirst().document())
                    .isEqualTo(signed);
        }
    }

    @Test
    void numbers_of_the_old_symbol_may_repeat_in_any_year() {
        var other = new LifeOfAnAward("12 KT/CTN");
        var title = line("DH_AHLD", other.person);
        var run =
                new PureRun()
                        .did(new LifeOfAnAward("12 KT/CTN").honoured("DH_AHLD"))
                        .did(other.register());

        assertThat(run.outcome(other.decide("binh", "2010-05-02", PRESIDENT, title, null)))
                .isInstanceOf(Outcome.Accepted.class);
    }
}

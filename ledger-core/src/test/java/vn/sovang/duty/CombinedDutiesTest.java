package vn.sovang.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PHUOC_MY;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.Command;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.RefusalCode;
import vn.sovang.duty.DutyCommand.AllowCombinedDuties;
import vn.sovang.duty.DutyCommand.EndCombinedDuties;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DutyEvent.CombinedDutiesAllowed;
import vn.sovang.event.Fact;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.PureRun;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.UnitId;

/// A unit with one officer: what the head's exception allows, and what it does not. The requests of
/// these tests come in on 22 November 2026.
class CombinedDutiesTest {
    private static final String FOR_YEARS = "2026-12-31";

    private final LifeOfAnAward life = new LifeOfAnAward();
    private final ExceptionId exception = new ExceptionId(UUID.randomUUID());

    private AllowCombinedDuties allow(UnitId unit, String officer, String from, String until) {
        return new AllowCombinedDuties(
                origin("truong", from, paper("4/QĐ-UBND", from)),
                exception,
                unit,
                officer,
                "truong",
                LocalDate.parse(until));
    }

    private EndCombinedDuties end(String day) {
        return new EndCombinedDuties(
                origin("truong", day, paper("5/QĐ-UBND", day)), exception, CITY);
    }

    private PureRun received(Command... before) {
        return new PureRun()
                .did(before)
                .did(
                        life.register(),
                        life.file(),
                        life.submit(PHUOC_MY, CITY, "02-05"),
                        life.receive(CITY, Procedure.DON_GIAN));
    }

    private Command decideAlone() {
        return life.decide("an", "2024-03-01", CITY, life.merit, life.nomination);
    }

    private static void refused(RefusalCode code, PureRun run, Command command) {
        assertThat(run.outcome(command))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static Outcome.Accepted accepted(PureRun run, Command command) {
        var outcome = run.outcome(command);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (Outcome.Accepted) outcome;
    }

    @Test
    void an_officer_alone_appraises_and_records_and_each_use_names_the_exception() {
        var run = received(allow(CITY, "an", "2024-01-01", FOR_YEARS));
        var appraisal = accepted(run, life.conclude("an"));
        run.did(life.conclude("an"));
        var decision = accepted(run, decideAlone());

        assertThat(appraisal.facts()).extracting(Fact::exception).containsExactly(exception);
        assertThat(decision.facts())
                .filteredOn(f -> f.event() instanceof AwardDecided)
                .extracting(Fact::exception)
                .containsExactly(exception);
        assertThat(decision.facts().getFirst().exception()).as("the header needs none").isNull();
        assertThat(decision.facts()).extracting(Fact::asFound).containsOnlyNulls();
    }

    @Test
    void an_act_that_needs_no_exception_names_none() {
        var run = received(allow(CITY, "binh", "2024-01-01", FOR_YEARS));

        assertThat(accepted(run, life.conclude("binh")).facts())
                .extracting(Fact::exception)
                .containsOnlyNulls();
    }

    @Test
    void without_an_exception_of_that_unit_and_officer_the_duties_stay_apart() {
        var rule = RefusalCode.FILER_MAY_NOT_APPRAISE;
        refused(rule, received(), life.conclude("an"));
        refused(rule, received(allow(CITY, "dung", "2024-01-01", FOR_YEARS)), life.conclude("an"));
        refused(
                rule,
                received(allow(PROVINCE, "an", "2024-01-01", FOR_YEARS)),
                life.conclude("an"));
    }

    @Test
    void it_covers_neither_acts_before_its_first_day_nor_entries_after_its_last() {
        var rule = RefusalCode.FILER_MAY_NOT_APPRAISE;
        refused(rule, received(allow(CITY, "an", "2024-02-21", FOR_YEARS)), life.conclude("an"));
        refused(rule, received(allow(CITY, "an", "2024-01-01", "2026-11-21")), life.conclude("an"));
        accepted(received(allow(CITY, "an", "2024-02-20", "2026-11-22")), life.conclude("an"));
    }

    @Test
    void once_ended_it_covers_nothing_more_and_ends_only_once() {
        var run = received(allow(CITY, "an", "2024-01-01", FOR_YEARS), end("2024-06-01"));

        refused(RefusalCode.FILER_MAY_NOT_APPRAISE, run, life.conclude("an"));
        refused(RefusalCode.DUTIES_NOT_COMBINED, run, end("2024-06-01"));
    }

    @Test
    void nobody_gives_it_to_oneself() {
        var rule = RefusalCode.SECOND_PERSON_MISSING;
        var run = new PureRun();
        refused(rule, run, allow(CITY, "truong", "2024-01-01", FOR_YEARS));
        refused(
                rule,
                run,
                new AllowCombinedDuties(
                        origin("an", "2024-01-01", paper("4/QĐ-UBND", "2024-01-01")),
                        exception,
                        CITY,
                        "an",
                        "truong",
                        LocalDate.parse(FOR_YEARS)));
    }

    @Test
    void it_needs_a_paper_a_unit_and_a_last_day_after_its_first() {
        var run = new PureRun();
        refused(
                RefusalCode.DOCUMENT_MISSING,
                run,
                new AllowCombinedDuties(
                        origin("truong", "2024-01-01"),
                        exception,
                        CITY,
                        "an",
                        "truong",
                        LocalDate.parse(FOR_YEARS)));
        refused(RefusalCode.UNIT_DID_NOT_EXIST, run, allow(CITY, "an", "2026-01-01", FOR_YEARS));
        refused(
                RefusalCode.EARLIER_THAN_ITS_CAUSE,
                run,
                allow(CITY, "an", "2024-01-02", "2024-01-01"));
        refused(RefusalCode.IN_THE_FUTURE, run, allow(PROVINCE, "an", "2027-01-01", "2027-02-01"));
    }

    @Test
    void an_officer_has_one_at_a_time() {
        var run = new PureRun().did(allow(CITY, "an", "2024-01-01", "2024-06-30"));
        var second =
                new AllowCombinedDuties(
                        origin("truong", "2024-06-30", paper("6/QĐ-UBND", "2024-06-30")),
                        new ExceptionId(UUID.randomUUID()),
                        CITY,
                        "an",
                        "truong",
                        LocalDate.parse("2024-12-31"));

        refused(RefusalCode.DUTIES_ALREADY_COMBINED, run, second);
        refused(
                RefusalCode.DUTIES_ALREADY_COMBINED,
                run,
                allow(CITY, "an", "2024-08-01", "2024-12-31"));
        run.did(end("2024-06-30"));
        assertThat(accepted(run, second).facts().getFirst().event())
                .isInstanceOf(CombinedDutiesAllowed.class);
    }
}

package vn.sovang.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PHUOC_MY;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.origin;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.AppraisalConcluded;
import vn.sovang.event.NominationEvent.CouncilVoted;
import vn.sovang.event.NominationEvent.DossierReceived;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.ObjectionReceived;
import vn.sovang.nomination.AppraisalCommand.RecordCouncilVotes;
import vn.sovang.rule.CouncilRule;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.PureRun;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.Ballot;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.RuleResult;

class AppraisalsTest {
    private final LifeOfAnAward life = new LifeOfAnAward();

    private PureRun submitted() {
        return new PureRun()
                .did(life.register(), life.file(), life.submit(PHUOC_MY, CITY, "02-05"));
    }

    private static List<LedgerEvent> events(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).facts().stream().map(Fact::event).toList();
    }

    private static void refused(Outcome outcome, RefusalCode code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void a_dossier_sent_back_and_completed_is_received_again() {
        var run = submitted().did(life.sendBack(), life.complete());

        assertThat(events(run.outcome(life.receive(CITY, Procedure.THUONG))))
                .containsExactly(
                        new DossierReceived(
                                life.nomination, CITY, Procedure.THUONG, "06/2022/QH15", null));
    }

    @Test
    void a_dossier_sent_back_may_be_withdrawn_one_in_appraisal_may_not() {
        var withdraw =
                new NominationCommand.WithdrawNomination(
                        origin("an", "2024-02-28"), life.nomination, "xin rút");

        assertThat(events(submitted().did(life.sendBack()).outcome(withdraw))).hasSize(1);
        refused(
                submitted().did(life.receive(CITY, Procedure.THUONG)).outcome(withdraw),
                RefusalCode.NOMINATION_ALREADY_SUBMITTED);
    }

    @Test
    void only_the_simple_procedure_is_decided_without_a_council() {
        var simple = submitted().did(life.receive(CITY, Procedure.DON_GIAN), life.conclude("binh"));
        var full = submitted().did(life.receive(CITY, Procedure.THUONG), life.conclude("binh"));

        assertThat(events(simple.outcome(life.decide()))).hasSize(2);
        refused(full.outcome(life.decide()), RefusalCode.COUNCIL_NOT_VOTED);
    }

    @Test
    void an_old_file_is_decided_without_steps() {
        var run = submitted().did(life.receive(CITY, Procedure.HO_SO_CU));

        assertThat(events(run.outcome(life.decide()))).hasSize(2);
    }

    @Test
    void who_completed_the_dossier_may_not_appraise_it_either() {
        var returned = submitted().did(life.sendBack());
        var completedByBinh =
                new AppraisalCommand.CompleteDossier(
                        origin("binh", "2024-02-09"), life.nomination, life.complete().added());
        var run = returned.did(completedByBinh, life.receive(CITY, Procedure.THUONG));

        refused(run.outcome(life.conclude("binh")), RefusalCode.FILER_MAY_NOT_APPRAISE);
        refused(run.outcome(life.conclude("an")), RefusalCode.FILER_MAY_NOT_APPRAISE);
        assertThat(events(run.outcome(life.conclude("chi")))).hasSize(1);
    }

    @Test
    void an_objection_stops_the_council_until_it_is_settled() {
        var run = submitted().did(life.receive(CITY, Procedure.THUONG), life.object());
        assertThat(events(run.outcome(life.object())))
                .as("the second of the nomination")
                .containsExactly(new ObjectionReceived(life.nomination, 2, null));
        run.did(life.conclude("binh"));

        refused(run.outcome(life.vote()), RefusalCode.OBJECTION_OPEN);
    }

    @Test
    void the_appraisal_records_its_checks_with_their_version_and_they_block_nothing() {
        var file =
                new NominationCommand.FileNomination(
                        origin("an", "2024-02-01"),
                        life.nomination,
                        PHUOC_MY,
                        PhanRang.line("CSTD_CAP_TINH", life.person));
        var run =
                new PureRun()
                        .did(life.register(), file, life.submit(PHUOC_MY, CITY, "02-05"))
                        .did(life.receive(CITY, Procedure.THUONG));

        assertThat(events(run.outcome(life.conclude("binh"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        AppraisalConcluded.class,
                        e -> {
                            assertThat(e.checks()).hasSize(1);
                            var check = e.checks().getFirst();
                            assertThat(check.rule()).isEqualTo("E1");
                            assertThat(check.result()).isEqualTo(RuleResult.KHONG_DAT);
                            assertThat(check.version()).isEqualTo("LUAT-2022/1");
                        });
    }

    @Test
    void the_vote_records_quorum_and_majority_by_the_rule_of_the_day() {
        var rule = CouncilRule.on(LocalDate.of(2024, 2, 25)).orElseThrow();
        var hero = new AwardCode("DH_AHLD");

        assertThat(rule.quorum(new Ballot(9, 6, 6))).isEqualTo(RuleResult.DAT);
        assertThat(rule.quorum(new Ballot(9, 5, 5))).isEqualTo(RuleResult.KHONG_DAT);
        assertThat(rule.majority(new Ballot(10, 10, 9), hero)).isEqualTo(RuleResult.DAT);
        assertThat(rule.majority(new Ballot(10, 10, 8), hero)).isEqualTo(RuleResult.KHONG_DAT);
        assertThat(rule.majority(new Ballot(10, 10, 8), new AwardCode("LDTT")))
                .isEqualTo(RuleResult.CHUA_RO);
        assertThat(CouncilRule.on(LocalDate.of(1998, 1, 1))).isEmpty();

        var run = submitted().did(life.receive(CITY, Procedure.THUONG), life.conclude("binh"));
        assertThat(events(run.outcome(life.vote())))
                .containsExactly(
                        new CouncilVoted(
                                life.nomination,
                                CITY,
                                new Ballot(9, 8, 8),
                                rule.version(),
                                RuleResult.DAT,
                                RuleResult.CHUA_RO));
    }

    @Test
    void a_session_without_minutes_or_with_a_line_twice_is_refused() {
        var run = submitted().did(life.receive(CITY, Procedure.THUONG), life.conclude("binh"));
        var vote = life.vote();
        var line = vote.votes().getFirst();
        var twice = new RecordCouncilVotes(vote.origin(), CITY, List.of(line, line));
        var oral = new RecordCouncilVotes(origin("binh", "2024-02-25"), CITY, vote.votes());

        refused(run.outcome(twice), RefusalCode.NOMINATION_UNKNOWN);
        refused(run.outcome(oral), RefusalCode.DOCUMENT_MISSING);
    }

    @Test
    void each_level_is_a_loop_with_a_list_of_its_own() {
        var run = new PureRun().did(life.voted());
        var up = life.forward();

        assertThat(events(run.outcome(up)))
                .containsExactly(
                        new NominationListSubmitted(up.list(), CITY, PROVINCE, 1),
                        new NominationForwardedUp(
                                life.nomination, up.list(), 1, CITY, PROVINCE, life.merit));
        run.did(up);
        refused(run.outcome(life.conclude("binh")), RefusalCode.DOSSIER_NOT_RECEIVED);
        refused(
                run.outcome(life.receive(CITY, Procedure.THUONG)),
                RefusalCode.NOMINATION_ELSEWHERE);
    }

    @Test
    void a_level_that_is_not_done_with_it_does_not_send_it_up() {
        var run = submitted().did(life.receive(CITY, Procedure.THUONG));

        refused(run.outcome(life.forward()), RefusalCode.APPRAISAL_NOT_CONCLUDED);
    }

    @Test
    void a_rejected_nomination_goes_nowhere() {
        var run = new PureRun().did(life.voted()).did(life.reject());

        refused(run.outcome(life.decide()), RefusalCode.NOMINATION_REJECTED);
        refused(run.outcome(life.reject()), RefusalCode.NOMINATION_REJECTED);
    }
}

package vn.sovang;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PHUOC_MY;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Receipt;
import vn.sovang.award.AwardCommand;
import vn.sovang.decider.Command;
import vn.sovang.decision.CorrectDecision.Change;
import vn.sovang.decision.DecisionCommand;
import vn.sovang.nomination.AppraisalCommand;
import vn.sovang.nomination.NominationCommand;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.CorrectedField;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.Procedure;

/// Every kind of request about nominations, decisions and awards, sent twice: recorded once, and
/// answered twice with the same receipt.
class AwardRequestTest {
    private static final List<Class<?>> FAMILIES =
            List.of(
                    NominationCommand.class,
                    AppraisalCommand.class,
                    DecisionCommand.class,
                    AwardCommand.class);

    @Test
    void the_same_request_twice_is_one_recording_and_the_original_receipt(@TempDir Path folder) {
        var tried = new HashSet<Class<?>>();
        try (var test = TestLedger.open(TestDatabase.freshSettings(), folder)) {
            var ledger = test.ledger();
            for (var command : everything()) {
                var first = ledger.submit(command);
                assertThat(first).as(command.toString()).isInstanceOf(Receipt.class);
                long head = ledger.feed().head();

                var again = (Receipt) ledger.submit(command);

                var receipt = (Receipt) first;
                assertThat(receipt.repeated()).isFalse();
                assertThat(again)
                        .isEqualTo(
                                new Receipt(
                                        receipt.first(),
                                        receipt.last(),
                                        receipt.recordedAt(),
                                        true));
                assertThat(ledger.feed().head()).as("nothing was added").isEqualTo(head);
                tried.add(command.getClass());
            }
        }
        assertThat(tried).containsAll(commands());
    }

    /// Four lives that between them ask everything there is.
    private static List<Command> everything() {
        var full = new LifeOfAnAward("1/QĐ-UBND");
        var withdrawn = new LifeOfAnAward("2/QĐ-UBND");
        var rejected = new LifeOfAnAward("3/QĐ-UBND");
        var hero = new LifeOfAnAward("4/QĐ-CTN");
        var all = new java.util.ArrayList<Command>();
        all.addAll(List.of(full.register(), full.file(), full.submit(PHUOC_MY, CITY, "02-05")));
        all.addAll(List.of(full.sendBack(), full.complete(), full.receive(CITY, Procedure.THUONG)));
        all.addAll(List.of(full.ask(), full.answer(), full.publish(), full.object()));
        all.addAll(List.of(full.resolve(), full.conclude("binh"), full.vote(), full.decide()));
        all.add(
                full.correct(
                        CorrectionCause.DINH_CHINH,
                        Change.of(CorrectedField.TRICH_YEU, "tặng", "về việc tặng")));
        all.addAll(List.of(full.present(), full.pay(), full.annul(CITY), full.recover(540_000)));
        all.add(full.revoke());
        all.addAll(List.of(withdrawn.register(), withdrawn.fileInAList(), withdrawn.withdraw()));
        all.addAll(List.of(rejected.voted()));
        all.add(rejected.reject());
        all.addAll(List.of(hero.honoured("DH_AHLD")));
        all.addAll(List.of(hero.strip(), hero.restore()));
        return all;
    }

    private static Set<Class<?>> commands() {
        var all = new HashSet<Class<?>>();
        FAMILIES.forEach(family -> all.addAll(List.of(family.getPermittedSubclasses())));
        assertThat(all).hasSizeGreaterThan(20);
        return all;
    }
}

package vn.sovang;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PHUOC_MY;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.Command;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationRejected;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.Procedure;

/// Many clerks on two nodes, one paper: whatever they race for happens exactly once.
class AwardRaceTest {
    private static final int ROUNDS = 6;
    private static final int WRITERS = 16;

    @Test
    void of_sixteen_concurrent_acts_on_one_thing_exactly_one_wins(@TempDir Path folder)
            throws Exception {
        var settings = TestDatabase.freshSettings();
        try (var one = TestLedger.open(settings, folder);
                var two = TestLedger.open(settings, folder);
                var pool = Executors.newFixedThreadPool(WRITERS)) {
            var race = new Race(List.of(one.ledger(), two.ledger()), pool);
            for (int round = 0; round < ROUNDS; round++) {
                race.decisionNumbers(round);
                race.annulments(round);
                race.strippings(round);
                race.presentationsAndPrizes(round);
                race.decisionsOrRejection(round);
            }
            assertThat(race.races).isEqualTo(6 * ROUNDS);
        }
    }

    /// Races on one pair of nodes. Owned by the test's thread.
    private static final class Race {
        private final List<Ledger> ledgers;
        private final ExecutorService pool;
        private int races;

        Race(List<Ledger> ledgers, ExecutorService pool) {
            this.ledgers = ledgers;
            this.pool = pool;
        }

        /// N different decisions that bear one number of one year.
        void decisionNumbers(int round) throws Exception {
            var number = round + "-A/QĐ-UBND";
            var lives = new ArrayList<LifeOfAnAward>();
            for (int i = 0; i < WRITERS; i++) {
                lives.add(new LifeOfAnAward(number));
                record(lives.get(i).register());
            }
            run(
                    i -> {
                        var day = "2024-03-%02d".formatted(i + 1);
                        var life = lives.get(i);
                        return life.decide("binh", day, CITY, life.merit, null);
                    },
                    RefusalCode.DECISION_NUMBER_TAKEN);
            var key = DecisionKey.of(CITY, 2024, new DocumentNumber(number));
            assertThat(recorded(key.tag(), AwardDecided.class)).isEqualTo(1);
        }

        void annulments(int round) throws Exception {
            var life = new LifeOfAnAward(round + "-B/QĐ-UBND");
            record(life.decided());
            run(i -> life.annul(CITY), RefusalCode.AWARD_ANNULLED);
            assertThat(recorded(life.award.tag(), AwardAnnulled.class)).isEqualTo(1);
        }

        void strippings(int round) throws Exception {
            var life = new LifeOfAnAward(round + "-C/QĐ-CTN");
            record(life.honoured("DH_AHLD"));
            run(i -> life.strip(), RefusalCode.AWARD_STRIPPED);
            assertThat(recorded(life.honour.tag(), HonourStripped.class)).isEqualTo(1);
        }

        void presentationsAndPrizes(int round) throws Exception {
            var life = new LifeOfAnAward(round + "-D/QĐ-UBND");
            record(life.decided());
            run(i -> life.present(), RefusalCode.AWARD_ALREADY_PRESENTED);
            run(i -> life.pay(), RefusalCode.PRIZE_ALREADY_PAID);
            assertThat(recorded(life.award.tag(), AwardPresented.class)).isEqualTo(1);
            assertThat(recorded(life.award.tag(), PrizePaid.class)).isEqualTo(1);
        }

        /// One nomination: either one decision answers it, or it is rejected.
        void decisionsOrRejection(int round) throws Exception {
            var life = new LifeOfAnAward(round + "-E/QĐ-UBND");
            record(life.register(), life.file(), life.submit(PHUOC_MY, CITY, "02-05"));
            record(life.receive(CITY, Procedure.DON_GIAN), life.conclude("binh"));
            run(
                    i -> {
                        var number = round + "-E" + i + "/QĐ-UBND";
                        var paper = new LifeOfAnAward(number);
                        return i % 2 == 0
                                ? life.reject()
                                : paper.decide(
                                        "binh", "2024-03-01", CITY, life.merit, life.nomination);
                    },
                    RefusalCode.NOMINATION_ALREADY_DECIDED,
                    RefusalCode.NOMINATION_REJECTED);
            var tag = life.nomination.tag();
            assertThat(recorded(tag, AwardDecided.class) + recorded(tag, NominationRejected.class))
                    .isEqualTo(1);
        }

        private void record(Command... commands) {
            for (var command : commands) {
                assertThat(ledgers.getFirst().submit(command)).isInstanceOf(Receipt.class);
            }
        }

        private void run(IntFunction<Command> writer, RefusalCode... losers) throws Exception {
            races++;
            var barrier = new CyclicBarrier(WRITERS);
            var tasks = new ArrayList<Callable<Submission>>();
            for (int w = 0; w < WRITERS; w++) {
                var ledger = ledgers.get(w % 2);
                var command = writer.apply(w);
                tasks.add(() -> {
                    barrier.await();
                    return ledger.submit(command);
                });
            }
            int won = 0;
            for (var result : pool.invokeAll(tasks)) {
                switch (result.get()) {
                    case Receipt _ -> won++;
                    case Declined d -> assertThat(d.refused().code()).isIn((Object[]) losers);
                }
            }
            assertThat(won).as(losers[0] + ", race " + races).isEqualTo(1);
        }

        private int recorded(String tag, Class<? extends LedgerEvent> type) {
            return ledgers.getFirst().read(Set.of(TagQuery.of(tag, type))).size();
        }
    }
}

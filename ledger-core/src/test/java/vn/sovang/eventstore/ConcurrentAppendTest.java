package vn.sovang.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.eventstore.DcbCriterion.tagged;
import static vn.sovang.eventstore.Samples.append;
import static vn.sovang.eventstore.Samples.await;
import static vn.sovang.eventstore.Samples.event;
import static vn.sovang.eventstore.Samples.positions;
import static vn.sovang.eventstore.Samples.unless;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.AppendOutcome.Conflict;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;

final class ConcurrentAppendTest {
    private static final int WRITERS = 16;
    private static final int ROUNDS = 300;

    private final DatabaseSettings settings = TestDatabase.freshSettings();
    private final Database database = Database.open(settings);
    private final EventLog log = EventLog.open(database.ledger(), InstantSource.system());

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void exactly_one_of_sixteen_writers_wins_each_round() throws Exception {
        AtomicIntegerArray winners = new AtomicIntegerArray(ROUNDS);
        CyclicBarrier barrier = new CyclicBarrier(WRITERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                work.add(() -> compete(barrier, winners));
            }
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(ROUNDS);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(winners.get(round)).as("winners of round %d", round).isEqualTo(1);
        }
        assertThat(log.head()).isEqualTo(ROUNDS);
    }

    private int compete(CyclicBarrier barrier, AtomicIntegerArray winners)
            throws InterruptedException, BrokenBarrierException {
        for (int round = 0; round < ROUNDS; round++) {
            String number = "decision:" + round;
            barrier.await();
            AppendOutcome outcome =
                    await(log.append(append(unless(0, tagged(number)), event("x", number))));
            if (outcome instanceof Appended) {
                winners.incrementAndGet(round);
            } else {
                assertThat(outcome).isInstanceOf(Conflict.class);
            }
        }
        return ROUNDS;
    }

    @Test
    void thousands_of_waiting_appends_keep_positions_gapless() {
        List<CompletableFuture<AppendOutcome>> waiting = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            String tag = "award:" + i % 1_000;
            waiting.add(
                    log.append(
                            append(unless(0, tagged(tag)), event("a", tag), event("b", "unit:1"))));
        }
        List<AppendOutcome> outcomes = waiting.stream().map(Samples::await).toList();

        assertThat(outcomes).filteredOn(Appended.class::isInstance).hasSize(1_000);
        List<Long> seen = new ArrayList<>();
        log.stream(0, Long.MAX_VALUE, event -> seen.add(event.position()));
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 2_000).boxed().toList());
        assertThat(positions(log.read(List.of(tagged("unit:1")), 0, 2_000, 5_000)))
                .hasSize(1_000)
                .isSorted();
    }

    /// The refusal is PostgreSQL's own, at the insert, so the batch as a whole breaks.
    @Test
    void a_poisoned_append_does_not_fail_its_batch_mates() throws SQLException {
        try (Connection admin = TestDatabase.superuser(settings);
                Statement statement = admin.createStatement()) {
            statement.execute("set role sovang_owner");
            statement.execute("set sovang.migrating = 'on'");
            statement.execute(
                    "alter table ledger.event add constraint no_poison check (type <> 'poison')");
        }
        List<CompletableFuture<AppendOutcome>> waiting = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            waiting.add(log.append(append(event(i % 100 == 50 ? "poison" : "x"))));
        }
        for (int i = 0; i < 300; i++) {
            CompletableFuture<AppendOutcome> outcome = waiting.get(i);
            if (i % 100 == 50) {
                assertThatThrownBy(() -> await(outcome)).isInstanceOf(DatabaseFailure.class);
            } else {
                assertThat(await(outcome)).isInstanceOf(Appended.class);
            }
        }
        assertThat(log.head()).isEqualTo(297);
    }

    @Test
    void closing_writes_what_waits_and_refuses_what_comes() {
        List<CompletableFuture<AppendOutcome>> waiting = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            waiting.add(log.append(append(event("x"))));
        }
        log.close();

        assertThat(waiting)
                .allSatisfy(outcome -> assertThat(await(outcome)).isInstanceOf(Appended.class));
        assertThatThrownBy(() -> await(log.append(append(event("x")))))
                .isInstanceOf(StoreClosed.class);
    }
}

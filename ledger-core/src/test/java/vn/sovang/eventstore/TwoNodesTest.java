package vn.sovang.eventstore;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.sovang.eventstore.DcbCriterion.tagged;
import static vn.sovang.eventstore.Samples.append;
import static vn.sovang.eventstore.Samples.event;
import static vn.sovang.eventstore.Samples.positions;
import static vn.sovang.eventstore.Samples.unless;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.AppendOutcome.Conflict;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;

final class TwoNodesTest {
    private final DatabaseSettings settings = TestDatabase.freshSettings();
    private final Database database = Database.open(settings);
    private final EventLog here = EventLog.open(database.ledger(), InstantSource.system());
    private final EventLog there = EventLog.open(database.ledger(), InstantSource.system());

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    /// If the lock and the head were one statement, its snapshot would be older than the other
    /// node's commit, and the conflict would be missed.
    @Test
    void a_node_that_waited_for_the_lock_sees_what_was_committed_meanwhile() throws SQLException {
        CompletableFuture<AppendOutcome> outcome;
        try (Connection other = database.ledger().getConnection()) {
            other.setAutoCommit(false);
            LogHead.lock(other);
            outcome =
                    here.append(append(unless(0, tagged("artifact:1")), event("x", "artifact:1")));
            awaitSomeoneWaitingForTheLock();
            Samples.insert(other, 1, "x", "artifact:1");
            other.commit();
        }

        assertThat(Samples.await(outcome)).isEqualTo(new Conflict(1));
    }

    /// Positions given before COMMIT become visible in their order, however long a writer stalls.
    @Test
    void a_reader_sees_no_gap_while_a_writer_stalls() throws SQLException {
        CompletableFuture<AppendOutcome> behind;
        try (Connection stalled = database.ledger().getConnection()) {
            stalled.setAutoCommit(false);
            LogHead.lock(stalled);
            Samples.insert(stalled, 1, "x", "unit:1");
            behind = here.append(append(event("x")));
            awaitSomeoneWaitingForTheLock();

            assertThat(here.readAfter(0, 10)).isEmpty();
            assertThat(behind).isNotDone();
            stalled.commit();
        }

        assertThat(Samples.await(behind)).isInstanceOf(Appended.class);
        assertThat(positions(there.readAfter(0, 10))).containsExactly(1L, 2L);
    }

    @Test
    void the_other_node_is_woken_by_a_notification() {
        Samples.await(here.append(append(event("x"))));

        assertThat(there.awaitBeyond(0, Duration.ofSeconds(5))).isTrue();
        assertThat(there.knownHead()).isEqualTo(1);
    }

    /// Read, decide, append on both nodes at once: every number is given once, and a node that lost
    /// the race finds out.
    @Test
    void two_nodes_give_each_number_once() throws Exception {
        int numbersEach = 40;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                EventLog node = i % 2 == 0 ? here : there;
                work.add(() -> takeNumbers(node, numbersEach));
            }
            int conflicts = 0;
            for (Future<Integer> result : threads.invokeAll(work)) {
                conflicts += result.get();
            }
            assertThat(conflicts).as("there was a race").isPositive();
        }

        List<StoredEvent> events = here.readAfter(0, 1_000);
        assertThat(positions(events))
                .isEqualTo(LongStream.rangeClosed(1, 6L * numbersEach).boxed().toList());
        assertThat(events).extracting(StoredEvent::type).doesNotHaveDuplicates();
        assertThat(positions(there.readAfter(0, 1_000))).isEqualTo(positions(events));
    }

    private static int takeNumbers(EventLog node, int count) {
        int conflicts = 0;
        int taken = 0;
        while (taken < count) {
            Slice known = node.slice(List.of(tagged("series:1")), 0, 1_000);
            int number = known.events().size() + 1;
            AppendOutcome outcome =
                    Samples.await(
                            node.append(
                                    append(
                                            unless(known.head(), tagged("series:1")),
                                            event("number" + number, "series:1"))));
            if (outcome instanceof Appended) {
                taken++;
            } else {
                conflicts++;
            }
        }
        return conflicts;
    }

    private void awaitSomeoneWaitingForTheLock() {
        await().atMost(10, SECONDS)
                .until(() -> {
                    try (Connection admin = TestDatabase.superuser(settings);
                            Statement statement = admin.createStatement();
                            ResultSet row =
                                    statement.executeQuery(
                                            """
                                            select exists (
                                                select from pg_locks
                                                where locktype = 'advisory'
                                                  and not granted)
                                            """)) {
                        return row.next() && row.getBoolean(1);
                    }
                });
    }
}

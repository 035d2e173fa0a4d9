package vn.sovang.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.Fact;
import vn.sovang.postgres.Tx;
import vn.sovang.projection.ReadModelStatus.Stop;
import vn.sovang.projection.RebuildProgress.State;
import vn.sovang.projection.Rebuilds.Asked;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.NotBuiltYet;
import vn.sovang.projection.readmodel.Progress;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.Seen;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;

/// A rebuild is paused, resumed, cancelled, stopped by an event and taken over, from whichever
/// process.
class RebuildControlTest {
    private static final Paper PAPER = Paper.of("2024-07-01", "77/QĐ");
    private static final int EVENTS = 5_000;

    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_paused_rebuild_waits_with_what_it_has_built_and_goes_on_from_there() throws Exception {
        given(EVENTS);
        var seen = new Seen(1);
        try (var node = open("one", seen);
                var elsewhere = open("two", new Seen(1))) {
            follow(node);
            seen.holdBeyond(2_000);
            assertThat(node.rebuilds().begin("seen")).isEqualTo(Asked.GRANTED);
            seen.awaitHeld();

            assertThat(elsewhere.rebuilds().pause("seen")).isEqualTo(Asked.GRANTED);
            seen.letGo();

            var paused = untilNobodyMoves(elsewhere);
            assertThat(paused.state()).isEqualTo(State.PAUSED);
            assertThat(paused.position()).isBetween(1_000L, 2_000L);
            assertThat(paused.target()).isEqualTo(EVENTS);
            assertThat(paused.percent()).isBetween(20, 40);
            assertThat(elsewhere.rebuilds().begin("seen")).isEqualTo(Asked.PAUSED);
            assertThat(elsewhere.rebuilds().pause("seen")).isEqualTo(Asked.NOT_RUNNING);
            assertThat(node.rebuilds().await("seen").state()).isEqualTo(State.PAUSED);

            assertThat(elsewhere.rebuilds().resume("seen")).isEqualTo(Asked.GRANTED);
            assertThat(elsewhere.rebuilds().resume("seen")).isEqualTo(Asked.NOT_PAUSED);

            var done = untilEnded(elsewhere);
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.percent()).isEqualTo(100);
            assertThat(done.report()).returns(true, r -> r != null && r.identical());
            assertThat(done.eventsPerSecond()).isPositive();
        }
    }

    @Test
    void a_cancelled_rebuild_leaves_the_live_tables_and_nothing_else() throws Exception {
        given(EVENTS);
        var seen = new Seen(1);
        try (var node = open("one", seen);
                var elsewhere = open("two", new Seen(1))) {
            follow(node);
            assertThat(node.rebuilds().cancel("seen")).isEqualTo(Asked.NOT_RUNNING);
            seen.holdBeyond(1_000);
            node.rebuilds().begin("seen");
            seen.awaitHeld();

            var cancelling =
                    CompletableFuture.supplyAsync(() -> elsewhere.rebuilds().cancel("seen"));
            seen.letGo();

            assertThat(cancelling.get(30, TimeUnit.SECONDS)).isEqualTo(Asked.GRANTED);
            assertThat(untilEnded(node).state()).isEqualTo(State.CANCELLED);
            assertThat(schemas()).containsExactly("read_seen");
            assertThat(node.rebuild("seen").identical()).as("and may be begun again").isTrue();
        }
    }

    @Test
    void an_event_that_cannot_be_applied_stops_the_rebuild_there_and_nothing_else()
            throws Exception {
        given(EVENTS);
        var seen = new Seen(1);
        try (var node = open("one", seen)) {
            follow(node);
            seen.poison = 2_345;

            node.rebuilds().begin("seen");
            var stopped = node.rebuilds().await("seen");

            assertThat(stopped.state()).isEqualTo(State.STOPPED);
            assertThat(stopped.position()).isEqualTo(2_344);
            Stop stop = Objects.requireNonNull(stopped.stopped());
            assertThat(stop.position()).isEqualTo(2_345);
            assertThat(stop.reason()).isEqualTo("poison at 2345");
            assertThat(rows(1)).as("readers").isEqualTo(EVENTS);
            assertThat(node.rebuild("history").identical()).as("others").isTrue();
            long next = given(1);
            assertThat(node.awaitPosition(next, TestLog.PATIENCE)).as("the live ones").isTrue();

            seen.poison = 0;

            assertThat(untilEnded(node).state()).as("once cured").isEqualTo(State.DONE);
            assertThat(rows(1)).isEqualTo(next);
        }
    }

    @Test
    void a_stop_of_the_live_tables_is_told_by_every_process() {
        given(3);
        var seen = new Seen(1);
        try (var node = open("one", seen);
                var elsewhere = open("two", new Seen(1))) {
            follow(node);
            seen.poison = 5;
            given(4);
            await().atMost(TestLog.PATIENCE)
                    .until(() -> status(elsewhere).state() == ReadModelStatus.State.STOPPED);

            Stop stop = Objects.requireNonNull(status(elsewhere).stopped());
            assertThat(stop.position()).isEqualTo(5);
            assertThat(stop.reason()).isEqualTo("poison at 5");
            assertThat(status(elsewhere).position()).isEqualTo(4);

            seen.poison = 0;
            assertThat(node.awaitPosition(7, TestLog.PATIENCE)).isTrue();
            assertThat(status(elsewhere).stopped()).isNull();
        }
    }

    @Test
    void the_tables_of_before_are_kept_until_they_are_dropped() {
        given(10);
        try (var node = open("one", new Seen(1))) {
            follow(node);
            assertThat(node.rebuilds().dropOld("seen")).isEqualTo(Asked.NOTHING_KEPT);
            node.rebuild("seen");
            assertThat(schemas()).containsExactly("read_seen", "read_seen_2");
            assertThat(status(node).kept()).isEqualTo(new ReadModelStatus.Kept(1, 10));

            assertThat(node.rebuilds().dropOld("seen")).isEqualTo(Asked.GRANTED);

            assertThat(schemas()).containsExactly("read_seen_2");
            assertThat(status(node).kept()).isNull();
            assertThat(rows(1)).isEqualTo(10);
        }
    }

    @Test
    void a_reader_that_began_before_a_swap_ends_on_the_tables_it_began_with() throws Exception {
        given(10);
        try (var node = open("one", new Seen(1))) {
            follow(node);
            long first =
                    live(1).query(connection -> {
                        long before = count(connection);
                        node.rebuild("seen");
                        given(5);
                        assertThat(node.awaitPosition(15, TestLog.PATIENCE)).isTrue();
                        assertThat(count(connection)).as("still").isEqualTo(before);
                        return before;
                    });
            assertThat(first).isEqualTo(10);
            assertThat(rows(1)).isEqualTo(15);
        }
    }

    @Test
    void a_program_of_the_version_before_reads_on_after_a_newer_one_has_swapped() {
        given(10);
        try (var older = open("older", new Seen(1));
                var newer = open("newer", new Seen(2))) {
            follow(older);
            assertThat(older.awaitPosition(10, TestLog.PATIENCE)).isTrue();
            follow(newer);

            assertThat(worth(1)).isEqualTo(55);
            assertThat(worth(2)).isEqualTo(110);
            assertThat(older.rebuilds().begin("seen")).isEqualTo(Asked.NEWER_VERSION);

            newer.rebuilds().dropOld("seen");

            assertThatThrownBy(() -> worth(1)).isInstanceOf(NotBuiltYet.class);
        }
    }

    @Test
    void what_is_no_read_model_is_not_rebuilt() {
        try (var node = open("one", new Seen(1))) {
            var rebuilds = node.rebuilds();
            assertThat(List.of(rebuilds.begin("x"), rebuilds.pause("x"), rebuilds.resume("x")))
                    .containsOnly(Asked.NO_SUCH_MODEL);
            assertThat(List.of(rebuilds.cancel("x"), rebuilds.dropOld("x")))
                    .containsOnly(Asked.NO_SUCH_MODEL);
            assertThat(rebuilds.progress("x")).isEmpty();
        }
    }

    private Projections open(String node, Seen seen) {
        return Projections.open(log.database().read(), log.feed(), node, List.of(seen));
    }

    private void follow(Projections node) {
        node.start();
        assertThat(node.awaitPosition(log.feed().head(), TestLog.PATIENCE)).isTrue();
    }

    /// @return position of the last
    private long given(int recipients) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < recipients; i++) {
            var id = new RecipientId(UUID.randomUUID());
            facts.add(PAPER.fact(Given.recipient(id, RecipientKind.INDIVIDUAL)));
        }
        return log.append(facts);
    }

    private LiveTables live(int version) {
        return new LiveTables(log.database().read(), new Seen(version), new Progress());
    }

    private long rows(int version) {
        return live(version).query(RebuildControlTest::count);
    }

    private long worth(int version) {
        return live(version).query(RebuildControlTest::worth);
    }

    private static long count(Connection connection) throws SQLException {
        return Sql.first(connection, "select count(*) from seen", row -> row.getLong(1))
                .orElseThrow();
    }

    private static long worth(Connection connection) throws SQLException {
        return Sql.first(connection, "select sum(worth) from seen", row -> row.getLong(1))
                .orElseThrow();
    }

    private List<String> schemas() {
        return new Tx(log.database().read())
                .call(connection ->
                        Sql.list(
                                connection,
                                """
                                select nspname
                                from pg_namespace
                                where nspname like 'read_seen%'
                                order by nspname
                                """,
                                row -> row.getString(1)));
    }

    private static ReadModelStatus status(Projections node) {
        return node.statuses().stream()
                .filter(status -> status.name().equals("seen"))
                .findFirst()
                .orElseThrow();
    }

    /// The batch in hand when it was paused may still be rolling back.
    private static RebuildProgress untilNobodyMoves(Projections node) {
        return await().pollInterval(Duration.ofMillis(20))
                .atMost(TestLog.PATIENCE)
                .until(
                        () -> node.rebuilds().progress("seen").orElseThrow(),
                        progress -> progress.state() == State.PAUSED);
    }

    private static RebuildProgress untilEnded(Projections node) {
        return await().pollInterval(Duration.ofMillis(20))
                .atMost(TestLog.PATIENCE)
                .until(
                        () -> node.rebuilds().progress("seen").orElseThrow(),
                        progress -> !progress.state().isOpen());
    }
}

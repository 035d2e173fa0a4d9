package vn.sovang.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.Fact;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.postgres.Tx;
import vn.sovang.projection.ReadModelStatus.State;
import vn.sovang.projection.ReadModelStatus.Stop;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;

final class ProjectionRunnerTest {
    private static final Paper PAPER = Paper.of("2024-03-01", "1/QĐ");

    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_page_that_just_wrote_waits_for_its_position() {
        log.append(PAPER.fact(Given.city()));
        var projections = log.settled();

        long position = log.append(PAPER.fact(Given.province()));

        assertThat(projections.awaitPosition(position, TestLog.PATIENCE)).isTrue();
        assertThat(projections.register().units()).hasSize(2);
        assertThat(projections.awaitPosition(position + 1, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void nodes_that_run_the_same_models_apply_every_event_once() {
        var first = new Tally();
        var second = new Tally();
        try (var one = open("one", first);
                var two = open("two", second)) {
            one.start();
            two.start();
            for (int i = 0; i < 200; i++) {
                log.append(recipient());
            }

            assertThat(one.awaitPosition(200, TestLog.PATIENCE)).isTrue();
            assertThat(two.awaitPosition(200, TestLog.PATIENCE)).isTrue();
            assertThat(rows()).isEqualTo(200);
        }
    }

    @Test
    void events_applied_before_change_nothing_when_they_come_again() {
        var tally = new Tally();
        try (var node = open("one", tally)) {
            log.append(recipient(), recipient());
            node.start();
            assertThat(node.awaitPosition(2, TestLog.PATIENCE)).isTrue();
            var slots = new Slots(log.database().read(), "late", new ImportGate(log.feed()));

            long position = slots.advance(tally, Slots.Slot.LIVE, 0, log.feed().after(0, 10));

            assertThat(position).isEqualTo(2);
            assertThat(rows()).isEqualTo(2);
        }
    }

    @Test
    void an_event_that_cannot_be_applied_stops_its_model_there_and_no_other() {
        var tally = new Tally();
        tally.poison = 3;
        try (var node = open("one", tally)) {
            node.start();
            assertThat(node.awaitPosition(0, TestLog.PATIENCE)).isTrue();
            log.append(recipient(), recipient(), recipient(), recipient());

            Stop stop = untilStopped(node);

            assertThat(stop.position()).isEqualTo(3);
            assertThat(stop.reason()).isEqualTo("poison at 3");
            assertThat(rows()).as("everything before it").isEqualTo(2);
            assertThat(untilRegisterKnows(node, 4)).as("the others go on").isTrue();

            tally.poison = 0;

            assertThat(node.awaitPosition(4, TestLog.PATIENCE)).as("once cured").isTrue();
            assertThat(rows()).isEqualTo(4);
        }
    }

    @Test
    void an_event_that_cannot_be_applied_stops_a_model_that_is_being_built_too() {
        var tally = new Tally();
        tally.poison = 3;
        log.append(recipient(), recipient(), recipient(), recipient());
        try (var node = open("one", tally)) {
            node.start();

            assertThat(untilStopped(node).position()).isEqualTo(3);

            tally.poison = 0;

            assertThat(node.awaitPosition(4, TestLog.PATIENCE)).as("once cured").isTrue();
            assertThat(rows()).isEqualTo(4);
        }
    }

    @Test
    void an_event_from_a_newer_version_stops_every_model_before_it() {
        var tally = new Tally();
        try (var node = open("one", tally)) {
            log.append(recipient(), recipient());
            node.start();
            assertThat(node.awaitPosition(2, TestLog.PATIENCE)).isTrue();
            long unreadable = log.appendUnreadable();

            assertThat(untilStopped(node).position()).isEqualTo(unreadable);
            assertThat(rows()).isEqualTo(2);
        }
    }

    @Test
    void a_node_that_hangs_in_a_batch_loses_it_and_does_no_harm_when_it_wakes() throws Exception {
        var frozen = new Tally();
        try (var one = open("frozen", frozen);
                var two = open("well", new Tally());
                var _ = frozen.thaw()) {
            one.start();
            assertThat(one.awaitPosition(0, TestLog.PATIENCE)).isTrue();
            frozen.freeze();
            log.append(recipient());
            assertThat(frozen.hanging.await(30, TimeUnit.SECONDS)).isTrue();
            two.start();

            assertThat(two.awaitPosition(1, Duration.ofSeconds(15)))
                    .as("taken over within 15 s")
                    .isTrue();
            assertThat(rows()).isOne();

            frozen.melt();
            log.append(recipient());

            assertThat(one.awaitPosition(2, TestLog.PATIENCE)).isTrue();
            assertThat(rows()).isEqualTo(2);
        }
    }

    @Test
    void a_node_that_hangs_while_it_builds_leaves_what_it_built_to_the_others() throws Exception {
        log.append(recipient(), recipient());
        var frozen = new Tally();
        frozen.freeze();
        try (var one = open("frozen", frozen);
                var two = open("well", new Tally());
                var _ = frozen.thaw()) {
            one.start();
            assertThat(frozen.hanging.await(30, TimeUnit.SECONDS)).isTrue();
            two.start();

            assertThat(two.awaitPosition(2, Duration.ofSeconds(15))).isTrue();

            frozen.melt();
            assertThat(one.awaitPosition(2, TestLog.PATIENCE)).isTrue();
            assertThat(rows()).isEqualTo(2);
        }
    }

    @Test
    void tables_of_a_newer_version_are_left_alone() {
        try (var newer = open("newer", new Tally(2))) {
            log.append(recipient());
            newer.start();
            assertThat(newer.awaitPosition(1, TestLog.PATIENCE)).isTrue();
        }
        try (var older = open("older", new Tally(1))) {
            older.start();

            assertThat(untilStopped(older).reason()).contains("not of version 1");
            assertThat(rows()).isOne();
        }
    }

    @Test
    void a_higher_version_is_built_from_the_log_and_takes_the_place_of_the_lower() {
        log.append(recipient(), recipient());
        try (var older = open("older", new Tally(1))) {
            older.start();
            assertThat(older.awaitPosition(2, TestLog.PATIENCE)).isTrue();
        }
        log.append(recipient());
        try (var newer = open("newer", new Tally(2))) {
            newer.start();
            assertThat(newer.awaitPosition(3, TestLog.PATIENCE)).isTrue();
            assertThat(status(newer, "tally").version()).isEqualTo(2);
            assertThat(rows()).isEqualTo(3);
        }
    }

    @Test
    void refuses_to_read_what_was_never_built() {
        try (var node = open("one", new Tally())) {
            assertThatThrownBy(() -> node.register().units())
                    .hasMessage("the read model register is being built");
        }
    }

    private Projections open(String node, Tally tally) {
        return Projections.open(log.database().read(), log.feed(), node, List.of(tally));
    }

    private static Fact recipient() {
        var id = new RecipientId(java.util.UUID.randomUUID());
        return PAPER.fact(Given.recipient(id, RecipientKind.INDIVIDUAL));
    }

    private static ReadModelStatus status(Projections node, String name) {
        return node.statuses().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Waits for a state, not for a time: the runner tries again and again until it is cured.
    private static Stop untilStopped(Projections node) {
        long deadline = System.nanoTime() + TestLog.PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var status = status(node, "tally");
            Stop stop = status.stopped();
            if (status.state() == State.STOPPED && stop != null) {
                return stop;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("never stopped: " + node.statuses());
    }

    private static boolean untilRegisterKnows(Projections node, long position) {
        long deadline = System.nanoTime() + TestLog.PATIENCE.toNanos();
        while (status(node, "register").position() < position) {
            if (System.nanoTime() > deadline) {
                return false;
            }
        }
        return true;
    }

    private long rows() {
        return new Tx(log.database().read())
                .call(connection ->
                        Sql.first(
                                        connection,
                                        "select count(*) from " + liveSchema(connection) + ".seen",
                                        row -> row.getLong(1))
                                .orElseThrow());
    }

    private static String liveSchema(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        """
                        select generation
                        from read_state.position
                        where name = 'tally' and slot = 'live'
                        """,
                        row -> LiveTables.schemaOf("tally", row.getInt(1)))
                .orElseThrow();
    }

    private interface Thaw extends AutoCloseable {
        @Override
        void close();
    }

    /// A model that fails when told to, and that would show an event applied twice.
    private static final class Tally implements ReadModel {
        private final int version;
        volatile long poison;
        private volatile CountDownLatch frozen = new CountDownLatch(0);
        final CountDownLatch hanging = new CountDownLatch(1);

        Tally() {
            this(1);
        }

        Tally(int version) {
            this.version = version;
        }

        void freeze() {
            frozen = new CountDownLatch(1);
        }

        void melt() {
            frozen.countDown();
        }

        /// Melts when a test ends, however it ends.
        Thaw thaw() {
            return this::melt;
        }

        @Override
        public String name() {
            return "tally";
        }

        @Override
        public int version() {
            return version;
        }

        @Override
        public String ddl() {
            return "create table seen (position bigint not null)";
        }

        @Override
        public void apply(List<Known> events, Connection connection) throws SQLException {
            try (Writes writes = new Writes(connection)) {
                for (Known known : events) {
                    if (known.position() == poison) {
                        throw new IllegalStateException("poison at " + poison);
                    }
                    if (known.fact().event() instanceof RecipientRegistered) {
                        writes.add("insert into seen (position) values (?)", known.position());
                    }
                }
            }
            var ice = frozen;
            if (ice.getCount() > 0) {
                hanging.countDown();
            }
            try {
                ice.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

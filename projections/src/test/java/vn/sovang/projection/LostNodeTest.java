package vn.sovang.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.event.Fact;
import vn.sovang.projection.RebuildProgress.State;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.PhanRang2024;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.testing.ChildJvm;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;

/// A node that is killed or frozen, in another process: its work is elsewhere within 15 s (R22),
/// nothing is applied twice or not at all, and a frozen one that wakes does no harm.
class LostNodeTest {
    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Paper PAPER = Paper.of("2024-07-01", "77/QĐ");
    private static final int EVENTS = 2_000;

    private final Random random = new Random(Long.getLong("seed", System.nanoTime()));
    private final TestLog log = new TestLog();
    private @Nullable Process child;

    @TempDir private Path folder;

    @BeforeEach
    void given() {
        log.at("2024-06-20T01:00:00Z").append(PhanRang2024.reference());
        log.append(PhanRang2024.file());
        append(EVENTS);
    }

    @AfterEach
    void close() throws InterruptedException {
        if (child != null) {
            child.destroyForcibly().waitFor();
        }
        log.close();
    }

    @Test
    void a_rebuild_killed_at_any_moment_comes_out_like_the_live_tables() throws Exception {
        var here = log.settled();
        for (String name : List.of("statistics", "register")) {
            start(name);
            child().waitFor(Duration.ofMillis(random.nextInt(800)));
            child().destroyForcibly().waitFor();
            long killed = System.nanoTime();

            untilElsewhere(here, name, killed);
            var done = untilDone(here, name);

            assertThat(Objects.requireNonNull(done.report()).identical()).as("%s", done).isTrue();
        }
        everythingIsAsIfNothingHadHappened(here);
    }

    @Test
    void a_rebuild_frozen_at_any_moment_is_taken_over_and_the_thawed_node_does_no_harm()
            throws Exception {
        var here = log.settled();
        start("statistics");
        child().waitFor(Duration.ofMillis(random.nextInt(300)));
        signal("STOP");
        long frozen = System.nanoTime();

        untilElsewhere(here, "statistics", frozen);
        var done = untilDone(here, "statistics");
        assertThat(Objects.requireNonNull(done.report()).identical()).as("%s", done).isTrue();

        signal("CONT");
        assertThat(here.awaitPosition(append(100), PATIENCE)).isTrue();
        everythingIsAsIfNothingHadHappened(here);
    }

    @Test
    void the_live_tables_go_on_within_15_s_of_a_nodes_death_or_frost() throws Exception {
        var here = log.settled();
        start(null);
        for (int round = 0; round < 2; round++) {
            append(500);
            child().waitFor(Duration.ofMillis(random.nextInt(200)));
            signal("STOP");
            inTime(here, append(200));
            signal("CONT");
            append(200);
        }
        append(500);
        child().destroyForcibly().waitFor();
        inTime(here, append(200));
        everythingIsAsIfNothingHadHappened(here);
    }

    private static void inTime(Projections here, long position) {
        long lost = System.nanoTime();
        assertThat(here.awaitPosition(position, BOUND)).as("%s", here.statuses()).isTrue();
        System.out.printf("LostNodeTest: followed after %d ms%n", millisSince(lost));
    }

    private static void untilElsewhere(Projections here, String name, long lost) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(BOUND)
                .until(
                        () -> here.rebuilds().progress(name).orElseThrow(),
                        now -> now.state() == State.DONE || !now.node().startsWith("second"));
        System.out.printf("LostNodeTest: taken over after %d ms%n", millisSince(lost));
    }

    private static long millisSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private static RebuildProgress untilDone(Projections here, String name) {
        return await().atMost(PATIENCE)
                .until(
                        () -> here.rebuilds().progress(name).orElseThrow(),
                        now -> now.state() == State.DONE);
    }

    private void everythingIsAsIfNothingHadHappened(Projections here) {
        for (String name : List.of("register", "history", "statistics")) {
            var report = here.rebuild(name);
            assertThat(report.identical()).as("%s", report).isTrue();
            assertThat(report.position()).isEqualTo(log.feed().head());
        }
        assertThat(here.statuses()).allSatisfy(s -> assertThat(s.stopped()).isNull());
    }

    private void start(@Nullable String rebuild) throws IOException {
        var marker = folder.resolve("marker-" + random.nextLong());
        var arguments =
                new ArrayList<>(
                        List.of(
                                TestDatabase.directory().toString(),
                                log.settings().ledgerUrl().replaceAll(".*/", ""),
                                marker.toString()));
        if (rebuild != null) {
            arguments.add(rebuild);
        }
        var started = ChildJvm.start(SecondNode.class, arguments.toArray(String[]::new));
        child = started;
        await().pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> Files.exists(marker) || !started.isAlive());
        assertThat(started.isAlive()).as("the node works until it is lost").isTrue();
    }

    private Process child() {
        return Objects.requireNonNull(child);
    }

    private void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(child().pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private long append(int recipients) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < recipients; i++) {
            var id = new RecipientId(UUID.randomUUID());
            facts.add(PAPER.fact(Given.recipient(id, RecipientKind.INDIVIDUAL)));
        }
        return log.append(facts);
    }
}

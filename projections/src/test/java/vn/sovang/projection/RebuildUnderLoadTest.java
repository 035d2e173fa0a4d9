package vn.sovang.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Progress;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.View;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.Seen;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.RecipientKind;

/// Readers ask without a pause while writers append and rebuilds swap, one of them to another
/// version with another meaning. No request fails, and every answer is right for its own position.
class RebuildUnderLoadTest {
    private static final int ROUNDS = 3;
    private static final int LEAD = 50;

    private final TestLog log = new TestLog();

    /// Award lines decided up to each position at which one was: what every answer is held against.
    private final ConcurrentSkipListMap<Long, Long> decided = new ConcurrentSkipListMap<>();

    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicLong asked = new AtomicLong();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void no_request_fails_or_sees_two_versions_while_rebuilds_swap() throws Exception {
        AwardId first = given();
        try (var older = open("older", new Seen(1))) {
            settle(older);
            var one = live(1);
            var threads =
                    Stream.of(
                                    again(() -> write(older)),
                                    again(() -> asksStatistics(older)),
                                    again(() -> asksRegister(older)),
                                    again(() -> asksHistory(older, first)),
                                    again(() -> one.query(c -> wholeOfVersion(c, 1))))
                            .toList();
            for (int round = 0; round < ROUNDS; round++) {
                for (String name : List.of("seen", "statistics", "register", "history")) {
                    assertThat(older.rebuild(name).identical()).as(name).isTrue();
                }
            }
            readOnWhileANewerVersionSwaps();
            done.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(failures).isEmpty();
        assertThat(asked.get()).as("questions answered").isGreaterThan(100);
    }

    private void readOnWhileANewerVersionSwaps() throws InterruptedException {
        try (var newer = open("newer", new Seen(2))) {
            settle(newer);
            var two = live(2);
            var reading = new CountDownLatch(20);
            var reader =
                    again(() -> {
                        two.query(c -> wholeOfVersion(c, 2));
                        reading.countDown();
                        return true;
                    });
            reading.await();
            assertThat(newer.rebuild("statistics").identical()).isTrue();
            done.set(true);
            reader.join();
        }
    }

    private AwardId given() {
        var reference = Paper.of("2024-06-20", "1/KH");
        log.append(reference.fact(Given.province()), reference.fact(Given.city()));
        var first = Given.award();
        decide(first);
        for (int i = 0; i < 200; i++) {
            decide(Given.award());
        }
        return first;
    }

    /// No faster than the slowest read model follows, so that the log does not run away from those
    /// who build. The one that another version replaces stands still and does not count.
    private boolean write(Projections node) {
        long slowest =
                node.positions().entrySet().stream()
                        .filter(model -> !model.getKey().equals("seen"))
                        .mapToLong(Map.Entry::getValue)
                        .min()
                        .orElseThrow();
        if (decided.lastKey() - slowest < LEAD) {
            decide(Given.award());
        }
        return true;
    }

    private void decide(AwardId award) {
        var line = Given.line("BK_TINH", RecipientKind.INDIVIDUAL);
        var fact = Paper.of("2024-07-01", "77/QĐ").fact(Given.decided(award, Given.PROVINCE, line));
        synchronized (decided) {
            long position = log.append(fact);
            decided.put(position, decided.size() + 1L);
        }
    }

    private long decidedBy(long position) {
        var last = decided.floorEntry(position);
        return last == null ? 0 : last.getValue();
    }

    private boolean asksStatistics(Projections node) {
        long position = 1 + new Random().nextLong(decided.lastKey());
        var query =
                new StatisticsQuery(
                        PeriodPolicy.CALENDAR,
                        new Period.Year(2024),
                        null,
                        new KnownAt.AtPosition(position),
                        View.ORIGINAL);
        assertThat(node.statistics().ask(query, TestLog.PATIENCE))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answer -> {
                            assertThat(answer.position()).isEqualTo(position);
                            assertThat(answer.total(Measure.DECIDED))
                                    .as("at %d", position)
                                    .isEqualTo(decidedBy(position));
                        });
        return true;
    }

    /// The register is asked as of now; what it knows lies between before and after.
    private boolean asksRegister(Projections node) {
        long before = decidedBy(node.positions().getOrDefault("register", 0L));
        long lines = 0;
        String cursor = null;
        do {
            var page = node.register().awards(AwardFilter.ALL, cursor, 500);
            lines += page.rows().size();
            cursor = page.next();
        } while (cursor != null);
        assertThat(lines).isBetween(before, (long) decided.size());
        return true;
    }

    private static boolean asksHistory(Projections node, AwardId first) {
        assertThat(node.history().of(first)).hasSize(1);
        return true;
    }

    /// Asked in three statements, between which anybody may swap.
    private static boolean wholeOfVersion(Connection connection, int version) throws SQLException {
        long newest = one(connection, "select max(position) from seen");
        long rows = one(connection, "select count(*) from seen");
        long worth = one(connection, "select sum(worth) from seen");
        assertThat(rows).isEqualTo(newest);
        assertThat(worth)
                .as("of version %d only", version)
                .isEqualTo(version * newest * (newest + 1) / 2);
        return true;
    }

    private static long one(Connection connection, String sql) throws SQLException {
        return Sql.first(connection, sql, row -> row.getLong(1)).orElseThrow();
    }

    private Thread again(Callable<Boolean> question) {
        return Thread.ofVirtual()
                .start(() -> {
                    while (!done.get()) {
                        try {
                            assertThat(question.call()).isTrue();
                            asked.incrementAndGet();
                        } catch (Exception | AssertionError failure) {
                            failures.add(failure);
                            done.set(true);
                        }
                    }
                });
    }

    private Projections open(String node, Seen seen) {
        return Projections.open(log.database().read(), log.feed(), node, List.of(seen));
    }

    private LiveTables live(int version) {
        return new LiveTables(log.database().read(), new Seen(version), new Progress());
    }

    private void settle(Projections node) {
        node.start();
        assertThat(node.awaitPosition(log.feed().head(), TestLog.PATIENCE)).isTrue();
    }
}

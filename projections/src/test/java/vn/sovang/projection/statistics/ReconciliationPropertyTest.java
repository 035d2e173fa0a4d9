package vn.sovang.projection.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.event.Recorded;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.reconciliation.Difference;
import vn.sovang.projection.reconciliation.Explanation;
import vn.sovang.projection.reconciliation.FigureKey;
import vn.sovang.projection.reconciliation.Reason;
import vn.sovang.projection.reconciliation.Reconciliation.Reconciled;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.RandomHistory;
import vn.sovang.projection.testing.TestLog;

/// Between any two moments of any history the events named make exactly the difference, and the
/// figures at both are those a fold of the first facts gives.
final class ReconciliationPropertyTest {
    private static final int PAIRS = 10;
    private static final List<String> PERIODS =
            List.of("2024-H1", "2024-H2", "2024", "2023-H2", "2023-11-20..2024-09-03");

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {11, 12})
    void the_events_named_are_the_difference(long seed) {
        try (var log = new TestLog()) {
            RandomHistory.write(RandomHistory.tell(seed, 110), log);
            var projections = log.settled();
            List<Recorded> all = log.feed().after(0, 10_000);
            var random = new Random(seed);
            Set<Reason> reasons = new HashSet<>();
            long differences = 0;
            for (int i = 0; i < PAIRS; i++) {
                long earlier = random.nextInt(all.size() + 1);
                long later = earlier + random.nextInt(all.size() + 1 - (int) earlier);
                var query = question(random, later);
                var known = new KnownAt.AtPosition(earlier);
                var answer = (Reconciled) projections.reconciliations().between(query, known);
                check(answer, all, query);
                reasons.addAll(answer.reasons().keySet());
                differences += answer.differences().size();
            }
            assertThat(differences).as("differences explained").isGreaterThan(PAIRS);
            assertThat(reasons).as("reasons met").hasSizeGreaterThan(2);
        }
    }

    private static StatisticsQuery question(Random random, long position) {
        return new StatisticsQuery(
                random.nextBoolean() ? PeriodPolicy.CALENDAR : PeriodPolicy.ADMINISTRATIVE,
                Period.parse(PERIODS.get(random.nextInt(PERIODS.size()))),
                random.nextInt(3) == 0 ? null : Given.CITY,
                new KnownAt.AtPosition(position),
                random.nextBoolean() ? View.ORIGINAL : View.RESTATED);
    }

    private static void check(Reconciled answer, List<Recorded> all, StatisticsQuery query) {
        var name = query + " since " + answer.earlier();
        var before = counts(all, answer.earlier(), query);
        var after = counts(all, answer.after().position(), query);
        assertThat(answer.explained()).as(name).isTrue();
        Map<String, Long> moved = new TreeMap<>();
        for (Difference d : answer.differences()) {
            moved.merge(text(d.key()), d.delta(), Long::sum);
            for (Explanation e : d.events()) {
                assertThat(e.knownAt())
                        .as(name)
                        .isGreaterThan(answer.earlier())
                        .isLessThanOrEqualTo(answer.after().position());
            }
        }
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            long difference = after.getOrDefault(key, 0L) - before.getOrDefault(key, 0L);
            assertThat(moved.getOrDefault(key, 0L)).as("%s: %s", name, key).isEqualTo(difference);
        }
        assertThat(keys).as(name).containsAll(moved.keySet());
    }

    /// Without rank and kind of item, by which a report does not tell figures apart.
    private static Map<String, Long> counts(
            List<Recorded> all, long position, StatisticsQuery query) {
        var counts = new TreeMap<String, Long>();
        NaiveFold.of(all, position, query)
                .counts
                .forEach((key, count) -> {
                    var parts =
                            new ArrayList<>(List.of(key.replaceAll("[\\[\\]]", "").split(", ")));
                    parts.set(9, parts.get(9).split(" ")[0]);
                    parts.remove(2);
                    counts.merge(String.join(" ", parts), count, Long::sum);
                });
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static String text(FigureKey key) {
        return Stream.of(
                        key.measure(),
                        key.award(),
                        key.level(),
                        dash(key.recipientKind()),
                        dash(key.commendationType()),
                        key.authority(),
                        key.proposingUnit(),
                        key.recipientUnit(),
                        dash(key.reissueKind()))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static Object dash(@Nullable Object value) {
        return value == null ? "-" : value;
    }
}

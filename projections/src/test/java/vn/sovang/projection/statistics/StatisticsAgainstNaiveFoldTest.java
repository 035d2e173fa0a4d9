package vn.sovang.projection.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.event.Recorded;
import vn.sovang.projection.Projections;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.UnitId;

final class StatisticsAgainstNaiveFoldTest {
    private static final int QUESTIONS = 150;

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void any_figure_at_any_position_is_what_a_fold_of_the_first_facts_gives(long seed) {
        try (var log = new TestLog()) {
            new RandomHistory(seed, log).write(120);
            Projections projections = log.settled();
            List<Recorded> all = log.feed().after(0, 10_000);
            var random = new Random(seed);
            long figures = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                long position = random.nextInt(all.size() + 1);
                var query = question(random, position);
                var answer = (Answered) projections.statistics().ask(query);
                var expected = NaiveFold.of(all, position, query);
                assertThat(counts(answer)).as(query.toString()).isEqualTo(expected.counts);
                assertThat(answer.enteredAfterTheFact())
                        .as(query.toString())
                        .isEqualTo(expected.late);
                figures += answer.cells().size();
            }
            assertThat(figures).as("figures compared").isGreaterThan(QUESTIONS);
        }
    }

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {5, 6})
    void every_figure_is_the_sum_of_the_events_it_names(long seed) {
        try (var log = new TestLog()) {
            new RandomHistory(seed, log).write(60);
            Projections projections = log.settled();
            long head = log.feed().head();
            for (View view : View.values()) {
                var query =
                        new StatisticsQuery(
                                PeriodPolicy.CALENDAR,
                                Period.parse("2024"),
                                null,
                                new KnownAt.AtPosition(head),
                                view);
                var answer = (Answered) projections.statistics().ask(query);
                assertThat(answer.cells()).isNotEmpty();
                for (Cell cell : answer.cells()) {
                    var events = projections.statistics().trace(answer, cell);
                    assertThat(events.stream().mapToLong(CountedEvent::delta).sum())
                            .as(cell.toString())
                            .isEqualTo(cell.count());
                }
            }
        }
    }

    private static StatisticsQuery question(Random random, long position) {
        return new StatisticsQuery(
                random.nextBoolean() ? PeriodPolicy.CALENDAR : PeriodPolicy.ADMINISTRATIVE,
                period(random),
                authority(random),
                new KnownAt.AtPosition(position),
                random.nextBoolean() ? View.ORIGINAL : View.RESTATED);
    }

    private static Period period(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Period.HalfYear(2023 + random.nextInt(3), 1 + random.nextInt(2));
            case 1 -> new Period.Year(2023 + random.nextInt(3));
            default -> {
                LocalDate from = LocalDate.of(2023, 10, 1).plusDays(random.nextInt(500));
                yield new Period.Interval(from, from.plusDays(random.nextInt(700)));
            }
        };
    }

    private static @Nullable UnitId authority(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Given.CITY;
            case 1 -> Given.PROVINCE;
            default -> null;
        };
    }

    private static Map<String, Long> counts(Answered answer) {
        var counts = new TreeMap<String, Long>();
        for (Cell cell : answer.cells()) {
            counts.merge(
                    cell.measure()
                            + " "
                            + NaiveFold.text(
                                    cell.award(),
                                    cell.level(),
                                    cell.recipientKind(),
                                    cell.commendationType(),
                                    id(cell.authority()),
                                    id(cell.proposingUnit()),
                                    cell.reissueKind()),
                    cell.count(),
                    Long::sum);
        }
        return counts;
    }

    private static @Nullable UnitId id(@Nullable UnitName unit) {
        return unit == null ? null : unit.id();
    }
}

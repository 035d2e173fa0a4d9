package vn.sovang.projection.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.event.Recorded;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.TracePage.Cursor;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.RandomHistory;
import vn.sovang.projection.testing.RandomHistory.Step;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.UnitId;

/// Random histories and questions. A history that gets a wrong answer is made as small as it goes
/// and printed as a file for `regressions/`, where every file is asked again.
final class StatisticsAgainstNaiveFoldTest {
    private static final int QUESTIONS = 150;
    private static final Path REGRESSIONS =
            Path.of("src/test/resources/vn/sovang/projection/statistics/regressions");

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void any_figure_at_any_position_is_what_a_fold_of_the_first_facts_gives(long seed) {
        var history = RandomHistory.tell(seed, 120);
        try (var log = new TestLog()) {
            RandomHistory.write(history, log);
            Statistics statistics = log.settled().statistics();
            List<Recorded> all = log.feed().after(0, 10_000);
            var random = new Random(seed);
            long figures = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                long position = random.nextInt(all.size() + 1);
                var query = question(random, position);
                var wrong = wrong(statistics, all, query);
                if (wrong != null) {
                    throw new AssertionError(wrong + "\n" + smallest(history, query));
                }
                figures += ((Answered) statistics.ask(query)).cells().size();
            }
            assertThat(figures).as("figures compared").isGreaterThan(QUESTIONS);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("regressions")
    void a_history_that_once_went_wrong_goes_right(String file) throws IOException {
        var example = CounterExample.parse(Files.readString(REGRESSIONS.resolve(file)));
        try (var log = new TestLog()) {
            RandomHistory.write(example.history(), log);
            var all = log.feed().after(0, 10_000);
            assertThat(wrong(log.settled().statistics(), all, example.query())).isNull();
        }
    }

    static Stream<String> regressions() throws IOException {
        try (var files = Files.list(REGRESSIONS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Test
    void a_counter_example_is_made_small_and_reads_back_as_it_was_written() {
        var history = RandomHistory.tell(9, 40);
        var last = history.getLast().facts().getLast();
        var first = history.getFirst().facts().getFirst();

        var small =
                CounterExample.smallest(
                        history,
                        steps ->
                                steps.stream().anyMatch(s -> s.facts().contains(last))
                                        && steps.stream().anyMatch(s -> s.facts().contains(first)));
        var query = question(new Random(3), 2);
        var example = new CounterExample(small, query);

        assertThat(small).hasSize(2);
        assertThat(CounterExample.parse(example.text())).isEqualTo(example);
    }

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {5, 6})
    void every_figure_is_the_sum_of_the_events_it_names(long seed) {
        try (var log = new TestLog()) {
            RandomHistory.write(RandomHistory.tell(seed, 60), log);
            Statistics statistics = log.settled().statistics();
            long head = log.feed().head();
            var random = new Random(seed);
            for (View view : View.values()) {
                for (UnitView units : UnitView.values()) {
                    var query =
                            new StatisticsQuery(
                                            PeriodPolicy.CALENDAR,
                                            Period.parse("2024"),
                                            null,
                                            new KnownAt.AtPosition(head),
                                            view)
                                    .seen(units);
                    if (random.nextBoolean()) {
                        query = query.officeKnewAt(LocalDate.of(2024, 9, 1));
                    }
                    var answer = (Answered) statistics.ask(query);
                    assertThat(answer.cells()).isNotEmpty();
                    for (Cell cell : answer.cells()) {
                        assertThat(pages(statistics, answer, cell))
                                .as(cell.toString())
                                .isEqualTo(cell.count());
                    }
                }
            }
        }
    }

    /// The sum over small pages; each event once.
    private static long pages(Statistics statistics, Answered answer, Cell cell) {
        var events = new ArrayList<CountedEvent>();
        Cursor cursor = Cursor.START;
        while (cursor != null) {
            var page = statistics.trace(answer, List.of(cell), cursor, 3);
            events.addAll(page.events());
            cursor = page.next();
        }
        assertThat(events).doesNotHaveDuplicates().isEqualTo(statistics.trace(answer, cell));
        return events.stream().mapToLong(CountedEvent::delta).sum();
    }

    /// What is wrong with the answer; null if nothing is.
    private static @Nullable String wrong(
            Statistics statistics, List<Recorded> log, StatisticsQuery query) {
        long position = ((KnownAt.AtPosition) query.knownAt()).position();
        var answer = (Answered) statistics.ask(query);
        var expected = NaiveFold.of(log, position, query);
        var actual = counts(answer);
        if (!actual.equals(expected.counts)) {
            return query + "\nanswered " + actual + "\nbut it is " + expected.counts;
        }
        if (answer.enteredAfterTheFact() != expected.late
                || answer.withoutArrival() != expected.withoutArrival) {
            return "%s%nlate %d, without arrival %d, but it is %d, %d"
                    .formatted(
                            query,
                            answer.enteredAfterTheFact(),
                            answer.withoutArrival(),
                            expected.late,
                            expected.withoutArrival);
        }
        var people = people(statistics, answer);
        return people.equals(expected.recipients)
                ? null
                : query + "\nrecipients " + people + "\nbut it is " + expected.recipients;
    }

    private static String smallest(List<Step> history, StatisticsQuery query) {
        long position = ((KnownAt.AtPosition) query.knownAt()).position();
        var single = new ArrayList<Step>();
        history.forEach(step ->
                step.facts().forEach(fact -> single.add(new Step(step.at(), List.of(fact)))));
        Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
        single.subList(0, (int) position).forEach(step -> known.add(step.facts().getFirst()));
        var small =
                CounterExample.smallest(
                        single,
                        steps -> {
                            try (var log = new TestLog()) {
                                RandomHistory.write(steps, log);
                                return wrong(
                                                log.settled().statistics(),
                                                log.feed().after(0, 10_000),
                                                at(query, steps, known))
                                        != null;
                            }
                        });
        return new CounterExample(small, at(query, small, known)).text();
    }

    private static StatisticsQuery at(StatisticsQuery q, List<Step> steps, Set<Object> known) {
        long position = steps.stream().filter(s -> known.contains(s.facts().getFirst())).count();
        return new StatisticsQuery(
                q.policy(),
                q.period(),
                q.authority(),
                new KnownAt.AtPosition(position),
                q.view(),
                q.units(),
                q.officeKnewAt());
    }

    private static StatisticsQuery question(Random random, long position) {
        return new StatisticsQuery(
                random.nextBoolean() ? PeriodPolicy.CALENDAR : PeriodPolicy.ADMINISTRATIVE,
                period(random),
                authority(random),
                new KnownAt.AtPosition(position),
                random.nextBoolean() ? View.ORIGINAL : View.RESTATED,
                random.nextBoolean() ? UnitView.AS_THEN : UnitView.AS_NOW,
                random.nextInt(3) == 0
                        ? LocalDate.of(2023, 11, 1).plusDays(random.nextInt(700))
                        : null);
    }

    private static Period period(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Period.HalfYear(2023 + random.nextInt(3), 1 + random.nextInt(2));
            case 1 -> new Period.Year(2023 + random.nextInt(3));
            case 2 -> new Period.SchoolYear(2023 + random.nextInt(2));
            default -> {
                LocalDate from = LocalDate.of(2023, 10, 1).plusDays(random.nextInt(500));
                yield new Period.Interval(from, from.plusDays(random.nextInt(700)));
            }
        };
    }

    private static @Nullable UnitId authority(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Given.CITY;
            case 1 -> Given.PROVINCE;
            case 2 -> RandomHistory.PLACES.get(random.nextInt(RandomHistory.PLACES.size()));
            default -> null;
        };
    }

    private static Map<String, Long> counts(Answered answer) {
        var counts = new TreeMap<String, Long>();
        for (Cell cell : answer.cells()) {
            counts.merge(key(cell), cell.count(), Long::sum);
        }
        return counts;
    }

    private static Map<String, Long> people(Statistics statistics, Answered answer) {
        var breakdown = Breakdown.of(answer, List.of(Dimension.values()), Selection.ALL);
        var counts = statistics.recipients(answer, breakdown);
        var people = new TreeMap<String, Long>();
        for (int i = 0; i < counts.size(); i++) {
            people.put(key(breakdown.lines().get(i).cells().getFirst()), counts.get(i));
        }
        return people;
    }

    private static String key(Cell cell) {
        return NaiveFold.text(
                cell.measure(),
                Stream.of(
                                cell.award(),
                                cell.rank(),
                                cell.level(),
                                cell.recipientKind(),
                                cell.commendationType())
                        .map(StatisticsAgainstNaiveFoldTest::text)
                        .toList(),
                id(cell.authority()),
                id(cell.proposingUnit()),
                id(cell.recipientUnit()),
                text(cell.reissueKind()) + " " + text(cell.artifactKind()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static @Nullable UnitId id(@Nullable UnitName unit) {
        return unit == null ? null : unit.id();
    }
}

package vn.sovang.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sovang.founding.ReferenceData;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.Statistics;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.UnitView;
import vn.sovang.projection.statistics.View;
import vn.sovang.vocabulary.UnitId;

/// Figures for any period, as known at any moment.
@Command(
        name = "statistics",
        sortOptions = false,
        description = "Milliseconds for the figures of a period, as known at any position.")
final class StatisticsBenchmark extends Benchmark {
    private static final int FIRST_YEAR = 2015;
    private static final int YEARS = 9;
    private static final String AS_NOW = "half-year, units as now";
    private static final String SCHOOL_YEAR = "school year";
    private static final String OFFICE = "half-year, what the office claims to have known";

    @Option(names = "--events", defaultValue = "300000", description = "length of the log")
    private long events;

    @Option(names = "--questions", defaultValue = "1000", description = "questions of each kind")
    private int questions;

    @Override
    Table measure(Server server) {
        try (var filled = FilledLedger.of(server, events);
                var projections = RebuildBenchmark.live(filled)) {
            var rows = new ArrayList<List<Object>>();
            for (View view : View.values()) {
                for (boolean ofAll : List.of(false, true)) {
                    rows.add(ask(projections.statistics(), view, filled.events(), ofAll, ""));
                }
            }
            for (String way : List.of(AS_NOW, SCHOOL_YEAR, OFFICE)) {
                for (boolean ofAll : List.of(false, true)) {
                    rows.add(
                            ask(
                                    projections.statistics(),
                                    View.ORIGINAL,
                                    filled.events(),
                                    ofAll,
                                    way));
                }
            }
            return new Table(
                    "statistics",
                    Map.of("log", "%,d events".formatted(filled.events())),
                    List.of("question", "questions", "p50 ms", "p99 ms"),
                    rows);
        }
    }

    private List<Object> ask(
            Statistics statistics, View view, long size, boolean ofAll, String way) {
        var name =
                "%s, %s, %s"
                        .formatted(
                                way.isEmpty() ? "half-year" : way,
                                ofAll ? "all authorities" : "one",
                                view);
        Progress.say(name);
        UnitId city =
                ReferenceData.units().stream()
                        .filter(u ->
                                u.authorityName().equals("UBND thành phố Phan Rang - Tháp Chàm"))
                        .findFirst()
                        .orElseThrow()
                        .unit();
        var random = new SplittableRandom(1);
        var latencies = new Latencies();
        for (int i = -questions; i < questions; i++) {
            var query = query(random, way, ofAll ? null : city, view, size);
            long began = System.nanoTime();
            if (!(statistics.ask(query) instanceof Answered)) {
                throw new IllegalStateException("no answer to " + query);
            }
            // The first half warms up.
            if (i >= 0) {
                latencies.add(System.nanoTime() - began);
            }
        }
        var sorted = Latencies.merged(List.of(latencies));
        return List.of(name, sorted.count(), sorted.percentile(50), sorted.percentile(99));
    }

    private static StatisticsQuery query(
            SplittableRandom random, String way, @Nullable UnitId authority, View view, long size) {
        int year = FIRST_YEAR + random.nextInt(YEARS);
        int half = 1 + random.nextInt(2);
        var query =
                new StatisticsQuery(
                        PeriodPolicy.CALENDAR,
                        way.equals(SCHOOL_YEAR)
                                ? new Period.SchoolYear(year)
                                : new Period.HalfYear(year, half),
                        authority,
                        new KnownAt.AtPosition(1 + random.nextLong(size)),
                        view);
        return switch (way) {
            case AS_NOW -> query.seen(UnitView.AS_NOW);
            case OFFICE ->
                    query.officeKnewAt(query.period().days(query.policy()).to().plusMonths(1));
            default -> query;
        };
    }
}

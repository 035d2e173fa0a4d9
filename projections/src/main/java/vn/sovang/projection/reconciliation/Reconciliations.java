package vn.sovang.projection.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.projection.issued.IssuedReport;
import vn.sovang.projection.issued.IssuedReports;
import vn.sovang.projection.issued.PaperClaims;
import vn.sovang.projection.issued.PaperClaims.Claim;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.reconciliation.Reconciliation.NotAnswered;
import vn.sovang.projection.reconciliation.Reconciliation.Reconciled;
import vn.sovang.projection.reconciliation.Reconciliation.Reversed;
import vn.sovang.projection.reconciliation.Reconciliation.TooMany;
import vn.sovang.projection.statistics.Cell;
import vn.sovang.projection.statistics.CountedEvent;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.Statistics;
import vn.sovang.projection.statistics.Statistics.Since;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.View;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.ReissueKind;

/// Compares reports, moments and papers with what the ledger knows.
public final class Reconciliations {
    /// One by one nobody reads more.
    public static final int MAX_EVENTS = 20_000;

    private final Statistics statistics;
    private final IssuedReports issued;
    private final EventFeed feed;

    public Reconciliations(Statistics statistics, IssuedReports issued, EventFeed feed) {
        this.statistics = statistics;
        this.issued = issued;
        this.feed = feed;
    }

    /// An issued report and what the ledger knows at a moment not before its cut-off.
    public Reconciliation of(IssuedReport report, KnownAt later) {
        var before = new HashMap<FigureKey, Long>();
        var authority = report.scope().authority();
        issued.figures(report.id())
                .forEach(f -> before.merge(FigureKey.of(f, authority), f.count(), Long::sum));
        var atCutOff =
                statistics.ask(query(report, new KnownAt.AtPosition(report.basis().cutOff())));
        var then = statistics.ask(query(report, later));
        if (!(atCutOff instanceof Answered earlier)) {
            return new NotAnswered(atCutOff);
        }
        if (!(then instanceof Answered after)) {
            return new NotAnswered(then);
        }
        return compare(report, new Moments(earlier, after), before);
    }

    /// The same question at two moments.
    ///
    /// @param query its `knownAt` is the later moment; units as then, for units as now move between
    ///   figures without any event that counts in them
    public Reconciliation between(StatisticsQuery query, KnownAt earlier) {
        var first = statistics.ask(at(query, earlier));
        var second = statistics.ask(query);
        if (!(first instanceof Answered before)) {
            return new NotAnswered(first);
        }
        if (!(second instanceof Answered after)) {
            return new NotAnswered(second);
        }
        return compare(null, new Moments(before, after), counts(before));
    }

    /// The question to which an issued report is the answer.
    public static StatisticsQuery query(IssuedReport report, KnownAt knownAt) {
        var scope = report.scope();
        return new StatisticsQuery(
                PeriodPolicy.valueOf(scope.policy()),
                Period.parse(scope.period()),
                scope.authority(),
                knownAt,
                View.valueOf(report.basis().view().name()));
    }

    private static StatisticsQuery at(StatisticsQuery query, KnownAt knownAt) {
        return new StatisticsQuery(
                query.policy(),
                query.period(),
                query.authority(),
                knownAt,
                query.view(),
                query.units(),
                query.officeKnewAt());
    }

    /// The figures of an answer by the dimensions a report keeps.
    public static Map<FigureKey, Long> counts(Answered answer) {
        var counts = new TreeMap<FigureKey, Long>(FigureKey.ORDER);
        answer.cells().forEach(c -> counts.merge(FigureKey.of(c), c.count(), Long::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private record Moments(Answered earlier, Answered later) {}

    private Reconciliation compare(
            @Nullable IssuedReport report, Moments moments, Map<FigureKey, Long> before) {
        long earlier = moments.earlier.position();
        long later = moments.later.position();
        if (later < earlier) {
            return new Reversed(earlier, later);
        }
        var moved = moved(moments);
        if (moved.values().stream().mapToInt(List::size).sum() > MAX_EVENTS) {
            return new TooMany(MAX_EVENTS);
        }
        var after = counts(moments.later);
        var keys = new TreeSet<>(FigureKey.ORDER);
        keys.addAll(before.keySet());
        keys.addAll(after.keySet());
        keys.addAll(moved.keySet());
        var names = names(moments);
        var explaining = new Explaining(feed, moments.earlier, moved.values());
        var differences = new ArrayList<Difference>();
        for (var key : keys) {
            long was = before.getOrDefault(key, 0L);
            long is = after.getOrDefault(key, 0L);
            var events = moved.getOrDefault(key, List.of());
            if (was != is || !events.isEmpty()) {
                var name = names.getOrDefault(key.award(), key.award().value());
                differences.add(new Difference(key, name, was, is, explaining.explain(events)));
            }
        }
        var units = keys.stream().flatMap(key -> key.units().stream()).distinct().toList();
        return new Reconciled(
                report,
                earlier,
                moments.earlier.recordedAt(),
                moments.later,
                keys.size() - differences.size(),
                differences,
                issued.lineage(units, earlier, later));
    }

    private static Map<AwardCode, String> names(Moments moments) {
        var names = new HashMap<AwardCode, String>();
        cells(moments).forEach(cell -> names.put(cell.award(), cell.awardName()));
        return names;
    }

    private static Stream<Cell> cells(Moments moments) {
        return Stream.concat(moments.earlier.cells().stream(), moments.later.cells().stream());
    }

    /// What became known between the moments, by figure. The cells of a figure are traced together:
    /// one that is there at both moments, perhaps under another name, counts once.
    private Map<FigureKey, List<CountedEvent>> moved(Moments moments) {
        var figures = new TreeMap<FigureKey, List<Cell>>(FigureKey.ORDER);
        cells(moments)
                .forEach(cell ->
                        figures.computeIfAbsent(FigureKey.of(cell), _ -> new ArrayList<>())
                                .add(cell));
        var moved = new TreeMap<FigureKey, List<CountedEvent>>(FigureKey.ORDER);
        var since =
                new Since(
                        List.copyOf(figures.values()), moments.earlier.position(), MAX_EVENTS + 1);
        var events = statistics.trace(moments.later, since).iterator();
        for (var key : figures.keySet()) {
            var of = events.next();
            if (!of.isEmpty()) {
                moved.put(key, of);
            }
        }
        return moved;
    }

    /// What a paper claims beside what the ledger knows at a moment.
    public ClaimAnswer claims(PaperClaims paper, KnownAt knownAt) {
        var answer =
                statistics.ask(
                        new StatisticsQuery(
                                PeriodPolicy.CALENDAR,
                                new Period.Interval(paper.from(), paper.to()),
                                paper.unit(),
                                knownAt,
                                View.ORIGINAL));
        return answer instanceof Answered figures
                ? new ClaimCheck(
                        paper,
                        figures,
                        paper.claims().stream().map(claim -> line(claim, figures)).toList())
                : new ClaimAnswer.NotAnswered(answer);
    }

    private static ClaimCheck.Line line(Claim claim, Answered figures) {
        return switch (claim.measure()) {
            case PROPOSED -> counted(claim, figures, Measure.PROPOSED, null);
            case DECIDED -> counted(claim, figures, Measure.DECIDED, null);
            case EXCHANGE_PROPOSED ->
                    counted(claim, figures, Measure.REISSUE_REVIEWED, ReissueKind.EXCHANGE);
            case REISSUE_PROPOSED ->
                    counted(claim, figures, Measure.REISSUE_REVIEWED, ReissueKind.REISSUE);
            case FIRST_ISSUE_PROPOSED ->
                    counted(claim, figures, Measure.REISSUE_REVIEWED, ReissueKind.FIRST_ISSUE);
            case PRAISED, UNITS -> new ClaimCheck.Line(claim, null, false);
        };
    }

    private static ClaimCheck.Line counted(
            Claim claim, Answered figures, Measure measure, @Nullable ReissueKind kind) {
        long count =
                figures.cells().stream()
                        .filter(c -> c.measure() == measure)
                        .filter(c -> kind == null || c.reissueKind() == kind)
                        .filter(c -> claim.award() == null || c.award().equals(claim.award()))
                        .filter(c ->
                                claim.recipientKind() == null
                                        || c.recipientKind() == claim.recipientKind())
                        .mapToLong(Cell::count)
                        .sum();
        return new ClaimCheck.Line(claim, count, kind == null && claim.award() == null);
    }
}

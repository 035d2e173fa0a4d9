package vn.sovang.benchmark;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.benchmark.history.History;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.founding.ReferenceData;
import vn.sovang.inspection.NumberGaps;
import vn.sovang.projection.Projections;
import vn.sovang.projection.anomaly.AnomalyFilter;
import vn.sovang.projection.clocks.Clocks;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.reconciliation.Reconciliation;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.RegisterLists.DecisionFilter;
import vn.sovang.projection.search.Search;
import vn.sovang.projection.search.SearchKind;
import vn.sovang.projection.search.Sought;
import vn.sovang.projection.statistics.Breakdown;
import vn.sovang.projection.statistics.Comparison;
import vn.sovang.projection.statistics.Dimension;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.Selection;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.TracePage;
import vn.sovang.projection.statistics.UnitView;
import vn.sovang.projection.statistics.View;
import vn.sovang.vocabulary.UnitId;

/// What inspectors and clerks ask of the past, at random positions of a log.
final class Questions {
    static final List<String> COLUMNS =
            List.of("question", "asked", "p50 ms", "p99 ms", "aim p99 ms", "result");

    /// Figures of any period at any position.
    private static final double FIGURES = 20;

    /// Whatever a page waits for.
    private static final double PAGE = 100;

    private static final int ROWS = 50;
    private static final int YEARS = 9;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final UnitId CITY =
            ReferenceData.units().stream()
                    .filter(u -> u.authorityName().equals("UBND thành phố Phan Rang - Tháp Chàm"))
                    .findFirst()
                    .orElseThrow()
                    .unit();

    private final Projections projections;
    private final Ledger ledger;
    private final SampledThings things;
    private final long size;
    private final SplittableRandom random = new SplittableRandom(1);

    /// One kind of question, of something else each time.
    ///
    /// @param aim milliseconds that 99 of 100 answers stay below; NaN where there is none
    record Question(String name, double aim, Supplier<Object> ask) {}

    Questions(Projections projections, Ledger ledger, SampledThings things, long size) {
        this.projections = projections;
        this.ledger = ledger;
        this.things = things;
        this.size = size;
    }

    List<Question> all() {
        var all = new ArrayList<Question>();
        all.addAll(figures());
        all.addAll(behindFigures());
        all.addAll(register());
        all.addAll(stories());
        all.addAll(worklists());
        return all;
    }

    /// One row for each question, as [#COLUMNS].
    List<List<Object>> rows(int times) {
        var rows = new ArrayList<List<Object>>();
        for (var question : all()) {
            Progress.say(question.name);
            for (long begin = System.nanoTime(); spent(begin) < WARM_UP.toNanos(); ) {
                var _ = question.ask.get();
            }
            var latencies = new Latencies();
            long begin = System.nanoTime();
            for (int i = 0; i < times && spent(begin) < LONGEST.toNanos(); i++) {
                long asked = System.nanoTime();
                var _ = question.ask.get();
                latencies.add(spent(asked));
            }
            var sorted = Latencies.merged(List.of(latencies));
            double p99 = sorted.percentile(99);
            Progress.say("    p50 %.2f ms, p99 %.2f ms".formatted(sorted.percentile(50), p99));
            rows.add(
                    List.of(
                            question.name,
                            sorted.count(),
                            sorted.percentile(50),
                            p99,
                            question.aim,
                            result(p99, question.aim)));
        }
        return rows;
    }

    private static String result(double p99, double aim) {
        if (Double.isNaN(aim)) {
            return "";
        }
        return p99 < aim ? "reached" : "missed";
    }

    private static long spent(long since) {
        return System.nanoTime() - since;
    }

    private List<Question> figures() {
        return List.of(
                new Question("half-year of one authority", FIGURES, () -> ask(half(CITY))),
                new Question("half-year of all", FIGURES, () -> ask(half(null))),
                new Question(
                        "half-year of one, at an instant",
                        FIGURES,
                        () ->
                                ask(
                                        query(
                                                anyHalf(),
                                                CITY,
                                                new KnownAt.AtInstant(things.moment().recordedAt()),
                                                View.ORIGINAL))),
                new Question(
                        "half-year of one, restated",
                        FIGURES,
                        () -> ask(query(anyHalf(), CITY, at(0), View.RESTATED))),
                new Question(
                        "half-year of one, units as now",
                        FIGURES,
                        () -> ask(half(CITY).seen(UnitView.AS_NOW))),
                new Question(
                        "half-year of all, units as now",
                        FIGURES,
                        () -> ask(half(null).seen(UnitView.AS_NOW))),
                new Question(
                        "school year of one",
                        FIGURES,
                        () ->
                                ask(
                                        query(
                                                new Period.SchoolYear(year()),
                                                CITY,
                                                at(0),
                                                View.ORIGINAL))),
                new Question(
                        "free interval of one",
                        FIGURES,
                        () -> ask(query(interval(), CITY, at(0), View.ORIGINAL))),
                new Question(
                        "half-year of one, as the office claims to have known",
                        PAGE,
                        () -> ask(office(half(CITY)))),
                new Question(
                        "half-year of all, as the office claims to have known",
                        PAGE,
                        () -> ask(office(half(null)))));
    }

    private List<Question> behindFigures() {
        return List.of(
                new Question(
                        "recipients behind a half-year of one",
                        PAGE,
                        () -> recipients(ask(half(CITY)))),
                new Question(
                        "recipients behind a half-year of all",
                        PAGE,
                        () -> recipients(ask(half(null)))),
                new Question("50 events behind a figure", PAGE, () -> trace(ask(half(CITY)))),
                new Question(
                        "two half-years of one compared",
                        PAGE,
                        () ->
                                Comparison.of(
                                        ask(half(CITY)),
                                        ask(half(CITY)),
                                        List.of(Dimension.AWARD),
                                        Selection.ALL)),
                new Question(
                        "a half-year at two moments, explained event by event",
                        Double.NaN,
                        this::explained));
    }

    private List<Question> register() {
        return List.of(
                new Question("an award", PAGE, () -> award(things.award())),
                new Question(
                        "an award with items, cases and story, now",
                        PAGE,
                        () -> record(things.award())),
                new Question(
                        "50 newest awards",
                        PAGE,
                        () -> asOf(0).awards(AwardFilter.ALL, null, ROWS)),
                new Question(
                        "50 awards of one authority and code",
                        PAGE,
                        () -> asOf(0).awards(filter(), null, ROWS)),
                new Question(
                        "awards of a recipient",
                        PAGE,
                        () -> {
                            var met = things.award();
                            var whose = met.event().line().recipient();
                            return asOf(met.position()).awards(AwardFilter.of(whose), null, ROWS);
                        }),
                new Question(
                        "awards of a decision",
                        PAGE,
                        () -> {
                            var met = things.award();
                            var of = AwardFilter.of(met.event().decision());
                            return asOf(met.position()).awards(of, null, ROWS);
                        }),
                new Question(
                        "50 newest decisions of one authority",
                        PAGE,
                        () ->
                                asOf(0).lists()
                                        .decisions(
                                                new DecisionFilter(CITY, null, null, null),
                                                null,
                                                ROWS)),
                new Question("an award at two moments", PAGE, () -> compared(things.award())),
                new Question(
                        "awards changed between two moments, first 50",
                        PAGE,
                        () -> {
                            long from = random.nextLong(size);
                            long to = Math.min(size, from + 1 + random.nextLong(size / 20));
                            return projections
                                    .register()
                                    .comparisons()
                                    .awards(AwardFilter.ALL, from, to, null, ROWS);
                        }));
    }

    private List<Question> stories() {
        var history = projections.history();
        var search = projections.search();
        return List.of(
                new Question(
                        "story of an award",
                        PAGE,
                        () -> {
                            var met = things.award();
                            return history.of(met.event().award(), position(met.position()));
                        }),
                new Question(
                        "story of a recipient",
                        PAGE,
                        () -> {
                            var met = things.award();
                            var whose = met.event().line().recipient();
                            return history.of(whose, position(met.position()));
                        }),
                new Question(
                        "story of a decision",
                        PAGE,
                        () -> {
                            var met = things.decision();
                            return history.of(met.event().decision(), position(met.position()));
                        }),
                new Question(
                        "search for a number, all kinds",
                        PAGE,
                        () -> search(search, things.number(), Set.of())),
                new Question(
                        "search for a part of a number, decisions",
                        PAGE,
                        () ->
                                search(
                                        search,
                                        things.number().substring(0, 4),
                                        Set.of(SearchKind.DECISION))),
                new Question(
                        "search for a unit",
                        PAGE,
                        () -> search(search, "phan rang", Set.of(SearchKind.UNIT))));
    }

    /// As they were on the day of a position.
    private List<Question> worklists() {
        var anomalies = projections.anomalies();
        return List.of(
                new Question("findings, first 50", PAGE, () -> anomalies.page(known(), null, ROWS)),
                new Question("findings counted by rule", PAGE, () -> anomalies.counts(known())),
                new Question(
                        "what waits for whom",
                        PAGE,
                        () -> {
                            var at = things.moment();
                            return projections
                                    .clocks()
                                    .open(Clocks.Wanted.ALL, at.day(), at.position());
                        }),
                new Question(
                        "where an item is",
                        PAGE,
                        () -> {
                            var met = things.item();
                            long known = position(met.position());
                            return projections
                                    .custody()
                                    .item(met.event().artifact(), History.UNTIL, known);
                        }),
                new Question(
                        "items to recover",
                        PAGE,
                        () -> {
                            var at = things.moment();
                            return projections.custody().toRecover(at.day(), at.position());
                        }),
                new Question(
                        "gap list of one authority and year, from the log",
                        Double.NaN,
                        () -> {
                            var of = TagQuery.of(CITY.tag(), DecisionRecorded.class);
                            return NumberGaps.of(CITY, year(), ledger.read(Set.of(of)));
                        }));
    }

    private AnomalyFilter known() {
        var at = things.moment();
        return AnomalyFilter.all(at.day()).knownAt(at.position());
    }

    private Answered ask(StatisticsQuery query) {
        if (projections.statistics().ask(query) instanceof Answered answered) {
            return answered;
        }
        throw new IllegalStateException("no answer to " + query);
    }

    private Object recipients(Answered answered) {
        return projections
                .statistics()
                .recipients(
                        answered, Breakdown.of(answered, List.of(Dimension.AWARD), Selection.ALL));
    }

    private Object trace(Answered answered) {
        var cells = answered.cells();
        return cells.isEmpty()
                ? answered
                : projections
                        .statistics()
                        .trace(
                                answered,
                                List.of(cells.get(random.nextInt(cells.size()))),
                                TracePage.Cursor.START,
                                ROWS);
    }

    private Reconciliation explained() {
        long earlier = 1 + random.nextLong(size);
        var query = query(anyHalf(), CITY, at(earlier), View.ORIGINAL);
        return projections.reconciliations().between(query, new KnownAt.AtPosition(earlier));
    }

    private Object award(SampledThings.Met<AwardDecided> met) {
        return asOf(met.position()).award(met.event().award()).orElseThrow();
    }

    private Object record(SampledThings.Met<AwardDecided> met) {
        var id = met.event().award();
        var register = projections.register();
        return List.of(
                register.award(id).orElseThrow(),
                register.artifactsOf(id),
                register.casesOf(id),
                projections.history().of(id));
    }

    private Object compared(SampledThings.Met<AwardDecided> met) {
        return projections
                .register()
                .comparisons()
                .of(met.event().award(), met.position(), position(met.position()))
                .orElseThrow();
    }

    private AwardFilter filter() {
        var code = things.award().event().line().award();
        return new AwardFilter(CITY, code, null, null, null, null, null, null, null, null);
    }

    private Object search(Search search, String typed, Set<SearchKind> kinds) {
        if (Sought.of(typed) instanceof Sought.Words words) {
            return search.find(words, kinds, position(0), new Search.Page(0, ROWS));
        }
        throw new IllegalStateException("not to be looked for: " + typed);
    }

    private Register asOf(long notBefore) {
        return projections.register().asOf(position(notBefore));
    }

    /// Any position, or one that is not before another.
    private long position(long notBefore) {
        long first = Math.max(1, notBefore);
        return first + random.nextLong(size - first + 1);
    }

    private KnownAt at(long notBefore) {
        return new KnownAt.AtPosition(position(notBefore));
    }

    private StatisticsQuery half(@Nullable UnitId authority) {
        return query(anyHalf(), authority, at(0), View.ORIGINAL);
    }

    private static StatisticsQuery query(
            Period period, @Nullable UnitId authority, KnownAt at, View view) {
        return new StatisticsQuery(PeriodPolicy.CALENDAR, period, authority, at, view);
    }

    private static StatisticsQuery office(StatisticsQuery query) {
        return query.officeKnewAt(query.period().days(query.policy()).to().plusMonths(1));
    }

    private Period anyHalf() {
        return new Period.HalfYear(year(), 1 + random.nextInt(2));
    }

    private int year() {
        return History.FROM.getYear() + random.nextInt(YEARS);
    }

    private Period interval() {
        var from = day();
        return new Period.Interval(from, from.plusDays(1 + random.nextInt(700)));
    }

    private LocalDate day() {
        return History.FROM.plusDays(random.nextInt(365 * YEARS));
    }
}

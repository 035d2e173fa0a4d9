package vn.sovang.benchmark;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.axon.FactMessages;
import vn.sovang.axon.PostgresEventStorageEngine;
import vn.sovang.event.EventCodec;
import vn.sovang.eventstore.EventLog;
import vn.sovang.projection.Projections;
import vn.sovang.projection.ReadModelStatus;
import vn.sovang.projection.RebuildReport;
import vn.sovang.projection.history.HistoryModel;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.register.RegisterModel;
import vn.sovang.projection.statistics.StatisticsModel;

/// Read models built anew from the log beside the live ones, compared and swapped while somebody
/// asks; beside it Axon's own replay of the same store into the same tables, whose rows must be the
/// same; and questions as of any position. All in one JVM, one after the other.
@Command(
        name = "rebuild",
        sortOptions = false,
        description = "Rebuilds beside Axon's own replay, and questions as of any position.")
final class RebuildBenchmark extends Benchmark {
    private static final List<String> COLUMNS =
            List.of(
                    "read model",
                    "events/s",
                    "min",
                    "max",
                    "client CPU ms/event",
                    "database CPU ms/event",
                    "peak heap MB",
                    "asked meanwhile",
                    "p50 ms",
                    "p99 ms");

    private static final List<ReadModel> BESIDE_AXON =
            List.of(new HistoryModel(), new StatisticsModel(), new RegisterModel());

    @Option(names = "--events", defaultValue = "300000", description = "length of the log")
    private long events;

    @Option(
            names = "--axon-events",
            defaultValue = "20000",
            description = "first events of the log that Axon's replay is timed on, beside ours")
    private long axonEvents;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "times each way is timed beside the other")
    private int rounds;

    @Option(
            names = "--rebuilds",
            defaultValue = "3",
            description = "times each read model is rebuilt")
    private int rebuilds;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "NAME",
            description = "read models to rebuild; all if absent")
    private List<String> models = List.of();

    @Mixin private AsOf asOf = new AsOf();

    @Override
    List<Table> measure(Server server) throws Exception {
        try (var filled = FilledLedger.of(server, events);
                var log = EventLog.open(filled.database().ledger(), InstantSource.system())) {
            var engine = new PostgresEventStorageEngine(log, new FactMessages(new EventCodec()));
            var beside = new ArrayList<List<Object>>();
            var sides = new BesideAxon(server, filled, engine, axonEvents);
            for (ReadModel model : BESIDE_AXON) {
                beside.addAll(sides.rows(model, rounds));
            }
            try (var projections = FilledLedger.live(filled)) {
                var facts =
                        Map.of(
                                "log",
                                "%,d events".formatted(filled.events()),
                                "heap",
                                HeapPeak.allowed());
                var answers = asOf.rows(filled, projections);
                var rebuilt = rebuilds(server, filled, projections);
                return List.of(
                        new Table("beside Axon's replay", facts, BesideAxon.COLUMNS, beside),
                        new Table("rebuild", facts, COLUMNS, rebuilt),
                        new Table(
                                "questions as of any position", facts, Questions.COLUMNS, answers));
            }
        }
    }

    private record Took(
            double perSecond, double client, double database, double heap, Latencies asked) {}

    private List<List<Object>> rebuilds(
            Server server, FilledLedger filled, Projections projections) {
        var things = new SampledThings(filled.ledger().feed(), filled.events());
        var figures =
                new Questions(projections, filled.ledger(), things, filled.events())
                        .all()
                        .getFirst();
        var names =
                projections.statuses().stream()
                        .map(ReadModelStatus::name)
                        .filter(name -> models.isEmpty() || models.contains(name))
                        .toList();
        Map<String, List<Took>> took = new LinkedHashMap<>();
        for (int round = 0; round < rebuilds; round++) {
            for (int turn = 0; turn < names.size(); turn++) {
                String name = names.get((turn + round) % names.size());
                took.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(rebuild(server, projections, name, figures));
            }
        }
        return names.stream().map(name -> row(name, took.getOrDefault(name, List.of()))).toList();
    }

    private static Took rebuild(
            Server server, Projections projections, String name, Questions.Question figures) {
        server.checkpoint();
        HeapPeak.reset();
        Cpu before = server.cpu();
        RebuildReport report;
        Latencies asked;
        try (var somebody = new SomebodyAsks(figures)) {
            report = projections.rebuild(name);
            asked = somebody.end();
        }
        Cpu used = server.cpu().since(before);
        if (!report.identical()) {
            throw new IllegalStateException("rebuilt differently: " + report);
        }
        projections.rebuilds().dropOld(name);
        long position = report.position();
        double perSecond = position / (report.took().toNanos() / 1e9);
        Progress.say("%s rebuilt, %,.0f events/s".formatted(name, perSecond));
        return new Took(
                perSecond,
                used.clientNanos() / 1e6 / position,
                used.databaseNanos() < 0 ? Double.NaN : used.databaseNanos() / 1e6 / position,
                HeapPeak.megabytes(),
                asked);
    }

    private static List<Object> row(String name, List<Took> took) {
        var rates = Rounds.sorted(took, Took::perSecond);
        var asked = Latencies.merged(took.stream().map(Took::asked).toList());
        return List.of(
                name,
                Rounds.median(rates),
                rates.getFirst(),
                rates.getLast(),
                Rounds.median(Rounds.sorted(took, Took::client)),
                Rounds.median(Rounds.sorted(took, Took::database)),
                Rounds.sorted(took, Took::heap).getLast(),
                asked.count(),
                asked.percentile(50),
                asked.percentile(99));
    }
}

package vn.sovang.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sovang.projection.Projections;
import vn.sovang.projection.ReadModelStatus;
import vn.sovang.projection.RebuildReport;

/// Every read model built anew from the log, beside the live one, compared and swapped.
@Command(
        name = "rebuild",
        sortOptions = false,
        description = "Events a second with which each read model is built anew from the log.")
final class RebuildBenchmark extends Benchmark {
    private static final Duration PATIENCE = Duration.ofHours(2);

    @Option(names = "--events", defaultValue = "300000", description = "length of the log")
    private long events;

    @Override
    Table measure(Server server) {
        try (var filled = FilledLedger.of(server, events);
                var projections = live(filled)) {
            var rows = new ArrayList<List<Object>>();
            for (ReadModelStatus status : projections.statuses()) {
                Progress.say("rebuilding " + status.name());
                Cpu before = server.cpu();
                RebuildReport report = projections.rebuild(status.name());
                Cpu used = server.cpu().since(before);
                if (!report.identical()) {
                    throw new IllegalStateException("rebuilt differently: " + report);
                }
                double seconds = report.took().toNanos() / 1e9;
                rows.add(
                        List.of(
                                status.name(),
                                report.position() / seconds,
                                seconds,
                                used.clientNanos() / 1e6 / report.position(),
                                used.databaseNanos() < 0
                                        ? Double.NaN
                                        : used.databaseNanos() / 1e6 / report.position()));
            }
            return new Table(
                    "rebuild",
                    Map.of("log", "%,d events".formatted(filled.events())),
                    List.of(
                            "read model",
                            "events/s",
                            "seconds",
                            "client CPU ms/event",
                            "database CPU ms/event"),
                    rows);
        }
    }

    /// The read models, as far as the log is.
    static Projections live(FilledLedger filled) {
        Progress.say("building the read models for the first time");
        var projections =
                Projections.open(filled.database().read(), filled.ledger().feed(), "benchmark");
        projections.start();
        if (!projections.awaitPosition(filled.events(), PATIENCE)) {
            throw new IllegalStateException("not settled: " + projections.statuses());
        }
        return projections;
    }
}

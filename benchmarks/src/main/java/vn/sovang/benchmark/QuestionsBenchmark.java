package vn.sovang.benchmark;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Milliseconds for what people ask of the past.
@Command(
        name = "questions",
        sortOptions = false,
        description = "Milliseconds for figures, records and lists as of any position.")
final class QuestionsBenchmark extends Benchmark {
    @Option(names = "--events", defaultValue = "300000", description = "length of the log")
    private long events;

    @Mixin private AsOf asOf = new AsOf();

    @Override
    List<Table> measure(Server server) throws Exception {
        try (var filled = FilledLedger.of(server, events);
                var projections = FilledLedger.live(filled)) {
            return List.of(
                    new Table(
                            "questions as of any position",
                            Map.of("log", "%,d events".formatted(filled.events())),
                            Questions.COLUMNS,
                            asOf.rows(filled, projections)));
        }
    }
}

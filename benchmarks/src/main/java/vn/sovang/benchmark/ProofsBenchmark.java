package vn.sovang.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sovang.seal.PublishedLog;

/// Proofs about events of a large log, one after the other.
@Command(
        name = "proofs",
        sortOptions = false,
        description = "Milliseconds for an inclusion and a consistency proof out of the database.")
final class ProofsBenchmark extends Benchmark {
    @Option(names = "--events", defaultValue = "300000", description = "length of the log")
    private long events;

    @Option(names = "--proofs", defaultValue = "2000", description = "proofs of each kind")
    private int proofs;

    @Override
    List<Table> measure(Server server) {
        try (var filled = FilledLedger.of(server, events)) {
            long size = filled.events();
            PublishedLog log = filled.ledger().published();
            var rows = new ArrayList<List<Object>>();
            rows.add(row("inclusion", position -> log.inclusion(position, size), size));
            rows.add(row("consistency", old -> log.consistency(old, size), size));
            return List.of(
                    new Table(
                            "proofs",
                            Map.of("log", "%,d events".formatted(size)),
                            List.of("proof", "proofs", "p50 ms", "p99 ms"),
                            rows));
        }
    }

    /// Proves something about a position.
    @FunctionalInterface
    private interface Prover {
        Object about(long position);
    }

    private List<Object> row(String kind, Prover prover, long size) {
        Progress.say(kind + " proofs");
        var random = new SplittableRandom(1);
        var latencies = new Latencies();
        for (int i = -proofs; i < proofs; i++) {
            long position = 1 + random.nextLong(size);
            long began = System.nanoTime();
            if (prover.about(position).toString().isEmpty()) {
                throw new IllegalStateException("no proof");
            }
            // The first half warms up.
            if (i >= 0) {
                latencies.add(System.nanoTime() - began);
            }
        }
        var sorted = Latencies.merged(List.of(latencies));
        return List.of(kind, sorted.count(), sorted.percentile(50), sorted.percentile(99));
    }
}

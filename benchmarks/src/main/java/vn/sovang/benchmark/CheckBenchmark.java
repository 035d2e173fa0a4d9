package vn.sovang.benchmark;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sovang.benchmark.Passes.Way;
import vn.sovang.seal.CheckReport;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;

/// The whole ledger derived again.
@Command(
        name = "check",
        sortOptions = false,
        description =
                "Events a second that ./sovang check derives again: bytes, columns, tags, tiles,"
                        + " root; and of these the hashing alone.")
final class CheckBenchmark extends Benchmark {
    @Option(names = "--events", defaultValue = "300000", description = "length of the log")
    private long events;

    @Option(names = "--rounds", defaultValue = "3", description = "checks of it")
    private int rounds;

    @Override
    List<Table> measure(Server server) throws Exception {
        try (var filled = FilledLedger.of(server, events)) {
            var ways =
                    List.of(
                            new Way("check", filled.events(), () -> check(filled)),
                            new Way("hashing alone", filled.events(), () -> hash(filled)));
            return List.of(
                    new Table(
                            "check",
                            Map.of(
                                    "log",
                                    "%,d events made up and stored in %.0f s"
                                            .formatted(filled.events(), filled.fillSeconds())),
                            Passes.COLUMNS,
                            new Passes(server).rows(ways, rounds)));
        }
    }

    private static long check(FilledLedger filled) {
        CheckReport report = filled.ledger().check(size -> {});
        if (!report.intact()) {
            throw new IllegalStateException("the check found " + report.findings().getFirst());
        }
        return report.size();
    }

    /// Leaf hash and tree over bytes in memory: what one processor can verify at most.
    private static long hash(FilledLedger filled) {
        byte[] leaf = new Leaves().leaf(new UUID(4, 4));
        var tree = Frontier.empty();
        for (long i = 0; i < filled.events(); i++) {
            tree.append(Hash.ofLeaf(leaf));
        }
        return tree.size();
    }
}

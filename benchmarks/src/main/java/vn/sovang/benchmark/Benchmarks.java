package vn.sovang.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./sovang bench`.
@Command(
        name = "sovang bench",
        description = "Measures the ledger beside Axon's own engine and bare PostgreSQL.",
        footer = {"", "Each starts a PostgreSQL of its own, as durable as an office's."},
        subcommands = {
            AppendBenchmark.class,
            CommandsBenchmark.class,
            ImportBenchmark.class,
            ReplayBenchmark.class,
            RebuildBenchmark.class,
            QuestionsBenchmark.class,
            PagesBenchmark.class,
            CheckBenchmark.class,
            ProofsBenchmark.class
        })
final class Benchmarks implements Runnable {
    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}

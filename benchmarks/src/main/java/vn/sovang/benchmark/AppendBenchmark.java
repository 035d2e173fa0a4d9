package vn.sovang.benchmark;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Durable appends a second, in turns on one server.
@Command(
        name = "append",
        sortOptions = false,
        description =
                "Durable appends a second: the store, its Axon engine, Axon's own JPA engine,"
                        + " bare INSERTs; in turns on one server.")
final class AppendBenchmark extends Benchmark {
    private static final int IN_BULK = 100;

    @Option(names = "--seconds", defaultValue = "5", description = "length of one measurement")
    private int seconds;

    @Option(
            names = "--writers",
            split = ",",
            defaultValue = "1,16,64",
            description = "numbers of clients, such as 1,16,64")
    private List<Integer> writers = List.of();

    @Option(names = "--only", defaultValue = "", description = "contenders with this in their name")
    private String only = "";

    @Option(names = "--rounds", defaultValue = "3", description = "measurements of each cell")
    private int rounds;

    @Override
    List<Table> measure(Server server) {
        var stores = new Stores(server);
        var contenders =
                List.of(
                        stores.store(),
                        stores.engine(),
                        stores.jpa(),
                        stores.committed(1),
                        stores.autoCommitted(),
                        stores.store(IN_BULK),
                        stores.committed(IN_BULK));
        var cells =
                new Rounds(server, Duration.ofSeconds(seconds))
                        .run(Rounds.named(contenders, only), writers, rounds);
        return List.of(
                new Table("append", stores.leaves().facts(), Rounds.COLUMNS, Rounds.rows(cells)));
    }
}

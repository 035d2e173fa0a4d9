package vn.sovang.benchmark;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// One command of `./sovang bench`: starts a server, measures, prints tables.
@Command(mixinStandardHelpOptions = true)
abstract class Benchmark implements Callable<Integer> {
    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    abstract List<Table> measure(Server server) throws Exception;

    /// The server that is measured: a new one, gone with the run.
    Server server() {
        return Server.start();
    }

    @Override
    public final Integer call() throws Exception {
        try (Server server = server()) {
            var facts = circumstances(server);
            List<Table> tables = measure(server);
            facts.put("load average", facts.get("load average") + " before, " + load() + " after");
            for (Table measured : tables) {
                var all = new LinkedHashMap<>(facts);
                all.putAll(measured.facts());
                var table = new Table(measured.title(), all, measured.columns(), measured.rows());
                System.out.println(json ? table.json() : table.text());
            }
        }
        return 0;
    }

    private static Map<String, String> circumstances(Server server) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(
                "machine",
                "%d processors, %s %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch")));
        facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("postgresql", server.settings().toString());
        facts.put("load average", load());
        return facts;
    }

    /// Processes that wanted a processor over the last minute, of the whole machine.
    private static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(Locale.ROOT, "%.2f", load);
    }
}

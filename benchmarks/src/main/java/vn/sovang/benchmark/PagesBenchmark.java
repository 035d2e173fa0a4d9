package vn.sovang.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sovang.benchmark.VisitedPages.Visited;

/// Milliseconds that people wait for pages of the whole program, over HTTP.
@Command(
        name = "pages",
        sortOptions = false,
        description =
                "Starts the program on a filled ledger, signs in as clerk and inspector, and"
                        + " measures what they wait for pages, and what pages weigh.")
final class PagesBenchmark extends Benchmark {
    private static final List<String> WAITS =
            List.of(
                    "page",
                    "who",
                    "cold ms",
                    "p50 ms",
                    "p95 ms",
                    "p99 ms",
                    "four: p50 ms",
                    "p95 ms",
                    "p99 ms",
                    "result");
    private static final List<String> WEIGHTS =
            List.of("page", "html kB", "css kB", "js kB", "fonts kB", "all kB", "result");

    /// Whatever a page waits for: 99 of 100 answers to one person come sooner.
    private static final double AIM_MS = 100;

    private static final String CITY = "UBND thành phố Phan Rang - Tháp Chàm";
    private static final int TOGETHER = 4;

    /// Rounds through all pages, by everybody, that are not counted: a service lives long, and the
    /// compiler looks at it while it works.
    private static final int WARM_UP = 40;

    private static final Duration LONGEST = Duration.ofSeconds(8);

    @Option(names = "--events", defaultValue = "1000000", description = "length of the log")
    private long events;

    @Option(names = "--visits", defaultValue = "100", description = "visits of each page")
    private int visits;

    @Option(names = "--only", description = "pages whose name has this")
    private @Nullable String only;

    @Option(
            names = "--keep",
            description = "directory for the filled ledger; the next run with it does not fill it")
    private @Nullable Path keep;

    @Override
    Server server() {
        return keep == null ? super.server() : Server.keptIn(keep);
    }

    @Override
    List<Table> measure(Server server) throws Exception {
        try (var filled = FilledLedger.withNames(server, events)) {
            FilledLedger.live(filled).close();
            var things = new SampledThings(filled.ledger().feed(), filled.events());
            var wanted = only;
            var pages =
                    new VisitedPages(things, filled.events())
                            .all().stream()
                                    .filter(p -> wanted == null || p.name().contains(wanted))
                                    .toList();
            server.checkpoint();
            try (var service = Service.start(server);
                    var clerk = visitor(service, "clerk", List.of("--unit", CITY));
                    var inspector = visitor(service, "inspector", List.of())) {
                var people = new LinkedHashMap<String, Visitor>();
                people.put("clerk", clerk);
                people.put("inspector", inspector);
                var log = Map.of("log", "%,d events".formatted(filled.events()));
                return List.of(
                        new Table("waits for pages", log, WAITS, waits(pages, people)),
                        new Table("weight of pages", log, WEIGHTS, weights(pages, inspector)));
            }
        }
    }

    private static Visitor visitor(Service service, String role, List<String> more)
            throws Exception {
        // A kept ledger knows the visitors of the run before.
        var account = "ban-" + role + "-" + ProcessHandle.current().pid();
        return Visitor.of(
                service,
                account,
                service.account(account, role.toUpperCase(java.util.Locale.ROOT), more));
    }

    private List<List<Object>> waits(List<Visited> pages, Map<String, Visitor> people) {
        var cold = new LinkedHashMap<String, Double>();
        for (var page : pages) {
            people.forEach(
                    (who, visitor) -> cold.put(page.name() + who, wait(visitor, page) / 1e6));
        }
        Progress.say("warming up");
        for (int i = 0; i < WARM_UP; i++) {
            pages.forEach(page -> people.values().forEach(visitor -> wait(visitor, page)));
        }
        var rows = new ArrayList<List<Object>>();
        for (var page : pages) {
            people.forEach((who, visitor) ->
                    rows.add(row(page, who, visitor, cold.get(page.name() + who))));
        }
        return rows;
    }

    private List<Object> row(Visited page, String who, Visitor visitor, @Nullable Double cold) {
        var alone = visit(page, visitor, visits);
        var together =
                Latencies.merged(
                        IntStream.range(0, TOGETHER)
                                .mapToObj(i ->
                                        CompletableFuture.supplyAsync(
                                                () -> visit(page, visitor, visits / 2)))
                                .toList()
                                .stream()
                                .map(CompletableFuture::join)
                                .toList());
        var sorted = Latencies.merged(List.of(alone));
        double p99 = sorted.percentile(99);
        Progress.say(
                "%s, %s: p50 %.1f ms, p99 %.1f ms; four: p99 %.1f ms"
                        .formatted(
                                page.name(),
                                who,
                                sorted.percentile(50),
                                p99,
                                together.percentile(99)));
        return List.of(
                page.name(),
                who,
                cold == null ? Double.NaN : cold,
                sorted.percentile(50),
                sorted.percentile(95),
                p99,
                together.percentile(50),
                together.percentile(95),
                together.percentile(99),
                p99 < AIM_MS ? "PASS" : "over");
    }

    private static Latencies visit(Visited page, Visitor visitor, int times) {
        var latencies = new Latencies();
        long until = System.nanoTime() + LONGEST.toNanos();
        for (int i = 0; i < times && System.nanoTime() < until; i++) {
            latencies.add(wait(visitor, page));
        }
        return latencies;
    }

    private static long wait(Visitor visitor, Visited page) {
        var address = page.address().get();
        long asked = System.nanoTime();
        var answer = visitor.get(address);
        long waited = System.nanoTime() - asked;
        if (answer.status() != 200) {
            throw new IllegalStateException(address + " answers " + answer.status());
        }
        return waited;
    }

    private static List<List<Object>> weights(List<Visited> pages, Visitor visitor) {
        return pages.stream()
                .map(page -> PageWeight.of(visitor, page.address().get()).row(page.name()))
                .toList();
    }
}

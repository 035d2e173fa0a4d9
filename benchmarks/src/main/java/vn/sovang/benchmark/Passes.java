package vn.sovang.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whole passes over a log by different ways, in turns.
final class Passes {
    static final List<String> COLUMNS =
            List.of(
                    "way",
                    "events/s",
                    "min",
                    "max",
                    "client CPU ms/event",
                    "database CPU ms/event");

    private final Server server;

    Passes(Server server) {
        this.server = server;
    }

    /// @param events the log's
    /// @param pass goes over all of them once, and answers how many it saw
    record Way(String name, long events, Pass pass) {}

    /// Goes over a log.
    @FunctionalInterface
    interface Pass {
        long run() throws Exception;
    }

    private record Took(double perSecond, double client, double database) {}

    /// One row for each way, as [#COLUMNS]; a first pass of each is not counted.
    List<List<Object>> rows(List<Way> ways, int rounds) throws Exception {
        var took = new LinkedHashMap<String, List<Took>>();
        for (int round = -1; round < rounds; round++) {
            for (int turn = 0; turn < ways.size(); turn++) {
                Way way = ways.get((turn + round + 1) % ways.size());
                Took one = time(way);
                Progress.say(
                        "%s: %s %,.0f/s"
                                .formatted(
                                        round < 0 ? "warming up" : "round " + (round + 1),
                                        way.name,
                                        one.perSecond));
                if (round >= 0) {
                    took.computeIfAbsent(way.name, n -> new ArrayList<>()).add(one);
                }
            }
        }
        return rows(took);
    }

    private Took time(Way way) throws Exception {
        Cpu before = server.cpu();
        long began = System.nanoTime();
        long seen = way.pass.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        Cpu used = server.cpu().since(before);
        if (seen != way.events) {
            throw new IllegalStateException(
                    "%s saw %d events of %d".formatted(way.name, seen, way.events));
        }
        return new Took(
                seen / seconds,
                used.clientNanos() / 1e6 / seen,
                used.databaseNanos() < 0 ? Double.NaN : used.databaseNanos() / 1e6 / seen);
    }

    private static List<List<Object>> rows(Map<String, List<Took>> took) {
        var rows = new ArrayList<List<Object>>();
        took.forEach((name, all) -> {
            var rates = Rounds.sorted(all, Took::perSecond);
            rows.add(
                    List.of(
                            name,
                            Rounds.median(rates),
                            rates.getFirst(),
                            rates.getLast(),
                            Rounds.median(Rounds.sorted(all, Took::client)),
                            Rounds.median(Rounds.sorted(all, Took::database))));
        });
        return rows;
    }
}

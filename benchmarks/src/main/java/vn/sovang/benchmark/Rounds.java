package vn.sovang.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import vn.sovang.benchmark.ClosedLoop.Cell;

/// The same measurements again and again, everybody in turns, so that a busy minute of the machine
/// hits all of them; what counts is the median.
final class Rounds {
    static final List<String> COLUMNS =
            List.of(
                    "contender",
                    "clients",
                    "events/s",
                    "min",
                    "max",
                    "p50 ms",
                    "p99 ms",
                    "client CPU ms/event",
                    "database CPU ms/event");

    /// What the compilers and the caches need, once for each contender.
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private static final int WARM_UP_CLIENTS = 16;

    private final ClosedLoop loop;
    private final Duration time;

    /// Who was measured with how many clients.
    record Key(String contender, int clients) {}

    Rounds(Server server, Duration time) {
        this.loop = new ClosedLoop(server);
        this.time = time;
    }

    Map<Key, List<Cell>> run(List<Contender> contenders, List<Integer> clients, int rounds) {
        for (Contender contender : contenders) {
            Progress.say("warming up " + contender.name());
            loop.run(contender, WARM_UP_CLIENTS, WARM_UP);
        }
        var cells = new LinkedHashMap<Key, List<Cell>>();
        for (int number : clients) {
            contenders.forEach(c -> cells.put(new Key(c.name(), number), List.of()));
        }
        for (int round = 0; round < rounds; round++) {
            for (int number : clients) {
                for (int turn = 0; turn < contenders.size(); turn++) {
                    // Another one begins each round.
                    Contender contender = contenders.get((turn + round) % contenders.size());
                    Cell cell = loop.run(contender, number, time);
                    Progress.say(
                            "round %d of %d, %d clients: %s %,.0f/s"
                                    .formatted(
                                            round + 1,
                                            rounds,
                                            number,
                                            contender.name(),
                                            cell.perSecond()));
                    cells.merge(new Key(contender.name(), number), List.of(cell), Rounds::joined);
                }
            }
        }
        return cells;
    }

    static List<Contender> named(List<Contender> contenders, String part) {
        return contenders.stream().filter(c -> c.name().contains(part)).toList();
    }

    private static List<Cell> joined(List<Cell> before, List<Cell> more) {
        return Stream.concat(before.stream(), more.stream()).toList();
    }

    /// One row for each key, as [#COLUMNS].
    static List<List<Object>> rows(Map<Key, List<Cell>> cells) {
        var rows = new ArrayList<List<Object>>();
        cells.forEach((key, measured) -> {
            var rates = sorted(measured, Cell::perSecond);
            rows.add(
                    List.of(
                            key.contender(),
                            key.clients(),
                            median(rates),
                            rates.getFirst(),
                            rates.getLast(),
                            median(sorted(measured, Cell::p50)),
                            median(sorted(measured, Cell::p99)),
                            median(sorted(measured, Cell::clientMillis)),
                            median(sorted(measured, Cell::databaseMillis))));
        });
        return rows;
    }

    static <T> List<Double> sorted(List<T> measured, ToDoubleFunction<T> figure) {
        return measured.stream().mapToDouble(figure).sorted().boxed().toList();
    }

    /// Of an even number the lower one: a figure that was measured, not one in between.
    static double median(List<Double> sorted) {
        return sorted.get((sorted.size() - 1) / 2);
    }
}

package vn.sovang.projection.anomaly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sovang.projection.readmodel.Known;

/// What the rules find in a list of events, looked at all over again with nothing stored.
final class NaiveFold {
    private NaiveFold() {}

    static Map<String, Found> of(List<Known> events) {
        var found = new TreeMap<String, Found>();
        for (var docket : Dockets.ALL) {
            of(docket, events).forEach(f -> found.put(f.key().toString(), f));
        }
        return found;
    }

    private static <S> List<Found> of(Docket<S> docket, List<Known> events) {
        var world = new World();
        var states = new HashMap<String, S>();
        for (var known : events) {
            world.evolve(known.fact());
            for (var thing : docket.things(known)) {
                var state = states.getOrDefault(thing, docket.initial());
                states.put(thing, docket.evolve(state, known, world));
            }
        }
        return states.entrySet().stream()
                .flatMap(e -> docket.findings(e.getKey(), e.getValue()).stream())
                .toList();
    }
}

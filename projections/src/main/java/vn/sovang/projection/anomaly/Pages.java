package vn.sovang.projection.anomaly;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.readmodel.Writes;

/// The dockets of one batch: read once, folded in memory, written once. Owned by one `apply`.
final class Pages {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String STATES =
            """
            select docket.docket, docket.thing, docket.state
            from unnest(?::text[], ?::text[]) as asked (docket, thing)
            join docket using (docket, thing)
            """;

    private static final String HOLDING =
            """
            select finding.*
            from unnest(?::text[], ?::text[]) as asked (docket, thing)
            join finding using (docket, thing)
            where finding.known_until is null
            """;

    private static final String SAVE =
            """
            insert into docket (docket, thing, state)
            values (?, ?, ?)
            on conflict (docket, thing) do update
            set state = excluded.state
            """;

    private static final String CLOSE =
            """
            update finding
            set known_until = ?
            where key = ? and known_from = ? and docket = ? and thing = ?
            """;

    /// Facts of an import become known at one position, in several batches (R17): what the first
    /// seem to show was never found.
    private static final String TAKE_BACK =
            """
            delete from finding
            where key = ? and known_from = ? and docket = ? and thing = ?
            """;

    private static final String OPEN =
            """
            insert into finding (key, known_from, known_until, docket, thing, rule, weight,
                subject, evidence, says, due_on, unit)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid)
            """;

    /// One thing in one docket.
    record Place(String docket, String thing) {}

    /// A finding and since when it holds.
    private record Row(Found found, long knownFrom) {}

    /// A finding that began and ended, or began only, in this batch.
    private record Written(Row row, @Nullable Long knownUntil) {}

    private static final class Page<S> {
        private final Docket<S> docket;
        private final String thing;
        private S state;
        private final Map<String, Row> holding = new LinkedHashMap<>();
        private final Set<String> stored = new LinkedHashSet<>();
        private final List<Written> ended = new ArrayList<>();
        private final Map<String, Long> closed = new LinkedHashMap<>();
        private final Map<String, Long> closedFrom = new HashMap<>();

        Page(Docket<S> docket, String thing, S state) {
            this.docket = docket;
            this.thing = thing;
            this.state = state;
        }

        void evolve(Known known, World world) {
            state = docket.evolve(state, known, world);
        }

        /// What holds from this position on, and what no longer does.
        void judge(long knownAt) {
            var now = new LinkedHashMap<String, Found>();
            docket.findings(thing, state).forEach(f -> now.put(f.key().toString(), f));
            holding.entrySet()
                    .removeIf(held -> {
                        if (held.getValue().found().equals(now.get(held.getKey()))) {
                            return false;
                        }
                        end(held.getKey(), held.getValue(), knownAt);
                        return true;
                    });
            now.forEach((key, found) -> holding.putIfAbsent(key, new Row(found, knownAt)));
        }

        private void end(String key, Row row, long knownAt) {
            if (stored.remove(key)) {
                closed.put(key, knownAt);
                closedFrom.put(key, row.knownFrom());
            } else if (row.knownFrom() < knownAt) {
                ended.add(new Written(row, knownAt));
            }
        }
    }

    private final Connection connection;
    private final Map<Place, Page<?>> pages = new LinkedHashMap<>();
    private final Set<Page<?>> touched = new LinkedHashSet<>();

    Pages(Connection connection) {
        this.connection = connection;
    }

    /// Reads what is known of the places, all at once.
    void open(List<Docket<?>> dockets, Collection<Place> places) throws SQLException {
        var wanted = new LinkedHashSet<>(places);
        wanted.removeAll(pages.keySet());
        var names = Sql.array("text", wanted.stream().map(Place::docket).toList());
        var things = Sql.array("text", wanted.stream().map(Place::thing).toList());
        var states = new HashMap<Place, String>();
        Sql.list(
                connection,
                STATES,
                row ->
                        states.put(
                                        new Place(row.getString("docket"), row.getString("thing")),
                                        row.getString("state"))
                                == null,
                names,
                things);
        var byName = new HashMap<String, Docket<?>>();
        dockets.forEach(docket -> byName.put(docket.name(), docket));
        for (var place : wanted) {
            var docket = byName.get(place.docket());
            if (docket != null) {
                pages.put(place, page(docket, place.thing(), states.get(place)));
            }
        }
        for (var held : Sql.list(connection, HOLDING, HeldFinding::read, names, things)) {
            var page = pages.get(held.place());
            if (page != null) {
                var key = held.found().key().toString();
                page.holding.put(key, new Row(held.found(), held.knownFrom()));
                page.stored.add(key);
            }
        }
    }

    private static <S> Page<S> page(Docket<S> docket, String thing, @Nullable String saved) {
        var state = saved == null ? docket.initial() : JSON.readValue(saved, docket.state());
        return new Page<>(docket, thing, state);
    }

    /// A finding as it stands in the table.
    private record HeldFinding(Place place, Found found, long knownFrom) {
        static HeldFinding read(java.sql.ResultSet row) throws SQLException {
            return new HeldFinding(
                    new Place(row.getString("docket"), row.getString("thing")),
                    new Found(
                            AnomalyRule.valueOf(row.getString("rule")),
                            row.getString("subject"),
                            positions(row),
                            says(row),
                            row.getObject("due_on", LocalDate.class),
                            row.getString("unit")),
                    row.getLong("known_from"));
        }
    }

    static List<Long> positions(java.sql.ResultSet row) throws SQLException {
        return List.of((Long[]) row.getArray("evidence").getArray());
    }

    static Map<String, String> says(java.sql.ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("says"), new TypeReference<Map<String, String>>() {});
    }

    /// One more event about a thing.
    void evolve(Place place, Known known, World world) {
        var page = pages.get(place);
        if (page == null) {
            throw new IllegalStateException("not opened: " + place);
        }
        page.evolve(known, world);
        touched.add(page);
    }

    /// Every event known at that position is in: what is found holds from it on.
    void settle(long knownAt) {
        touched.forEach(page -> page.judge(knownAt));
        touched.clear();
    }

    /// Writes everything that changed.
    void write(Writes writes) throws SQLException {
        for (var page : pages.values()) {
            writes.add(SAVE, page.docket.name(), page.thing, JSON.writeValueAsString(page.state));
        }
        for (var page : pages.values()) {
            for (var closed : page.closed.entrySet()) {
                var from = page.closedFrom.get(closed.getKey());
                if (closed.getValue().equals(from)) {
                    writes.add(TAKE_BACK, closed.getKey(), from, page.docket.name(), page.thing);
                    continue;
                }
                writes.add(
                        CLOSE,
                        closed.getValue(),
                        closed.getKey(),
                        from,
                        page.docket.name(),
                        page.thing);
            }
        }
        for (var page : pages.values()) {
            for (var ended : page.ended) {
                write(writes, page, ended);
            }
            for (var held : page.holding.entrySet()) {
                if (!page.stored.contains(held.getKey())) {
                    write(writes, page, new Written(held.getValue(), null));
                }
            }
        }
    }

    private static void write(Writes writes, Page<?> page, Written written) throws SQLException {
        var found = written.row().found();
        writes.add(
                OPEN,
                found.key().toString(),
                written.row().knownFrom(),
                written.knownUntil(),
                page.docket.name(),
                page.thing,
                found.rule(),
                found.rule().severity().weight(),
                found.subject(),
                Sql.array("bigint", found.evidence()),
                JSON.writeValueAsString(new java.util.TreeMap<>(found.says())),
                found.dueOn(),
                found.unit());
    }
}

package vn.sovang.projection.anomaly;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import vn.sovang.event.AnomalyEvent;
import vn.sovang.event.AnomalyEvent.AnomalyExplained;
import vn.sovang.event.AnomalyEvent.ExplanationWithdrawn;
import vn.sovang.projection.anomaly.Pages.Place;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.readmodel.Writes;

/// Lets every docket follow the log and writes what it finds, from which position until which.
public final class AnomalyModel implements ReadModel {
    private static final String DDL =
            """
            create table docket (
                docket text collate "C" not null,
                thing text collate "C" not null,
                state text not null,
                primary key (docket, thing)
            );

            -- a finding holds from one position until before another; weight is its severity
            create table finding (
                key text collate "C" not null,
                known_from bigint not null,
                known_until bigint,
                docket text collate "C" not null,
                thing text collate "C" not null,
                rule text not null,
                weight smallint not null,
                subject text not null,
                evidence bigint[] not null,
                says text not null,
                due_on date,
                unit uuid,
                primary key (key, known_from, docket, thing)
            );
            create index finding_holding on finding (docket, thing) where known_until is null;
            create index finding_weight on finding (weight, key);

            create table explanation (
                key text collate "C" not null,
                known_from bigint not null,
                known_until bigint,
                position bigint not null,
                evidence bigint[] not null,
                reason text not null,
                by_user text not null,
                primary key (key, known_from)
            );
            """;

    private static final String WORLD = "select state from docket where docket = 'World'";

    private static final String SAVE_WORLD =
            """
            insert into docket (docket, thing, state)
            values ('World', '', ?)
            on conflict (docket, thing) do update
            set state = excluded.state
            """;

    private static final String END_EXPLANATION =
            """
            update explanation
            set known_until = ?
            where key = ? and known_until is null
            """;

    private static final String EXPLAIN =
            """
            insert into explanation (key, known_from, position, evidence, reason, by_user)
            values (?, ?, ?, ?, ?, ?)
            """;

    @Override
    public String name() {
        return "anomaly";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        var dockets = Dockets.ALL;
        var pages = new Pages(connection);
        var places = new ArrayList<List<Place>>();
        for (var known : events) {
            places.add(places(dockets, known));
        }
        var all = new LinkedHashSet<Place>();
        places.forEach(all::addAll);
        pages.open(dockets, all);
        var world = world(connection);
        try (Writes writes = new Writes(connection)) {
            for (int i = 0; i < events.size(); i++) {
                var known = events.get(i);
                if (i > 0 && events.get(i - 1).knownAt() != known.knownAt()) {
                    pages.settle(events.get(i - 1).knownAt());
                }
                world.evolve(known.fact());
                for (var place : places.get(i)) {
                    pages.evolve(place, known, world);
                }
                if (known.fact().event() instanceof AnomalyEvent said) {
                    write(writes, said, known);
                }
            }
            if (!events.isEmpty()) {
                pages.settle(events.getLast().knownAt());
            }
            pages.write(writes);
            if (world.changed()) {
                writes.add(SAVE_WORLD, Pages.JSON.writeValueAsString(world.saved()));
            }
        }
    }

    private static List<Place> places(List<Docket<?>> dockets, Known known) {
        var places = new ArrayList<Place>();
        for (var docket : dockets) {
            for (var thing : docket.things(known)) {
                places.add(new Place(docket.name(), thing));
            }
        }
        return places;
    }

    private static World world(Connection connection) throws SQLException {
        return Sql.first(connection, WORLD, row -> row.getString(1))
                .map(saved -> new World(Pages.JSON.readValue(saved, World.Saved.class)))
                .orElseGet(World::new);
    }

    private static void write(Writes writes, AnomalyEvent said, Known known) throws SQLException {
        var key = said.finding().toString();
        writes.add(END_EXPLANATION, known.knownAt(), key);
        switch (said) {
            case AnomalyExplained e ->
                    writes.add(
                            EXPLAIN,
                            key,
                            known.knownAt(),
                            known.position(),
                            Sql.array("bigint", e.evidence()),
                            e.reason(),
                            known.fact().by().user());
            case ExplanationWithdrawn _ -> {}
        }
    }
}

package vn.sovang.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.sovang.axon.PostgresEventStorageEngine;
import vn.sovang.event.Recorded;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.postgres.Tx;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Sql;

/// The first events of a log put into a read model's tables by batches of ours and by Axon's own
/// replay: same server, same store, same fold, same tables; the rows must be the same.
final class BesideAxon {
    static final List<String> COLUMNS =
            List.of(
                    "way",
                    "events",
                    "events/s",
                    "min",
                    "max",
                    "client CPU ms/event",
                    "database CPU ms/event",
                    "peak heap MB");

    private static final int BATCH = 5_000;

    /// For the compilers; not counted.
    private static final long WARM_UP = 3_000;

    private final Server server;
    private final FilledLedger filled;
    private final PostgresEventStorageEngine engine;
    private final long upTo;

    BesideAxon(Server server, FilledLedger filled, PostgresEventStorageEngine engine, long events) {
        this.server = server;
        this.filled = filled;
        this.engine = engine;
        this.upTo = Math.min(events, filled.events());
    }

    private record Took(double perSecond, double client, double database, double heap) {}

    /// Fills empty tables; answers how many nanoseconds that took.
    private interface Fill {
        long run(ReadModel model, HikariDataSource pool, long upTo) throws Exception;
    }

    private record Way(String name, Fill fill) {}

    /// Both ways in turns, another one first each round; compares the rows of every round.
    List<List<Object>> rows(ReadModel model, int rounds) throws Exception {
        var ways =
                List.of(
                        new Way("Sổ Vàng, %s in batches".formatted(model.name()), this::batches),
                        new Way(
                                "Axon 5.0.1, %s event by event".formatted(model.name()),
                                this::axon));
        Map<String, List<Took>> took = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            var sums = new HashSet<String>();
            for (int turn = 0; turn < ways.size(); turn++) {
                Way way = ways.get((turn + round + 1) % ways.size());
                long events = round < 0 ? Math.min(WARM_UP, upTo) : upTo;
                Took one = time(model, way.fill, events, sums);
                Progress.say("%s %,.0f/s".formatted(way.name, one.perSecond));
                if (round >= 0) {
                    took.computeIfAbsent(way.name, _ -> new ArrayList<>()).add(one);
                }
            }
            if (sums.size() != 1) {
                throw new IllegalStateException("not the same rows: " + sums);
            }
            Progress.say("the same rows: " + sums);
        }
        return ways.stream()
                .map(way -> row(way.name, took.getOrDefault(way.name, List.of())))
                .toList();
    }

    private List<Object> row(String name, List<Took> took) {
        var rates = Rounds.sorted(took, Took::perSecond);
        return List.of(
                name,
                upTo,
                Rounds.median(rates),
                rates.getFirst(),
                rates.getLast(),
                Rounds.median(Rounds.sorted(took, Took::client)),
                Rounds.median(Rounds.sorted(took, Took::database)),
                Rounds.median(Rounds.sorted(took, Took::heap)));
    }

    private Took time(ReadModel model, Fill fill, long events, Set<String> sums) throws Exception {
        String schema = "bench_" + model.name();
        try (var pool = pool(server.settings("filled"), schema)) {
            make(pool, model, schema);
            server.checkpoint();
            HeapPeak.reset();
            Cpu before = server.cpu();
            long filling = fill.run(model, pool, events);
            long began = System.nanoTime();
            tx(pool, connection -> Sql.run(connection, model.indexes()));
            double seconds = (filling + System.nanoTime() - began) / 1e9;
            Cpu used = server.cpu().since(before);
            sums.add(checksum(pool, schema));
            tx(pool, connection -> Sql.run(connection, "drop schema " + schema + " cascade"));
            return new Took(
                    events / seconds,
                    used.clientNanos() / 1e6 / events,
                    used.databaseNanos() < 0 ? Double.NaN : used.databaseNanos() / 1e6 / events,
                    HeapPeak.megabytes());
        }
    }

    /// Connections of the read models' role that see one schema.
    private static HikariDataSource pool(DatabaseSettings settings, String schema) {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.ledgerUrl());
        config.setUsername(settings.read().user());
        config.setPassword(settings.read().password());
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setConnectionInitSql("set time zone 'UTC'");
        config.addDataSourceProperty("currentSchema", schema);
        return new HikariDataSource(config);
    }

    private static void make(HikariDataSource pool, ReadModel model, String schema) {
        tx(
                pool,
                connection -> {
                    Sql.run(connection, "drop schema if exists " + schema + " cascade");
                    Sql.run(connection, "create schema " + schema);
                    Sql.run(connection, model.ddl());
                });
    }

    private long batches(ReadModel model, HikariDataSource pool, long last) {
        long began = System.nanoTime();
        var batch = new ArrayList<Recorded>();
        filled.ledger().feed().stream(
                0,
                last,
                event -> {
                    batch.add(event);
                    if (batch.size() == BATCH) {
                        apply(model, pool, batch);
                    }
                });
        apply(model, pool, batch);
        return System.nanoTime() - began;
    }

    private static void apply(ReadModel model, HikariDataSource pool, List<Recorded> batch) {
        var known = batch.stream().map(Known::of).toList();
        tx(pool, connection -> model.apply(known, connection));
        batch.clear();
    }

    private long axon(ReadModel model, HikariDataSource pool, long last) throws Exception {
        return new AxonReplay(model, pool, engine).run(last);
    }

    /// Statements without an answer, in one transaction.
    private interface Statements {
        void run(Connection connection) throws SQLException;
    }

    private static void tx(HikariDataSource pool, Statements statements) {
        new Tx(pool)
                .call(connection -> {
                    statements.run(connection);
                    return true;
                });
    }

    /// Of every table but the tokens'.
    private static String checksum(HikariDataSource pool, String schema) {
        return new Tx(pool)
                .call(connection -> {
                    var sums = new TreeSet<String>();
                    for (String table :
                            Sql.list(
                                    connection,
                                    """
                                    select table_name
                                    from information_schema.tables
                                    where table_schema = ? and lower(table_name) <> 'tokenentry'
                                    """,
                                    row -> row.getString(1),
                                    schema)) {
                        String sum =
                                """
                                select count(*) || ':'
                                    || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
                                from %s as t
                                """
                                        .formatted(table);
                        sums.add(
                                table
                                        + "="
                                        + Sql.first(connection, sum, row -> row.getString(1))
                                                .orElseThrow());
                    }
                    return String.join(" ", sums);
                });
    }
}

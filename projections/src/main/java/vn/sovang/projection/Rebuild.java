package vn.sovang.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.event.Recorded;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.postgres.Tx;
import vn.sovang.projection.Slots.At;
import vn.sovang.projection.Slots.Replaced;
import vn.sovang.projection.Slots.Slot;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Sql;

/// Builds a read model beside the live one, compares the two at one position and swaps them.
///
/// One rebuild of a model at a time, over all nodes. Readers that are in a query finish it on the
/// old tables, which are dropped in a transaction of its own.
final class Rebuild {
    private static final int BATCH = 2_000;

    private static final String TRY_LOCK =
            """
            select pg_try_advisory_lock(hashtextextended('read model ' || ?, 0))
            """;

    private static final String UNLOCK =
            """
            select pg_advisory_unlock(hashtextextended('read model ' || ?, 0))
            """;

    private static final String BEGIN =
            """
            insert into read_state.position (name, slot, version, position, node)
            values (?, 'next', ?, 0, '')
            on conflict (name, slot) do update
            set version = excluded.version, position = 0
            """;

    private static final String RETIRE =
            """
            delete from read_state.position
            where name = ? and slot = 'live'
            """;

    private static final String PROMOTE =
            """
            update read_state.position
            set slot = 'live', moved_at = now()
            where name = ? and slot = 'next'
            """;

    private static final String TABLES =
            """
            select table_name
            from information_schema.tables
            where table_schema = ?
            order by table_name
            """;

    /// The sum does not depend on the order of rows. It finds accidents, not forgeries.
    private static final String CHECKSUM =
            """
            select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
            from
            """;

    private final DataSource read;
    private final Tx tx;
    private final EventFeed feed;
    private final Slots slots;
    private final ReadModel model;

    Rebuild(DataSource read, EventFeed feed, Slots slots, ReadModel model) {
        this.read = read;
        this.tx = new Tx(read);
        this.feed = feed;
        this.slots = slots;
        this.model = model;
    }

    /// Rebuilds; empty if a rebuild of this model is running already, here or on another node.
    Optional<RebuildReport> run() {
        return locked(() -> Optional.of(build()));
    }

    /// Builds the tables if there are none of this version.
    ///
    /// @return false if another node is building them
    /// @throws Replaced if the live tables are of a newer version
    boolean ensureLive() {
        if (isLive()) {
            return true;
        }
        return locked(() -> isLive() ? Optional.empty() : Optional.of(build())).isPresent()
                || isLive();
    }

    private boolean isLive() {
        Optional<At> live = slots.look(model, Slot.LIVE);
        if (live.isPresent() && live.get().version() > model.version()) {
            throw new Replaced(model);
        }
        return live.isPresent() && live.get().version() == model.version();
    }

    private RebuildReport build() {
        long began = System.nanoTime();
        begin();
        long built = 0;
        for (long target = target(); target - built > BATCH || built == 0; target = target()) {
            if (target == 0) {
                break;
            }
            built = follow(built, target);
        }
        Compared compared = swap();
        dropOld();
        return new RebuildReport(
                model.name(),
                model.version(),
                compared.position,
                Duration.ofNanos(System.nanoTime() - began),
                compared.live == null || compared.live.equals(compared.rebuilt),
                compared.live == null ? "" : compared.live,
                compared.rebuilt);
    }

    private void begin() {
        tx.call(connection -> {
            String next = Slot.NEXT.schemaOf(model);
            Sql.run(connection, "drop schema if exists " + next + " cascade");
            Sql.run(connection, "create schema " + next);
            Slots.enter(connection, next);
            Sql.run(connection, ImportGate.DDL);
            Sql.run(connection, model.ddl());
            return Sql.update(connection, BEGIN, model.name(), model.version());
        });
    }

    /// Never beyond the live tables, so that both can be compared at one position.
    private long target() {
        return slots.look(model, Slot.LIVE)
                .filter(live -> live.version() == model.version())
                .map(At::position)
                .orElseGet(feed::head);
    }

    private long follow(long from, long target) {
        var batch = new ArrayList<Recorded>(BATCH);
        long[] built = {from};
        feed.stream(
                from,
                target,
                event -> {
                    batch.add(event);
                    if (batch.size() == BATCH) {
                        built[0] = advance(built[0], batch);
                    }
                });
        return batch.isEmpty() ? built[0] : advance(built[0], batch);
    }

    private long advance(long built, List<Recorded> batch) {
        long position = slots.advance(model, Slot.NEXT, built, batch);
        if (position != batch.getLast().position()) {
            throw new IllegalStateException("somebody else builds " + model.name());
        }
        batch.clear();
        return position;
    }

    private Compared swap() {
        return tx.call(connection -> {
            Optional<At> live = slots.look(model, Slot.LIVE);
            boolean comparable = live.isPresent() && live.get().version() == model.version();
            long target = comparable ? slots.lock(connection, model, Slot.LIVE) : 0;
            long position = slots.lock(connection, model, Slot.NEXT);
            while (position < target) {
                position = slots.apply(connection, model, Slot.NEXT, rest(position, target));
            }
            Compared compared =
                    new Compared(
                            position,
                            comparable ? checksum(connection, Slot.LIVE) : null,
                            checksum(connection, Slot.NEXT));
            rename(connection, live.isPresent());
            return compared;
        });
    }

    private List<Recorded> rest(long position, long target) {
        return feed.after(position, (int) Math.min(BATCH, target - position));
    }

    private void rename(Connection connection, boolean live) throws SQLException {
        String schema = Slot.LIVE.schemaOf(model);
        Sql.run(connection, "drop schema if exists " + schema + "_old cascade");
        if (live) {
            Sql.run(connection, "alter schema " + schema + " rename to " + schema + "_old");
        }
        Sql.run(connection, "alter schema " + Slot.NEXT.schemaOf(model) + " rename to " + schema);
        Sql.update(connection, RETIRE, model.name());
        Sql.update(connection, PROMOTE, model.name());
    }

    private void dropOld() {
        tx.call(connection -> {
            Sql.run(
                    connection,
                    "drop schema if exists %s_old cascade"
                            .formatted(LiveTables.schemaOf(model.name())));
            return true;
        });
    }

    private String checksum(Connection connection, Slot slot) throws SQLException {
        String schema = slot.schemaOf(model);
        var sums = new ArrayList<String>();
        for (String table : Sql.list(connection, TABLES, row -> row.getString(1), schema)) {
            sums.add(
                    table
                            + "="
                            + Sql.list(
                                            connection,
                                            CHECKSUM + schema + "." + table + " as t",
                                            row -> row.getString(1))
                                    .getFirst());
        }
        return String.join(" ", sums);
    }

    /// Runs the work while this session holds the model's advisory lock; empty if it cannot have
    /// it.
    private <T> Optional<T> locked(Work<T> work) {
        try (Connection session = read.getConnection()) {
            session.setAutoCommit(true);
            if (!ask(session, TRY_LOCK)) {
                return Optional.empty();
            }
            try {
                return work.locked();
            } finally {
                ask(session, UNLOCK);
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure("rebuild of " + model.name(), failure);
        }
    }

    private boolean ask(Connection session, String question) throws SQLException {
        return Sql.list(session, question, row -> row.getBoolean(1), model.name()).getFirst();
    }

    private interface Work<T> {
        Optional<T> locked();
    }

    /// Checksums of both at one position.
    private record Compared(long position, @Nullable String live, String rebuilt) {}
}

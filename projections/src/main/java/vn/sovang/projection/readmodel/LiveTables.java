package vn.sovang.projection.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.postgres.Tx;

/// The tables of one read model as readers see them: always a model of this version that has been
/// built up to where the log was.
///
/// Each rebuild makes tables in a schema of their own, a *generation*, and a swap only changes
/// which generation `read_state.position` names. A reader learns the generation and the position in
/// the first statement of a snapshot, so that whatever it reads belongs to one version at one
/// position, however many statements it takes and whoever swaps meanwhile. While it reads, a shared
/// advisory lock keeps its generation from being dropped.
public final class LiveTables {
    /// The schema's name cannot be a parameter of a statement; as a setting it can. A program of an
    /// older version finds its tables kept after a newer one has swapped.
    private static final String ENTER =
            """
            with mine as (
                select position, case generation when 1 then ? else ? || '_' || generation end
                    as schema
                from read_state.position
                where name = ? and version = ? and slot in ('live', 'old')
                order by slot
                limit 1)
            select position, set_config('search_path', schema, true) as schema,
                pg_advisory_xact_lock_shared(hashtextextended(schema, 0))
            from mine
            """;

    private static final String UNDEFINED_TABLE = "42P01";

    /// Twice swapped and dropped between a snapshot and its lock; hardly ever once.
    private static final int LOOKS = 3;

    private final Tx tx;
    private final String name;
    private final int version;
    private final Progress progress;

    public LiveTables(DataSource read, ReadModel model, Progress progress) {
        this.tx = new Tx(read);
        this.name = model.name();
        this.version = model.version();
        this.progress = progress;
    }

    /// Schema of one generation of a read model's tables; the first bears the plain name.
    public static String schemaOf(String name, int generation) {
        return generation == 1 ? "read_" + name : "read_" + name + "_" + generation;
    }

    /// Runs queries in one snapshot; table names need no schema.
    ///
    /// @throws NotBuiltYet while the tables are built for the first time
    public <T extends @Nullable Object> T query(Tx.Work<T> work) {
        return queryLive((connection, _) -> work.run(connection));
    }

    /// What a snapshot shows.
    ///
    /// @param schema of the generation whose tables are read
    /// @param position up to which they know the log
    public record Live(String schema, long position) {}

    /// Queries that have to know what they read.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Connection connection, Live live) throws SQLException;
    }

    /// Runs queries in one snapshot and tells which; table names need no schema.
    ///
    /// @throws NotBuiltYet while the tables are built for the first time
    public <T extends @Nullable Object> T queryLive(Work<T> work) {
        for (int look = 1; ; look++) {
            try {
                return tx.snapshot(connection -> {
                    var live = enter(connection).orElseThrow(() -> new NotBuiltYet(name));
                    return work.run(connection, live);
                });
            } catch (DatabaseFailure failure) {
                if (look == LOOKS || !failure.sqlState().equals(UNDEFINED_TABLE)) {
                    throw failure;
                }
            }
        }
    }

    /// Position up to which the tables know the log; −1 while they are built for the first time.
    public long position() {
        long position = tx.query(this::enter).map(Live::position).orElse(-1L);
        progress.advanceTo(position);
        return position;
    }

    /// Waits until the tables know the log up to the position.
    ///
    /// @return false when the time was up before
    public boolean await(long position, Duration timeout) {
        return progress.known() >= position
                || position() >= position
                || progress.await(position, timeout);
    }

    private Optional<Live> enter(Connection connection) throws SQLException {
        String first = schemaOf(name, 1);
        return Sql.first(
                connection,
                ENTER,
                row -> new Live(row.getString("schema"), row.getLong("position")),
                first,
                first,
                name,
                version);
    }
}

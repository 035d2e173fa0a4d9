package vn.sovang.projection.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.postgres.Tx;

/// The tables of one read model as readers see them: always a model of this version that has been
/// built up to where the log was.
public final class LiveTables {
    /// The schema's name cannot be a parameter of a statement; as a setting it can.
    private static final String ENTER =
            """
            select position, set_config('search_path', ?, true)
            from read_state.position
            where name = ? and slot = 'live' and version = ?
            """;

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

    /// Schema of the live tables of a read model.
    public static String schemaOf(String name) {
        return "read_" + name;
    }

    /// Runs queries in one transaction; table names need no schema.
    ///
    /// @throws NotBuiltYet while the tables are built for the first time
    public <T extends @Nullable Object> T query(Tx.Work<T> work) {
        return tx.query(connection -> {
            if (enter(connection) < 0) {
                throw new NotBuiltYet(name);
            }
            return work.run(connection);
        });
    }

    /// Position up to which the tables know the log; −1 while they are built for the first time.
    public long position() {
        long position = tx.query(this::enter);
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

    private long enter(Connection connection) throws SQLException {
        return Sql.first(connection, ENTER, row -> row.getLong(1), schemaOf(name), name, version)
                .orElse(-1L);
    }
}

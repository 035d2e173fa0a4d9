package vn.sovang.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.eventstore.Batch.NewEvent;
import vn.sovang.postgres.DatabaseFailure;

/// Writes one batch in one transaction, and finds out what became of it when the connection breaks.
///
/// Owned by the writer thread, and so is every field.
final class BatchWriter {
    /// How often a batch is tried when nothing of it was stored: the first failure is often a stale
    /// connection of the pool, the second a server that restarts its backends.
    private static final int MAX_TRIES = 3;

    /// How long to ask what became of a COMMIT. Longer than a server takes to restart after a crash
    /// of one backend, shorter than people wait for a page.
    static final Duration RESOLVE_PATIENCE = Duration.ofSeconds(15);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private static final String HASH_AT =
            """
            select leaf_hash
            from event
            where position = ?
            """;

    private final DataSource ledger;
    private final InstantSource clock;
    private final NodeKey key;
    private final HeadWatch head;
    private final Duration resolvePatience;
    private final RecentEvents recent = new RecentEvents();

    /// The head after this node's last commit; −1 when it is not known for certain. Another head
    /// means that another node has written, and `recent` lacks its events.
    private long expectedHead = -1;

    BatchWriter(
            DataSource ledger,
            InstantSource clock,
            NodeKey key,
            HeadWatch head,
            Duration resolvePatience) {
        this.ledger = ledger;
        this.clock = clock;
        this.key = key;
        this.head = head;
        this.resolvePatience = resolvePatience;
    }

    /// @return one outcome for each append, in their order
    /// @throws DatabaseFailure when nothing of the batch was stored
    /// @throws OutcomeUnknown when that cannot be said
    List<AppendOutcome> write(List<AppendRequest> appends) {
        for (int tries = 1; ; tries++) {
            Attempt attempt = new Attempt();
            try {
                attempt.run(appends);
                return committed(attempt.decided());
            } catch (SQLException failure) {
                expectedHead = -1;
                if (attempt.commitSent && isStored(attempt.decided(), failure)) {
                    return committed(attempt.decided());
                }
                if (tries == MAX_TRIES || !DatabaseFailure.isConnectionLost(failure)) {
                    throw new DatabaseFailure("append", failure);
                }
            }
        }
    }

    private List<AppendOutcome> committed(Batch batch) {
        expectedHead = batch.newHead();
        recent.add(batch.asRecent());
        head.advanceTo(batch.newHead());
        return batch.outcomes();
    }

    /// Whether the batch is in the log, although COMMIT was not answered.
    ///
    /// The log's lock is taken first: it is free once the old transaction has ended, whichever way,
    /// so the answer is final. All of a batch is stored or none; its last event tells.
    private boolean isStored(Batch batch, SQLException because) {
        long deadline = System.nanoTime() + resolvePatience.toNanos();
        while (true) {
            try (Connection connection = ledger.getConnection()) {
                connection.setAutoCommit(false);
                LogHead now = LogHead.lock(connection);
                boolean stored =
                        now.position() >= batch.newHead()
                                && isStored(connection, batch.events().getLast());
                connection.rollback();
                return stored;
            } catch (SQLException stillDown) {
                because.addSuppressed(stillDown);
                if (System.nanoTime() > deadline) {
                    throw new OutcomeUnknown("the database did not answer after COMMIT", because);
                }
                LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
            }
        }
    }

    private static boolean isStored(Connection connection, NewEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HASH_AT)) {
            statement.setLong(1, event.position());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && Arrays.equals(row.getBytes(1), event.hash());
            }
        }
    }

    /// One transaction.
    private final class Attempt {
        /// From here on a failure does not mean that nothing was stored.
        private boolean commitSent;

        private @Nullable Batch batch;

        void run(List<AppendRequest> appends) throws SQLException {
            try (Connection connection = ledger.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    decideAndInsert(connection, appends);
                    if (decided().events().isEmpty()) {
                        connection.rollback();
                    } else {
                        commit(connection);
                    }
                } catch (SQLException | RuntimeException | Error failure) {
                    rollback(connection, failure);
                    throw failure;
                }
            }
        }

        Batch decided() {
            if (batch == null) {
                throw new IllegalStateException("the batch was not decided");
            }
            return batch;
        }

        private void decideAndInsert(Connection connection, List<AppendRequest> appends)
                throws SQLException {
            LogHead now = LogHead.lock(connection);
            if (now.position() != expectedHead) {
                recent.restartAt(now.position());
                expectedHead = now.position();
            }
            batch = Batch.decide(connection, appends, now, recent, clock.instant());
            if (!batch.events().isEmpty()) {
                BatchInsert.insert(connection, batch, key);
            }
        }

        /// PostgreSQL answers a COMMIT whose wait for the standby was cancelled with success and a
        /// warning: the events are here, but would be lost with this server.
        private void commit(Connection connection) throws SQLException {
            connection.clearWarnings();
            commitSent = true;
            connection.commit();
            SQLWarning warning = connection.getWarnings();
            if (warning != null) {
                expectedHead = -1;
                throw new OutcomeUnknown("committed, but perhaps not on the standby", warning);
            }
        }

        private static void rollback(Connection connection, Throwable because) {
            try {
                connection.rollback();
            } catch (SQLException alsoFailed) {
                because.addSuppressed(alsoFailed);
            }
        }
    }
}

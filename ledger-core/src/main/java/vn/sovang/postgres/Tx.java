package vn.sovang.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Transactions on one data source: the only place where commit and rollback are written.
///
/// A transaction is READ COMMITTED, PostgreSQL's own default. [Work] must not commit, roll back or
/// keep the connection.
public final class Tx {
    private final DataSource source;

    public Tx(DataSource source) {
        this.source = source;
    }

    /// Runs the work in one transaction and commits it; any exception rolls it back.
    ///
    /// @throws DatabaseFailure when PostgreSQL refuses, or when the connection breaks; in the
    ///   second case during COMMIT the outcome is unknown to the caller
    public <T extends @Nullable Object> T call(Work<T> work) {
        return run(work, false);
    }

    /// Runs the work in a transaction in which PostgreSQL refuses every change.
    public <T extends @Nullable Object> T query(Work<T> work) {
        return run(work, true);
    }

    /// As [#query(Work)], but every statement of the work sees the database as it was at the first.
    public <T extends @Nullable Object> T snapshot(Work<T> work) {
        return query(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return work.run(connection);
        });
    }

    private <T extends @Nullable Object> T run(Work<T> work, boolean readOnly) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(readOnly);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                rollback(connection, failure);
                throw failure;
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure("database", failure);
        }
    }

    private static void rollback(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    /// What happens inside a transaction.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Connection connection) throws SQLException;
    }
}

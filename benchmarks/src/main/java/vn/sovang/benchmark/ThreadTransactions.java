package vn.sovang.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/// One transaction a unit of work, on its thread, for handlers and token store alike: what Spring's
/// transactions would do, without Spring.
final class ThreadTransactions implements TransactionManager, ConnectionProvider {
    private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

    private final DataSource source;

    ThreadTransactions(DataSource source) {
        this.source = source;
    }

    @Override
    public boolean requiresSameThreadInvocations() {
        return true;
    }

    @Override
    public Transaction startTransaction() {
        try {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            CURRENT.set(connection);
            return new Transaction() {
                @Override
                public void commit() {
                    end(connection, true);
                }

                @Override
                public void rollback() {
                    end(connection, false);
                }
            };
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void end(Connection connection, boolean commit) {
        CURRENT.remove();
        try (connection) {
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The transaction's connection.
    Connection here() {
        Connection connection = CURRENT.get();
        if (connection == null) {
            throw new IllegalStateException("no transaction on this thread");
        }
        return connection;
    }

    /// For the token store, which commits and closes what it is given.
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = CURRENT.get();
        return connection == null ? source.getConnection() : kept(connection);
    }

    private static Connection kept(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        ThreadTransactions.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("close")
                                    || method.getName().equals("commit")) {
                                return null;
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        });
    }
}

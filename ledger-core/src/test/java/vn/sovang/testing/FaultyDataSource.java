package vn.sovang.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A data source whose connections break at the n-th call that goes to the server. Used by one
/// thread.
public final class FaultyDataSource implements DataSource {
    /// Calls that send something; the others only touch the driver's own state.
    private static final Set<String> SENDING =
            Set.of("execute", "executeQuery", "executeUpdate", "commit");

    private final DataSource target;
    private int calls;
    private int first = Integer.MAX_VALUE;
    private int last;
    private boolean fromCommit;
    private boolean broken;
    private Fault fault = Fault.BEFORE;

    /// Whether PostgreSQL still did what the broken call asked for.
    public enum Fault {
        BEFORE,
        AFTER
    }

    public FaultyDataSource(DataSource target) {
        this.target = target;
    }

    /// Breaks once, at this call counted from now.
    public void breakAt(int call, Fault kind) {
        heal();
        first = call;
        last = call;
        fault = kind;
    }

    /// Breaks at this call and at every one after it.
    public void breakFrom(int call, Fault kind) {
        breakAt(call, kind);
        last = Integer.MAX_VALUE;
    }

    /// Carries the next COMMIT out, gives no answer, and is down from then on.
    public void breakFromCommit() {
        breakFrom(Integer.MAX_VALUE, Fault.AFTER);
        fromCommit = true;
    }

    public void heal() {
        calls = 0;
        first = Integer.MAX_VALUE;
        last = 0;
        fromCommit = false;
        broken = false;
    }

    /// Whether a call was broken since the last instruction.
    public boolean hasBroken() {
        return broken;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return wrap(Connection.class, target.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return wrap(Connection.class, target.getConnection(user, password));
    }

    private <T> T wrap(Class<T> type, T wrapped) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> call(wrapped, method, arguments)));
    }

    private @Nullable Object call(
            Object wrapped, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        boolean breaks = SENDING.contains(method.getName()) && isDue(method.getName());
        if (breaks && fault == Fault.BEFORE) {
            throw lost();
        }
        try {
            Object result = method.invoke(wrapped, arguments);
            if (breaks) {
                throw lost();
            }
            return switch (result) {
                case PreparedStatement statement -> wrap(PreparedStatement.class, statement);
                case Statement statement -> wrap(Statement.class, statement);
                case null, default -> result;
            };
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private boolean isDue(String name) {
        calls++;
        if (fromCommit && name.equals("commit")) {
            first = calls;
        }
        boolean due = calls >= first && calls <= last;
        broken |= due;
        return due;
    }

    private static SQLException lost() {
        return new SQLException("the connection broke (injected)", "08006");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return target.isWrapperFor(type);
    }
}

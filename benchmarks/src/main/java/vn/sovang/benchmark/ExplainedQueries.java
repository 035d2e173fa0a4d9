package vn.sovang.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A data source that has PostgreSQL explain every query, with its own parameters and in its own
/// snapshot, before it answers it: the plans are of the queries the program really sends.
final class ExplainedQueries {
    private static final String EXPLAIN = "explain (analyze, buffers, costs off) ";

    /// Which position the tables know; asked before every query.
    private static final String OF_NO_INTEREST = "read_state.";

    private final DataSource source;
    private final List<String> plans = new ArrayList<>();

    ExplainedQueries(DataSource source) {
        this.source = source;
    }

    /// The queries and plans since the last time this was asked, one text each.
    List<String> taken() {
        var taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    DataSource source() {
        return proxy(
                DataSource.class,
                (method, arguments) -> {
                    Object answer = call(source, method, arguments);
                    return answer instanceof Connection connection ? watched(connection) : answer;
                });
    }

    private Connection watched(Connection connection) {
        return proxy(
                Connection.class,
                (method, arguments) -> {
                    Object answer = call(connection, method, arguments);
                    return answer instanceof PreparedStatement statement
                                    && arguments != null
                                    && arguments[0] instanceof String sql
                                    && !sql.contains(OF_NO_INTEREST)
                            ? watched(statement, sql)
                            : answer;
                });
    }

    private PreparedStatement watched(PreparedStatement statement, String sql) {
        var parameters = new TreeMap<Integer, @Nullable Object>();
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> {
                    if (method.getName().equals("setObject") && arguments != null) {
                        parameters.put((Integer) arguments[0], arguments[1]);
                    } else if (method.getName().equals("executeQuery")) {
                        explain(statement.getConnection(), sql, parameters);
                    }
                    return call(statement, method, arguments);
                });
    }

    private void explain(
            Connection connection, String sql, Map<Integer, @Nullable Object> parameters)
            throws SQLException {
        var plan = new StringBuilder(sql.strip()).append('\n');
        try (PreparedStatement explain = connection.prepareStatement(EXPLAIN + sql)) {
            for (var parameter : parameters.entrySet()) {
                explain.setObject(parameter.getKey(), parameter.getValue());
            }
            try (ResultSet lines = explain.executeQuery()) {
                while (lines.next()) {
                    plan.append("    ").append(lines.getString(1)).append('\n');
                }
            }
        }
        plans.add(plan.toString());
    }

    /// What a watched object does when it is called.
    private interface Handler {
        @Nullable Object handle(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        ExplainedQueries.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> handler.handle(method, arguments)));
    }

    private static @Nullable Object call(Object on, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}

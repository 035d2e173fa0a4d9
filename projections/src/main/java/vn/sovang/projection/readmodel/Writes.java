package vn.sovang.projection.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Changes in order; neighbours with the same statement travel together. Confined to one thread and
/// one transaction; [#close] sends what is left.
public final class Writes implements AutoCloseable {
    /// Beyond this a batch gains nothing and holds memory.
    private static final int MAX_TOGETHER = 1_000;

    private final Connection connection;
    private @Nullable PreparedStatement statement;
    private String sql = "";
    private int waiting;

    public Writes(Connection connection) {
        this.connection = connection;
    }

    /// Queues one change.
    public void add(String text, @Nullable Object... parameters) throws SQLException {
        if (statement == null || !sql.equals(text) || waiting == MAX_TOGETHER) {
            close();
            statement = connection.prepareStatement(text);
            sql = text;
        }
        Sql.bind(statement, parameters);
        statement.addBatch();
        waiting++;
    }

    @Override
    public void close() throws SQLException {
        PreparedStatement last = statement;
        statement = null;
        waiting = 0;
        if (last != null) {
            try (last) {
                last.executeBatch();
            }
        }
    }
}

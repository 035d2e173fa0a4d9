package vn.sovang.projection.readmodel;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Changes in order; neighbours with the same statement travel together. A plain `insert into t (a,
/// b) values (?, ?)` travels as COPY, which costs PostgreSQL a third. Confined to one thread and
/// one transaction; [#close] sends what is left.
public final class Writes implements AutoCloseable {
    /// Beyond this a batch gains nothing and holds memory.
    private static final int MAX_TOGETHER = 5_000;

    /// Below this COPY's own round trips cost more than it saves.
    private static final int WORTH_COPYING = 20;

    private static final Pattern PLAIN_INSERT =
            Pattern.compile(
                    "\\s*insert into (\\w+)\\s*\\(([\\w\\s,]+)\\)\\s*values\\s*\\([?\\s,]+\\)\\s*");

    /// The COPY of each insert there is; empty for statements that are more than that.
    private static final Map<String, Optional<String>> COPIES = new ConcurrentHashMap<>();

    private final Connection connection;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();
    private String sql = "";

    public Writes(Connection connection) {
        this.connection = connection;
    }

    /// Queues one change.
    public void add(String text, @Nullable Object... parameters) throws SQLException {
        if (!sql.equals(text) || waiting.size() == MAX_TOGETHER) {
            close();
            sql = text;
        }
        waiting.add(parameters);
    }

    @Override
    public void close() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        var copy = COPIES.computeIfAbsent(sql, Writes::copyOf);
        String rows = copy.isPresent() && waiting.size() >= WORTH_COPYING ? rows() : null;
        if (rows != null) {
            copy(copy.orElseThrow(), rows);
        } else {
            execute();
        }
        waiting.clear();
    }

    private static Optional<String> copyOf(String insert) {
        var plain = PLAIN_INSERT.matcher(insert);
        return plain.matches()
                ? Optional.of("copy %s (%s) from stdin".formatted(plain.group(1), plain.group(2)))
                : Optional.empty();
    }

    /// Null if a value can only travel as a parameter.
    private @Nullable String rows() {
        var rows = new StringBuilder(waiting.size() * 200);
        for (@Nullable Object[] parameters : waiting) {
            for (int i = 0; i < parameters.length; i++) {
                String value = Sql.copied(parameters[i]);
                if (value == null) {
                    return null;
                }
                rows.append(i == 0 ? "" : "\t").append(value);
            }
            rows.append('\n');
        }
        return rows.toString();
    }

    private void copy(String copy, String rows) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(rows));
        } catch (IOException broken) {
            throw new SQLException("COPY was cut off", "08006", broken);
        }
    }

    private void execute() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] parameters : waiting) {
                Sql.bind(statement, parameters);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}

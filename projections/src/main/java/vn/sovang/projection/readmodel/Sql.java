package vn.sovang.projection.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.Sealed;

/// Statements with parameters, and how values of the domain become columns: identities as `uuid`,
/// enums and codes as `text`, instants as `timestamptz`, sealed fields as one `text`.
public final class Sql {
    private static final String SEPARATOR = "|";

    /// Rows of [#each] in memory.
    private static final int FETCHED = 1_000;

    private Sql() {}

    /// Every row the statement gives.
    public static <T> List<T> list(
            Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            var rows = new ArrayList<T>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.read(result));
                }
            }
            return rows;
        }
    }

    /// Gives every row to a consumer; few of them are in memory at a time.
    public static <T> void each(
            Connection connection,
            String sql,
            Row<T> row,
            Consumer<T> consumer,
            @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    consumer.accept(row.read(result));
                }
            }
        }
    }

    /// The first row, if there is one.
    public static <T> Optional<T> first(
            Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        return list(connection, sql, row, parameters).stream().findFirst();
    }

    /// Changes rows; says how many.
    public static int update(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /// Runs a script of statements without parameters.
    public static void run(Connection connection, String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, column(statement, parameters[i]));
        }
    }

    private static @Nullable Object column(PreparedStatement statement, @Nullable Object value)
            throws SQLException {
        return switch (value) {
            case null -> null;
            case Id id -> id.value();
            case AwardCode code -> code.value();
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Sealed sealed -> write(sealed);
            case Array array -> statement.getConnection().createArrayOf(array.type, array.of());
            default -> value;
        };
    }

    /// A value as COPY reads it; null for one that only a parameter can carry.
    static @Nullable String copied(@Nullable Object value) {
        return switch (value) {
            case null -> "\\N";
            case String text -> escaped(text);
            case Id id -> id.value().toString();
            case AwardCode code -> escaped(code.value());
            case Enum<?> constant -> constant.name();
            case Sealed sealed -> escaped(write(sealed));
            case byte[] bytes -> "\\\\x" + HexFormat.of().formatHex(bytes);
            case Boolean _, Number _, UUID _, LocalDate _, Instant _ -> value.toString();
            default -> null;
        };
    }

    private static String escaped(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            String instead =
                    switch (text.charAt(i)) {
                        case '\\' -> "\\\\";
                        case '\n' -> "\\n";
                        case '\r' -> "\\r";
                        case '\t' -> "\\t";
                        default -> null;
                    };
            if (instead != null && escaped == null) {
                escaped = new StringBuilder(text.length() + 8).append(text, 0, i);
            }
            if (escaped != null) {
                if (instead == null) {
                    escaped.append(text.charAt(i));
                } else {
                    escaped.append(instead);
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    /// An array parameter.
    ///
    /// @param type element type of PostgreSQL, such as `uuid`
    public static Array array(String type, List<?> elements) {
        return new Array(type, elements);
    }

    /// Elements of an array column as text.
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        java.sql.@Nullable Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, java.time.OffsetDateTime.class).toInstant();
    }

    /// A column that may be empty, read by a function that may not.
    public static <S, T> @Nullable T optional(
            @Nullable S column, java.util.function.Function<S, T> read) {
        return column == null ? null : read.apply(column);
    }

    /// Base64 and identifiers hold no `|`.
    static String write(Sealed sealed) {
        return String.join(
                SEPARATOR,
                sealed.sealId().toString(),
                sealed.subject().toString(),
                sealed.field(),
                sealed.box(),
                sealed.keyCommitment());
    }

    /// A sealed field as written by a parameter of its type.
    public static Sealed sealed(String column) {
        String[] parts = column.split("\\|", -1);
        return new Sealed(
                UUID.fromString(parts[0]), UUID.fromString(parts[1]), parts[2], parts[3], parts[4]);
    }

    /// Reads one row.
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// See [#array].
    public static final class Array {
        private final String type;
        private final List<?> elements;

        private Array(String type, List<?> elements) {
            this.type = type;
            this.elements = elements;
        }

        private @Nullable Object[] of() {
            return elements.stream().map(Array::element).toArray();
        }

        private static @Nullable Object element(@Nullable Object element) {
            return switch (element) {
                case null -> null;
                case Id id -> id.value();
                case Enum<?> constant -> constant.name();
                case LocalDate day -> java.sql.Date.valueOf(day);
                default -> element;
            };
        }
    }
}

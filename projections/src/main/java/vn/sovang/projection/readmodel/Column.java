package vn.sovang.projection.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of a [VersionedTable] and the type its values have in the program.
///
/// @param <T> type of its values; any of them may be absent
public final class Column<T> {
    final String name;
    final Type type;
    final int place;
    private final Function<T, Object> write;
    private final Read<T> read;

    Column(String name, Type type, int place, Function<T, Object> write, Read<T> read) {
        this.name = name;
        this.type = type;
        this.place = place;
        this.write = write;
        this.read = read;
    }

    public String name() {
        return name;
    }

    /// What the values are, for people's words: the name of an enumeration or of a kind of
    /// identity, such as `AwardStatus` or `UnitId`, or else one of `text`, `number`, `day`,
    /// `instant`, `flag` and `sealed`.
    public String holds() {
        return type.holds();
    }

    @Nullable T read(ResultSet row) throws SQLException {
        return read.read(row, name);
    }

    /// The value as PostgreSQL knows it: a UUID, a number, a day, a text, a list of texts or UUIDs.
    @Nullable Object stored(Row row) {
        T value = row.get(this);
        return value == null ? null : write.apply(value);
    }

    /// The value in a row as people compare it; a sealed value stays sealed.
    public @Nullable String text(Row row) {
        T value = row.get(this);
        return switch (value) {
            case null -> null;
            case vn.sovang.vocabulary.Sealed sealed -> sealed.sealId().toString();
            case java.util.List<?> list when list.isEmpty() -> null;
            case java.util.List<?> list ->
                    String.join(", ", list.stream().map(Objects::toString).toList());
            default -> write.apply(value).toString();
        };
    }

    @Override
    public String toString() {
        return name;
    }

    /// @param sql the type in PostgreSQL
    /// @param holds see [Column#holds]
    record Type(String sql, String holds) {}

    /// Reads a column by its name.
    @FunctionalInterface
    interface Read<T> {
        @Nullable T read(ResultSet row, String name) throws SQLException;
    }
}

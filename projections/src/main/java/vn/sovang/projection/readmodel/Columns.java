package vn.sovang.projection.readmodel;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.Sealed;

/// Declares the columns of one [VersionedTable], in order.
public final class Columns {
    private final List<Column<?>> columns = new ArrayList<>();

    public <I extends Id> Column<I> id(String name, Function<UUID, I> make) {
        return add(
                name,
                new Column.Type("uuid", kind(make)),
                Id::value,
                (row, n) -> Sql.optional(Sql.uuid(row, n), make));
    }

    public Column<String> text(String name) {
        return add(name, new Column.Type("text", "text"), t -> t, ResultSet::getString);
    }

    public Column<AwardCode> code(String name) {
        return add(
                name,
                new Column.Type("text", AwardCode.class.getSimpleName()),
                AwardCode::value,
                (row, n) -> Sql.optional(row.getString(n), AwardCode::new));
    }

    public <E extends Enum<E>> Column<E> constant(String name, Class<E> type) {
        return add(
                name,
                new Column.Type("text", type.getSimpleName()),
                Enum::name,
                (row, n) -> Sql.optional(row.getString(n), c -> Enum.valueOf(type, c)));
    }

    public Column<LocalDate> day(String name) {
        return add(
                name,
                new Column.Type("date", "day"),
                d -> d,
                (row, n) -> row.getObject(n, LocalDate.class));
    }

    public Column<Integer> count(String name) {
        return add(
                name,
                new Column.Type("int", "number"),
                c -> c,
                (row, n) -> row.getObject(n, Integer.class));
    }

    public Column<Long> number(String name) {
        return add(
                name,
                new Column.Type("bigint", "number"),
                c -> c,
                (row, n) -> row.getObject(n, Long.class));
    }

    public Column<Boolean> flag(String name) {
        return add(
                name,
                new Column.Type("boolean", "flag"),
                f -> f,
                (row, n) -> row.getObject(n, Boolean.class));
    }

    public Column<Instant> instant(String name) {
        return add(name, new Column.Type("timestamptz", "instant"), i -> i, Sql::instant);
    }

    public Column<Sealed> sealed(String name) {
        return add(
                name,
                new Column.Type("text", "sealed"),
                Sql::write,
                (row, n) -> Sql.optional(row.getString(n), Sql::sealed));
    }

    /// Texts; never absent.
    public Column<List<String>> texts(String name) {
        return add(name, new Column.Type("text[]", "text"), List::copyOf, Sql::texts);
    }

    /// Identities; never absent.
    public <I extends Id> Column<List<I>> ids(String name, Function<UUID, I> make) {
        return add(
                name,
                new Column.Type("uuid[]", kind(make)),
                list -> list.stream().map(Id::value).toList(),
                (row, n) -> uuids(row, n).stream().map(make).toList());
    }

    private static String kind(Function<UUID, ?> make) {
        return make.apply(new UUID(0, 0)).getClass().getSimpleName();
    }

    private static List<UUID> uuids(ResultSet row, String name) throws SQLException {
        @Nullable Array array = row.getArray(name);
        return array == null ? List.of() : Arrays.asList((UUID[]) array.getArray());
    }

    private <T> Column<T> add(
            String name, Column.Type type, Function<T, Object> write, Column.Read<T> read) {
        var column = new Column<>(name, type, columns.size(), write, read);
        columns.add(column);
        return column;
    }

    /// The table of these columns.
    public VersionedTable table(String name, Column<?> key) {
        return new VersionedTable(name, key, columns);
    }
}

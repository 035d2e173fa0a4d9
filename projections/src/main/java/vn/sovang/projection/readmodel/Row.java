package vn.sovang.projection.readmodel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One state of one row of a [VersionedTable]; immutable.
public final class Row {
    private final @Nullable Object[] values;

    Row(@Nullable Object[] values) {
        this.values = values;
    }

    /// The value of a column of this row's table.
    @SuppressWarnings("unchecked") // a value enters only through its own column
    public <T> @Nullable T get(Column<T> column) {
        return (T) values[column.place];
    }

    /// A value that every row has.
    ///
    /// @throws IllegalStateException if this one has not
    public <T> T need(Column<T> column) {
        T value = get(column);
        if (value == null) {
            throw new IllegalStateException("no " + column + " in " + Arrays.toString(values));
        }
        return value;
    }

    /// A change of this row, which stays as it is.
    public Draft edit() {
        return new Draft(values.clone());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }

    /// A row in the making.
    public static final class Draft {
        private final @Nullable Object[] values;

        Draft(@Nullable Object[] values) {
            this.values = values;
        }

        public <T> Draft set(Column<T> column, @Nullable T value) {
            values[column.place] = value;
            return this;
        }

        public Row row() {
            return new Row(values.clone());
        }
    }
}

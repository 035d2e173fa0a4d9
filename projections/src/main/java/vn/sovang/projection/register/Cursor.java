package vn.sovang.projection.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a page ended: day and position of its last row. Lists go from the newest to the oldest.
record Cursor(LocalDate day, long position) {
    /// Before every row.
    private static final Cursor START = new Cursor(LocalDate.of(9999, 12, 31), Long.MAX_VALUE);

    static Cursor parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        try {
            int dot = text.indexOf('.');
            return new Cursor(
                    LocalDate.parse(text.substring(0, Math.max(dot, 0))),
                    Long.parseLong(text.substring(dot + 1)));
        } catch (DateTimeException | NumberFormatException none) {
            throw new IllegalArgumentException("not a cursor: " + text, none);
        }
    }

    /// How many rows to ask for: one more than wanted tells whether there is a next page.
    static int rows(int limit) {
        return Math.clamp(limit, 1, Register.MAX_PAGE) + 1;
    }

    static <T> Page<T> page(List<T> rows, int limit, Function<T, Cursor> end) {
        int wanted = rows(limit) - 1;
        if (rows.size() <= wanted) {
            return new Page<>(rows, null);
        }
        var page = rows.subList(0, wanted);
        return new Page<>(page, end.apply(page.getLast()).toString());
    }

    @Override
    public String toString() {
        return day + "." + position;
    }
}

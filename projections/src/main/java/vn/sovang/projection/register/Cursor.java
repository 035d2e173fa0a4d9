package vn.sovang.projection.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/// Where a page ended: day and position of its last row, and the position at which the list is
/// read. Lists go from the newest to the oldest.
///
/// @param known at which the list is read, on every page
record Cursor(LocalDate day, long position, long known) {
    /// Before every row.
    static final Cursor START = new Cursor(LocalDate.of(9999, 12, 31), Long.MAX_VALUE, 0);

    static Cursor parse(String text) {
        String[] parts = text.split("\\.", -1);
        try {
            if (parts.length != 3) {
                throw new NumberFormatException(text);
            }
            long known = Long.parseLong(parts[2]);
            if (known < 0 || known >= Long.MAX_VALUE) {
                throw new NumberFormatException(text);
            }
            return new Cursor(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), known);
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
        return day + "." + position + "." + known;
    }
}

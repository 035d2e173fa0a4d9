package vn.sovang.projection.register;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a page of a list ended that goes by the order of the log: several things may have come
/// into it with one event. Lists go from the newest to the oldest.
///
/// @param known position at which the list is read, on every page
public record Mark(long position, UUID id, long known) {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /// Before every row of a list read at a position: nothing that came later is known at it.
    static Mark start(long known) {
        return new Mark(known + 1, BEFORE_ALL, known);
    }

    /// @throws IllegalArgumentException if the cursor is none of ours
    public static Mark parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3 || parts[1].length() != BEFORE_ALL.toString().length()) {
            throw new IllegalArgumentException("not a cursor: " + text);
        }
        var mark =
                new Mark(
                        Long.parseLong(parts[0]),
                        UUID.fromString(parts[1]),
                        Long.parseLong(parts[2]));
        if (mark.known < 0 || mark.known >= Long.MAX_VALUE) {
            throw new IllegalArgumentException("not a cursor: " + text);
        }
        return mark;
    }

    /// A page of the rows read, one more than wanted where there is a next page.
    public static <T> Page<T> page(List<T> rows, int limit, Function<T, Mark> end) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var page = rows.subList(0, limit);
        return new Page<>(page, end.apply(page.getLast()).toString());
    }

    /// The mark of a cursor, or that before every row.
    public static Mark of(@Nullable String cursor, long known) {
        return cursor == null ? start(known) : parse(cursor);
    }

    @Override
    public String toString() {
        return position + "." + id + "." + known;
    }
}

package vn.sovang.projection.statistics;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A page of the events behind a figure, by position.
///
/// @param next where the next page begins; null at the end
public record TracePage(List<CountedEvent> events, @Nullable Cursor next) {
    public static final int MAX = 500;

    public TracePage {
        events = List.copyOf(events);
    }

    /// The last event seen.
    public record Cursor(long position, int part) {
        public static final Cursor START = new Cursor(0, 0);

        private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,18})-([0-9]{1,4})");

        /// @throws IllegalArgumentException for what [#toString()] did not write
        public static Cursor parse(String text) {
            var matcher = SYNTAX.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a cursor: " + text);
            }
            return new Cursor(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }

        @Override
        public String toString() {
            return position + "-" + part;
        }
    }
}

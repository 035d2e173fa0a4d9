package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A series of numbers that an office gives out one after the other in a year, as far as papers are
/// known.
final class Numbers {
    private static final Pattern WRITTEN = Pattern.compile("0*(\\d{1,9})\\s*/\\s*(\\S.*)");

    private Numbers() {}

    /// A number and its symbol.
    record Parsed(int number, String symbol) {}

    /// One paper of a series.
    record Entry(int number, LocalDate day, String id, long position, String written) {}

    /// A paper that is out of order, and its neighbours by number.
    record OutOfOrder(Entry entry, @Nullable Entry before, @Nullable Entry after) {}

    /// Reads `125/QĐ-UBND`; null for what follows no such pattern, which no rule can judge.
    static @Nullable Parsed parse(String written) {
        var matcher = WRITTEN.matcher(written.strip());
        return matcher.matches()
                ? new Parsed(Integer.parseInt(matcher.group(1)), matcher.group(2).replace(" ", ""))
                : null;
    }

    /// The fewest papers without which numbers and days go up together; of several ways to choose
    /// them the one that leaves the earlier papers in place.
    static List<OutOfOrder> outOfOrder(List<Entry> papers) {
        var sorted = new ArrayList<>(papers);
        sorted.sort(
                Comparator.comparing(Entry::day)
                        .thenComparingInt(Entry::number)
                        .thenComparing(Entry::id));
        var kept = longestRise(sorted);
        var out = new ArrayList<OutOfOrder>();
        for (var entry : sorted) {
            if (!kept.contains(entry)) {
                out.add(new OutOfOrder(entry, last(kept, entry), first(kept, entry)));
            }
        }
        return out;
    }

    /// Longest sequence whose numbers never fall. Looked for from the end, so that of two as long
    /// the one with the earlier papers is found.
    private static List<Entry> longestRise(List<Entry> entries) {
        var sorted = entries.reversed();
        int n = sorted.size();
        int[] tails = new int[n];
        int[] before = new int[n];
        int length = 0;
        for (int i = 0; i < n; i++) {
            int at = 0;
            int high = length;
            while (at < high) {
                int middle = (at + high) >>> 1;
                if (sorted.get(tails[middle]).number() >= sorted.get(i).number()) {
                    at = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = at == 0 ? -1 : tails[at - 1];
            tails[at] = i;
            length = Math.max(length, at + 1);
        }
        var kept = new Entry[length];
        int at = length == 0 ? -1 : tails[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            kept[i] = sorted.get(at);
            at = before[at];
        }
        return Arrays.asList(kept).reversed();
    }

    private static @Nullable Entry last(List<Entry> kept, Entry entry) {
        return kept.stream()
                .filter(k -> !k.day().isAfter(entry.day()))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private static @Nullable Entry first(List<Entry> kept, Entry entry) {
        return kept.stream().filter(k -> k.day().isAfter(entry.day())).findFirst().orElse(null);
    }
}

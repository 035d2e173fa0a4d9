package vn.sovang.api.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// What became of the figures of a draft since its words were saved, figure by figure as a report
/// tells them; by which events, the comparison of the two moments tells.
///
/// @param since position of the log at the last save
record Changes(List<Change> list, long since) {
    Changes {
        list = List.copyOf(list);
    }

    /// A figure that is another one now.
    ///
    /// @param kind null where the measure has none
    /// @param reissue null but for measures about re-issue
    record Change(
            Measure measure,
            String awardName,
            @Nullable RecipientKind kind,
            @Nullable ReissueKind reissue,
            long before,
            long after) {}

    private record Key(
            Measure measure,
            AwardCode award,
            @Nullable RecipientKind kind,
            @Nullable ReissueKind reissue)
            implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::measure)
                        .thenComparing(key -> key.award().value())
                        .thenComparing(key -> String.valueOf(key.kind()))
                        .thenComparing(key -> String.valueOf(key.reissue()));

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    static Changes none(long since) {
        return new Changes(List.of(), since);
    }

    /// @param before the answer at the last save
    static Changes between(Answered before, Answered after) {
        var names = new HashMap<Key, String>();
        var then = sums(before, names);
        var now = sums(after, names);
        var keys = new TreeSet<>(then.keySet());
        keys.addAll(now.keySet());
        var changes = new ArrayList<Change>();
        for (var key : keys) {
            long was = then.getOrDefault(key, 0L);
            long is = now.getOrDefault(key, 0L);
            if (was != is) {
                var name = names.getOrDefault(key, key.award().value());
                changes.add(new Change(key.measure(), name, key.kind(), key.reissue(), was, is));
            }
        }
        return new Changes(changes, before.position());
    }

    private static Map<Key, Long> sums(Answered answer, Map<Key, String> names) {
        var sums = new HashMap<Key, Long>();
        for (var cell : answer.cells()) {
            var key =
                    new Key(cell.measure(), cell.award(), cell.recipientKind(), cell.reissueKind());
            names.put(key, cell.awardName());
            sums.merge(key, cell.count(), Long::sum);
        }
        return sums;
    }

    public boolean none() {
        return list.isEmpty();
    }
}

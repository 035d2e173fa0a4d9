package vn.sovang.projection.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;

/// Two answers beside each other: two periods, or one period as known at two moments.
///
/// @param acrossReform whether the figures reach over the end of the district level: its own awards
///   ended with it, and what is compared is not the same (*đứt gãy chuỗi số liệu*)
public record Comparison(
        Answered first,
        Answered second,
        List<Dimension> by,
        List<Line> lines,
        boolean acrossReform) {
    /// First day without districts, NQ 1667/NQ-UBTVQH15 and Luật Tổ chức chính quyền địa phương
    /// 2025.
    public static final LocalDate DISTRICTS_ENDED = LocalDate.of(2025, 7, 1);

    /// @param codes a value for each dimension, in their order
    public record Line(Measure measure, List<String> codes, long first, long second) {
        public long difference() {
            return second - first;
        }
    }

    public Comparison {
        by = List.copyOf(by);
        lines = List.copyOf(lines);
    }

    /// Lines of both; what one of them lacks is 0 there.
    public static Comparison of(
            Answered first, Answered second, Collection<Dimension> by, Selection selection) {
        record Key(Measure measure, List<String> codes) {}
        Map<Key, long[]> counts = new LinkedHashMap<>();
        for (var line : Breakdown.of(first, by, selection).lines()) {
            counts.computeIfAbsent(new Key(line.measure(), line.codes()), _ -> new long[2])[0] =
                    line.count();
        }
        for (var line : Breakdown.of(second, by, selection).lines()) {
            counts.computeIfAbsent(new Key(line.measure(), line.codes()), _ -> new long[2])[1] =
                    line.count();
        }
        var lines = new ArrayList<Line>();
        counts.forEach(
                (key, both) -> lines.add(new Line(key.measure, key.codes, both[0], both[1])));
        var from = first.from().isBefore(second.from()) ? first.from() : second.from();
        var to = first.to().isAfter(second.to()) ? first.to() : second.to();
        return new Comparison(
                first,
                second,
                List.copyOf(by),
                lines,
                from.isBefore(DISTRICTS_ENDED) && !to.isBefore(DISTRICTS_ENDED));
    }
}

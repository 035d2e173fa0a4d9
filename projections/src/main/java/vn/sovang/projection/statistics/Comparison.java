package vn.sovang.projection.statistics;

import java.time.LocalDate;
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
    /// @param cell one of those it sums, for names
    public record Line(Measure measure, List<String> codes, Cell cell, long first, long second) {
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
        Map<Key, Line> lines = new LinkedHashMap<>();
        for (var line : Breakdown.of(first, by, selection).lines()) {
            lines.put(
                    new Key(line.measure(), line.codes()),
                    new Line(
                            line.measure(),
                            line.codes(),
                            line.cells().getFirst(),
                            line.count(),
                            0));
        }
        for (var line : Breakdown.of(second, by, selection).lines()) {
            lines.merge(
                    new Key(line.measure(), line.codes()),
                    new Line(
                            line.measure(), line.codes(), line.cells().getFirst(), 0, line.count()),
                    (one, other) ->
                            new Line(one.measure, one.codes, one.cell, one.first, other.second));
        }
        var from = first.from().isBefore(second.from()) ? first.from() : second.from();
        var to = first.to().isAfter(second.to()) ? first.to() : second.to();
        return new Comparison(
                first,
                second,
                List.copyOf(by),
                List.copyOf(lines.values()),
                from.isBefore(DISTRICTS_ENDED) && !to.isBefore(DISTRICTS_ENDED));
    }
}

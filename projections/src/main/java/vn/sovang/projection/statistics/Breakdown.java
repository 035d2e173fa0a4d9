package vn.sovang.projection.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;

/// The figures of an answer summed up by fewer dimensions. Measures are never summed with each
/// other (R3).
public record Breakdown(List<Dimension> by, List<Line> lines) {
    /// One figure.
    ///
    /// @param codes a value for each dimension, in their order
    /// @param cells what it is the sum of; not empty, though its count may be 0 where lines go out
    ///   against each other
    public record Line(Measure measure, List<String> codes, long count, List<Cell> cells) {
        public Line {
            codes = List.copyOf(codes);
            cells = List.copyOf(cells);
        }
    }

    public Breakdown {
        by = List.copyOf(by);
        lines = List.copyOf(lines);
    }

    /// In the order of the answer.
    public static Breakdown of(Answered answer, Collection<Dimension> by, Selection selection) {
        record Key(Measure measure, List<String> codes) {}
        var cells = new LinkedHashMap<Key, List<Cell>>();
        for (Cell cell : answer.cells()) {
            if (selection.holds(cell)) {
                var key = new Key(cell.measure(), by.stream().map(d -> d.of(cell)).toList());
                cells.computeIfAbsent(key, _ -> new ArrayList<>()).add(cell);
            }
        }
        var lines = new ArrayList<Line>();
        cells.forEach((key, of) ->
                lines.add(
                        new Line(
                                key.measure,
                                key.codes,
                                of.stream().mapToLong(Cell::count).sum(),
                                of)));
        return new Breakdown(List.copyOf(by), lines);
    }
}

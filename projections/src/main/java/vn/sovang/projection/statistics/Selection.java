package vn.sovang.projection.statistics;

import java.util.Map;
import java.util.Set;

/// Which figures of an answer are meant.
///
/// @param measures none means all
/// @param codes for each dimension the values wanted, as [Dimension#of] writes them; a dimension
///   that is missing may have any
public record Selection(Set<Measure> measures, Map<Dimension, Set<String>> codes) {
    public static final Selection ALL = new Selection(Set.of(), Map.of());

    public Selection {
        measures = Set.copyOf(measures);
        codes = Map.copyOf(codes);
    }

    public boolean holds(Cell cell) {
        return (measures.isEmpty() || measures.contains(cell.measure()))
                && codes.entrySet().stream()
                        .allMatch(one -> one.getValue().contains(one.getKey().of(cell)));
    }
}

package vn.sovang.projection.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found of one kind.
///
/// @param hits one page, best first
/// @param total how many there are, counted up to [Search#MAX_FOUND]
/// @param next where the page behind this one begins; absent at the end
public record Found(SearchKind kind, List<Hit> hits, int total, @Nullable Integer next) {
    public Found {
        hits = List.copyOf(hits);
    }
}

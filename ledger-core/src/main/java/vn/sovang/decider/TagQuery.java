package vn.sovang.decider;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.LedgerEvent;

/// Events that carry all of `tags` and are of one of `types` (stored names); no types = any.
public record TagQuery(Set<String> tags, Set<String> types) {
    public TagQuery {
        tags = Set.copyOf(tags);
        types = Set.copyOf(types);
    }

    /// Events of the given types under one tag.
    @SafeVarargs
    public static TagQuery of(String tag, Class<? extends LedgerEvent>... types) {
        return new TagQuery(
                Set.of(tag),
                Arrays.stream(types).map(EventCatalogue::nameOf).collect(Collectors.toSet()));
    }
}

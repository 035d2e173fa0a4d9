package vn.sovang.decider;

import java.util.HashSet;
import java.util.Set;
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
        var names = new HashSet<String>();
        for (var type : types) {
            names.add(EventCatalogue.nameOf(type));
        }
        return new TagQuery(Set.of(tag), names);
    }
}

package vn.sovang.eventstore;

import java.util.Set;

/// One way in which an event can matter: it carries *all* of the tags and is *one* of the types.
/// Empty means any.
public record DcbCriterion(Set<String> tags, Set<String> types) {
    public DcbCriterion {
        tags = Set.copyOf(tags);
        types = Set.copyOf(types);
    }

    public static DcbCriterion tagged(String... tags) {
        return new DcbCriterion(Set.of(tags), Set.of());
    }

    public DcbCriterion ofTypes(String... types) {
        return new DcbCriterion(tags, Set.of(types));
    }

    boolean matches(String type, Set<String> eventTags) {
        return (types.isEmpty() || types.contains(type)) && eventTags.containsAll(tags);
    }
}

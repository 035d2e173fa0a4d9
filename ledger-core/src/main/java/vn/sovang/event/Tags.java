package vn.sovang.event;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.Id;

/// The tags of an event, from the identities it names.
final class Tags {
    private Tags() {}

    /// One tag for each identity that is there.
    static Set<String> of(@Nullable Id... ids) {
        var tags = new HashSet<String>();
        for (Id id : ids) {
            if (id != null) {
                tags.add(id.tag());
            }
        }
        return Set.copyOf(tags);
    }

    /// The same with tags that no identity gives.
    static Set<String> with(Set<String> tags, String... more) {
        var all = new HashSet<>(tags);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}

package vn.sovang.access;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.eventstore.DcbCriterion;

/// Which entries an inspector wants to see; what is null does not matter.
///
/// @param subject id of an award, item, recipient or unit
/// @param kinds of [AccessCatalogue#kinds()]; any if empty
/// @param from the first moment
/// @param to the last
/// @param after position to go on after; 0 for the beginning
/// @param limit how many at most, 1 to [#MAX_LIMIT]
public record AccessQuestion(
        @Nullable UUID subject,
        @Nullable String user,
        Set<String> kinds,
        @Nullable Instant from,
        @Nullable Instant to,
        long after,
        int limit) {
    /// Held in memory.
    public static final int MAX_LIMIT = 1_000;

    /// Every entry.
    public static final AccessQuestion ALL =
            new AccessQuestion(null, null, Set.of(), null, null, 0, MAX_LIMIT);

    public AccessQuestion {
        kinds = Set.copyOf(kinds);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    /// The same about one subject.
    public AccessQuestion about(UUID whom) {
        return new AccessQuestion(whom, user, kinds, from, to, after, limit);
    }

    /// The same about one user.
    public AccessQuestion by(String whom) {
        return new AccessQuestion(subject, whom, kinds, from, to, after, limit);
    }

    /// The same for some kinds only.
    public AccessQuestion of(String... only) {
        return new AccessQuestion(subject, user, Set.of(only), from, to, after, limit);
    }

    /// The same from one moment to another, both included.
    public AccessQuestion between(@Nullable Instant first, @Nullable Instant last) {
        return new AccessQuestion(subject, user, kinds, first, last, after, limit);
    }

    /// One page of the same.
    public AccessQuestion page(long behind, int size) {
        return new AccessQuestion(subject, user, kinds, from, to, behind, size);
    }

    /// A page of the answer, in the order of the log.
    ///
    /// @param next where the following page begins; null where there is none
    public record Page(List<AccessLine> lines, @Nullable Long next) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    List<DcbCriterion> criteria() {
        var tags = new HashSet<String>();
        if (subject != null) {
            tags.add("subject:" + subject);
        }
        if (user != null) {
            tags.add(Accessor.userTag(user));
        }
        var types = kinds.stream().map(kind -> "access." + kind).collect(Collectors.toSet());
        return List.of(new DcbCriterion(tags, types));
    }
}

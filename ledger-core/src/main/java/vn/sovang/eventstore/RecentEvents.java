package vn.sovang.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// The newest events of the log, enough of each to decide conditions without asking PostgreSQL.
///
/// A decision reads up to the head, so what can have come in between is almost always here. Owned
/// by the writer thread.
final class RecentEvents {
    /// At 3,000 events a second the last five seconds; some 5 MB.
    private static final int MAX_EVENTS = 16_384;

    private final Deque<Recent> events = new ArrayDeque<>();

    /// Every event after this position and up to the head is in `events`.
    private long floor;

    record Recent(long position, String type, Set<String> tags) {}

    /// Forgets everything: what lies up to this position is known to PostgreSQL only.
    void restartAt(long position) {
        events.clear();
        floor = position;
    }

    void add(List<Recent> committed) {
        events.addAll(committed);
        while (events.size() > MAX_EVENTS) {
            floor = events.removeFirst().position();
        }
    }

    boolean covers(long after) {
        return after >= floor;
    }

    /// The newest event that meets the condition, among those kept here.
    OptionalLong conflict(DcbCondition condition) {
        return newestConflict(events.descendingIterator(), condition);
    }

    static OptionalLong newestConflict(Iterator<Recent> newestFirst, DcbCondition condition) {
        Set<String> ofInterest = condition.failIfMatches().isEmpty() ? Set.of() : new HashSet<>();
        boolean tagged = !condition.failIfMatches().isEmpty();
        for (DcbCriterion criterion : condition.failIfMatches()) {
            tagged &= !criterion.tags().isEmpty();
            ofInterest.addAll(criterion.tags());
        }
        while (newestFirst.hasNext()) {
            Recent event = newestFirst.next();
            if (event.position() <= condition.after()) {
                break;
            }
            boolean possible = !tagged || event.tags().stream().anyMatch(ofInterest::contains);
            if (possible && meets(condition, event)) {
                return OptionalLong.of(event.position());
            }
        }
        return OptionalLong.empty();
    }

    private static boolean meets(DcbCondition condition, Recent event) {
        return condition.failIfMatches().isEmpty()
                || condition.failIfMatches().stream()
                        .anyMatch(criterion -> criterion.matches(event.type(), event.tags()));
    }
}

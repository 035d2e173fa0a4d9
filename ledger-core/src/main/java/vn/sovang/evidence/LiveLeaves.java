package vn.sovang.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.sovang.event.EventCatalogue;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.StoredEvent;

/// Leaves of the live log up to a checkpoint, found by their tags.
final class LiveLeaves implements LeafSource {
    private static final int PAGE = 1_000;

    private final EventLog log;
    private final long size;

    LiveLeaves(EventLog log, long size) {
        this.log = log;
        this.size = size;
    }

    @Override
    public void find(List<Claim> claims, Consumer<Leaf> found) {
        var wanted = LeafSource.anyOf(claims);
        if (claims.stream().anyMatch(c -> c.tag() == null)) {
            log.stream(0, size, event -> offer(event, wanted, found));
            return;
        }
        var criteria = new ArrayList<DcbCriterion>();
        claims.forEach(
                c -> criteria.add(new DcbCriterion(Set.of(String.valueOf(c.tag())), types(c))));
        long after = 0;
        List<StoredEvent> page;
        do {
            page = log.read(criteria, after, size, PAGE);
            page.forEach(event -> offer(event, wanted, found));
            after = page.isEmpty() ? size : page.getLast().position();
        } while (page.size() == PAGE);
    }

    private static void offer(StoredEvent event, Predicate<Leaf> wanted, Consumer<Leaf> found) {
        var leaf = Leaf.read(event.position(), event.leaf());
        if (wanted.test(leaf)) {
            found.accept(leaf);
        }
    }

    private static Set<String> types(Claim claim) {
        var types = new HashSet<String>();
        for (var name : EventCatalogue.names()) {
            if (claim.families().contains(Claim.family(name))) {
                types.add(name);
            }
        }
        return types;
    }
}

package vn.sovang.api.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.Recorded;
import vn.sovang.projection.statistics.CountedEvent;
import vn.sovang.projection.statistics.TracePage;
import vn.sovang.vocabulary.Document;

/// An event behind a figure, as it stands in the log.
public record TracedEvent(CountedEvent counted, Recorded recorded) {
    private static final String AWARD = "award:";

    /// Most positions from one event to the next that are still read in one go.
    private static final int GAP = 10;

    /// The events of a page, from the log.
    static List<TracedEvent> of(TracePage page, EventFeed feed) {
        Map<Long, Recorded> recorded = recorded(page, feed);
        var events = new ArrayList<TracedEvent>();
        for (CountedEvent counted : page.events()) {
            Recorded event = recorded.get(counted.position());
            if (event != null) {
                events.add(new TracedEvent(counted, event));
            }
        }
        return events;
    }

    /// Events that lie close together are read at once, none that nobody asked for between others.
    private static Map<Long, Recorded> recorded(TracePage page, EventFeed feed) {
        var recorded = new HashMap<Long, Recorded>();
        var wanted = new TreeSet<Long>();
        page.events().forEach(counted -> wanted.add(counted.position()));
        while (!wanted.isEmpty()) {
            long first = wanted.pollFirst();
            long last = first;
            while (!wanted.isEmpty() && wanted.first() - last <= GAP) {
                last = wanted.pollFirst();
            }
            for (var event : feed.after(first - 1, Math.toIntExact(last - first + 1))) {
                recorded.put(event.position(), event);
            }
        }
        return recorded;
    }

    /// Its stored name.
    public String type() {
        return EventCatalogue.nameOf(recorded.fact().event().getClass());
    }

    /// The award line it concerns; null if none.
    public @Nullable String award() {
        return recorded.fact().event().tags().stream()
                .filter(tag -> tag.startsWith(AWARD))
                .map(tag -> tag.substring(AWARD.length()))
                .findFirst()
                .orElse(null);
    }

    /// The paper behind it; null if there is none.
    public Document.@Nullable Paper paper() {
        return recorded.fact().document() instanceof Document.Paper paper ? paper : null;
    }
}

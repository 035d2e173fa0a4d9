package vn.sovang.api.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /// Most positions between two events that are still read in one go.
    private static final int GAP = 50;

    /// The events of a page, from the log.
    static List<TracedEvent> of(TracePage page, EventFeed feed) {
        Map<Long, Recorded> recorded = new TreeMap<>();
        for (CountedEvent counted : page.events()) {
            if (!recorded.containsKey(counted.position())) {
                for (Recorded event : feed.after(counted.position() - 1, GAP)) {
                    recorded.put(event.position(), event);
                }
            }
        }
        var events = new ArrayList<TracedEvent>();
        for (CountedEvent counted : page.events()) {
            Recorded event = recorded.get(counted.position());
            if (event != null) {
                events.add(new TracedEvent(counted, event));
            }
        }
        return events;
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

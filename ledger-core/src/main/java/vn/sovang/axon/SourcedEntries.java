package vn.sovang.axon;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.Slice;
import vn.sovang.eventstore.StoredEvent;

/// The events of one decision, read page by page up to the head of the first page, and then the
/// marker: always the last entry, always present.
///
/// Used by one thread.
final class SourcedEntries implements Iterator<Entry<EventMessage>> {
    /// Decisions read a handful of events; more are fetched as they are consumed.
    private static final int PAGE = 1_000;

    private final EventLog log;
    private final LeafCodec codec;
    private final List<DcbCriterion> criteria;

    /// What the marker says: no event up to here is missing, none beyond was looked at.
    private final long head;

    private Iterator<StoredEvent> page;
    private long position;
    private boolean lastPage;
    private boolean markerGiven;

    /// Reads the first page at once, so that a failing database fails the sourcing and not a later
    /// step.
    SourcedEntries(EventLog log, LeafCodec codec, List<DcbCriterion> criteria, long after) {
        this.log = log;
        this.codec = codec;
        this.criteria = criteria;
        Slice first = log.slice(criteria, after, PAGE);
        this.head = first.head();
        this.position = after;
        this.lastPage = first.complete();
        this.page = first.events().iterator();
    }

    @Override
    public boolean hasNext() {
        return !markerGiven;
    }

    @Override
    public Entry<EventMessage> next() {
        if (!page.hasNext() && !lastPage) {
            List<StoredEvent> more = log.read(criteria, position, head, PAGE);
            lastPage = more.size() < PAGE;
            page = more.iterator();
        }
        if (page.hasNext()) {
            StoredEvent event = page.next();
            position = event.position();
            return LiveStream.entry(codec, event);
        }
        if (markerGiven) {
            throw new NoSuchElementException();
        }
        markerGiven = true;
        return new SimpleEntry<>(
                TerminalEventMessage.INSTANCE,
                Context.with(
                        ConsistencyMarker.RESOURCE_KEY, new GlobalIndexConsistencyMarker(head)));
    }
}

package vn.sovang.axon;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.jspecify.annotations.Nullable;
import vn.sovang.eventstore.StoredEvent;
import vn.sovang.vocabulary.ImportId;

/// The events of one decision, and then the marker: always the last entry, always present.
///
/// Used by one thread.
final class SourcedEntries implements Iterator<Entry<EventMessage>> {
    private final KnownEvents<Entry<EventMessage>> events;
    private final Set<ImportId> unfinished;
    private boolean markerGiven;

    /// @param unfinished receives the imports whose completion would change what was sourced
    SourcedEntries(KnownEvents<Entry<EventMessage>> events, Set<ImportId> unfinished) {
        this.events = events;
        this.unfinished = unfinished;
    }

    /// How entries are read.
    static KnownEvents.Reader<Entry<EventMessage>> reader(LeafCodec codec) {
        return new KnownEvents.Reader<>() {
            @Override
            public Entry<EventMessage> read(StoredEvent event) {
                return LiveStream.entry(codec, event);
            }

            @Override
            public @Nullable ImportId importOf(Entry<EventMessage> entry) {
                return codec.importOf(entry.message());
            }
        };
    }

    @Override
    public boolean hasNext() {
        return !markerGiven;
    }

    @Override
    public Entry<EventMessage> next() {
        if (events.hasNext()) {
            return events.next();
        }
        if (markerGiven) {
            throw new NoSuchElementException();
        }
        markerGiven = true;
        unfinished.addAll(events.unfinished());
        return new SimpleEntry<>(
                TerminalEventMessage.INSTANCE,
                Context.with(
                        ConsistencyMarker.RESOURCE_KEY,
                        new GlobalIndexConsistencyMarker(events.head())));
    }
}

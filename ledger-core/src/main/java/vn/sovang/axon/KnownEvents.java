package vn.sovang.axon;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sovang.axon.ImportEnds.End;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Recorded;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.Slice;
import vn.sovang.eventstore.StoredEvent;
import vn.sovang.vocabulary.ImportId;

/// The events of one boundary as they are known at the head of its first page, in the order in
/// which they became known: facts of an import come at its completion, those of an import that is
/// not complete do not come at all (R17). The one place where deciders meet imports.
///
/// Whoever decides on these events must also not have missed a completion: see [#unfinished]. Read
/// page by page; used by one thread.
public final class KnownEvents<T> implements Iterator<T> {
    /// Decisions read a handful of events; more are fetched as they are consumed.
    private static final int PAGE = 1_000;

    private final EventLog log;
    private final ImportEnds ends;
    private final Reader<T> reader;
    private final List<DcbCriterion> criteria;
    private final long head;
    private final Deque<T> ready = new ArrayDeque<>();

    /// Facts of imports that complete further on, by the position at which they do.
    private final TreeMap<Long, List<T>> waiting = new TreeMap<>();

    private final Map<ImportId, Optional<End>> asked = new HashMap<>();
    private final Set<ImportId> unfinished = new LinkedHashSet<>();
    private Iterator<StoredEvent> page;
    private long position;
    private boolean lastPage;

    /// How an event is read.
    public interface Reader<T> {
        T read(StoredEvent event);

        /// The import whose fact it is; null for what no import brought, and for an import's end.
        @Nullable ImportId importOf(T event);
    }

    /// Reads the first page at once, so that a failing database fails here and not in a later step.
    public KnownEvents(
            EventLog log,
            ImportEnds ends,
            List<DcbCriterion> criteria,
            long after,
            Reader<T> reader) {
        this.log = log;
        this.ends = ends;
        this.criteria = criteria;
        this.reader = reader;
        Slice first = log.slice(criteria, after, PAGE);
        this.head = first.head();
        this.position = after;
        this.lastPage = first.complete();
        this.page = first.events().iterator();
    }

    /// The facts that any of the queries finds.
    public static KnownEvents<Recorded> facts(
            EventLog log, ImportEnds ends, EventCodec codec, Collection<TagQuery> queries) {
        var criteria = queries.stream().map(KnownEvents::criterion).toList();
        return new KnownEvents<>(log, ends, criteria, 0, new FactReader(codec));
    }

    /// What a query is to the log.
    public static DcbCriterion criterion(TagQuery query) {
        return new DcbCriterion(query.tags(), query.types());
    }

    private record FactReader(EventCodec codec) implements Reader<Recorded> {
        @Override
        public Recorded read(StoredEvent event) {
            return codec.decode(event.position(), event.leaf());
        }

        @Override
        public @Nullable ImportId importOf(Recorded event) {
            return event.fact().broughtBy();
        }
    }

    /// No event up to here is missing, none beyond was looked at.
    public long head() {
        return head;
    }

    /// Imports of which facts were left out because they had not ended at the head: their
    /// completion changes what is known here. Whole when there is no next event.
    public Set<ImportId> unfinished() {
        return unfinished;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            var event = read();
            if (event != null) {
                take(event);
            } else if (waiting.isEmpty()) {
                return false;
            } else {
                waiting.values().forEach(ready::addAll);
                waiting.clear();
            }
        }
        return true;
    }

    private @Nullable StoredEvent read() {
        if (!page.hasNext() && !lastPage) {
            List<StoredEvent> more = log.read(criteria, position, head, PAGE);
            lastPage = more.size() < PAGE;
            page = more.iterator();
        }
        if (!page.hasNext()) {
            return null;
        }
        var event = page.next();
        position = event.position();
        return event;
    }

    private void take(StoredEvent event) {
        while (!waiting.isEmpty() && waiting.firstKey() <= event.position()) {
            ready.addAll(waiting.pollFirstEntry().getValue());
        }
        T read = reader.read(event);
        var imported = reader.importOf(read);
        if (imported == null) {
            ready.add(read);
            return;
        }
        var end = asked.computeIfAbsent(imported, ends::of);
        if (end.isPresent() && end.get().knownAt(head)) {
            waiting.computeIfAbsent(end.get().position(), _ -> new ArrayList<>()).add(read);
        } else if (end.isEmpty() || end.get().completed()) {
            unfinished.add(imported);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.removeFirst();
    }
}

package vn.sovang;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Recorded;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.StoredEvent;
import vn.sovang.vocabulary.ImportId;

/// Reads the stretch of the log in which an import's facts lie, others between them left out. One
/// short query a page; used by one thread.
final class ImportedFacts implements Iterator<List<Recorded>> {
    private static final int PAGE = 2_000;

    private final EventLog log;
    private final EventCodec codec;
    private final ImportId imported;
    private final long completion;
    private final int slice;
    private List<StoredEvent> page = List.of();
    private int at;
    private long position;
    private List<Recorded> next;

    ImportedFacts(EventLog log, EventCodec codec, ImportId imported, long completion, int slice) {
        this.log = log;
        this.codec = codec;
        this.imported = imported;
        this.completion = completion;
        this.slice = slice;
        var facts = new DcbCriterion(Set.of(imported.tag()), Set.of());
        // Tags are found type by type, the range in one go: only the beginning is asked by tag.
        this.position =
                log.read(List.of(facts), 0, completion, 1).stream()
                        .findFirst()
                        .map(first -> first.position() - 1)
                        .orElse(completion);
        this.next = gather();
    }

    private List<Recorded> gather() {
        var facts = new ArrayList<Recorded>(slice);
        while (facts.size() < slice && hasEvent()) {
            var event = page.get(at++);
            position = event.position();
            var recorded = codec.decode(event.position(), event.leaf());
            if (imported.equals(recorded.fact().broughtBy())) {
                facts.add(recorded);
            }
        }
        return facts;
    }

    private boolean hasEvent() {
        if (at == page.size() && position < completion) {
            page = log.read(List.of(), position, completion, PAGE);
            at = 0;
        }
        return at < page.size();
    }

    @Override
    public boolean hasNext() {
        return !next.isEmpty();
    }

    @Override
    public List<Recorded> next() {
        if (next.isEmpty()) {
            throw new NoSuchElementException();
        }
        var facts = next;
        next = gather();
        return facts;
    }
}

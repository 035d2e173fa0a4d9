package vn.sovang.axon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.ImportAborted;
import vn.sovang.event.ImportCompleted;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.vocabulary.ImportId;

/// How imports ended, and where (R17). An end never changes, so it is asked of the log once; what
/// has not ended is asked again.
public final class ImportEnds {
    private static final String COMPLETED = EventCatalogue.nameOf(ImportCompleted.class);
    private static final String ABORTED = EventCatalogue.nameOf(ImportAborted.class);

    /// Some hundred bytes each; a ledger of many years has some thousands.
    private static final int MAX_KEPT = 20_000;

    private final EventLog log;
    private final Map<ImportId, End> ended = new ConcurrentHashMap<>();

    /// @param position of the event that ended it
    /// @param completed false where it was aborted: its facts are never known
    public record End(long position, boolean completed) {
        /// Whether somebody who knows the log up to a position knows the import's facts.
        public boolean knownAt(long head) {
            return completed && position <= head;
        }
    }

    public ImportEnds(EventLog log) {
        this.log = log;
    }

    /// The end of an import; empty while there is none.
    public Optional<End> of(ImportId imported) {
        var before = ended.get(imported);
        if (before != null) {
            return Optional.of(before);
        }
        var end = new DcbCriterion(Set.of(imported.tag()), Set.of(COMPLETED, ABORTED));
        var found =
                log.read(List.of(end), 0, Long.MAX_VALUE, 1).stream()
                        .findFirst()
                        .map(e -> new End(e.position(), e.type().equals(COMPLETED)));
        found.ifPresent(e -> {
            if (ended.size() >= MAX_KEPT) {
                ended.clear();
            }
            ended.put(imported, e);
        });
        return found;
    }

    /// What tells that the import's facts become known.
    public static DcbCriterion completionOf(ImportId imported) {
        return new DcbCriterion(Set.of(imported.tag()), Set.of(COMPLETED));
    }
}

package vn.sovang.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import vn.sovang.EventFeed;
import vn.sovang.event.ImportAborted;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.Recorded;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.vocabulary.ImportId;

/// The one place where read models meet imports (R17): facts of an import are passed over where
/// they stand, and applied at its completion, as known from there on. They are read again from the
/// log then, so that nothing waits anywhere and a rebuild does exactly the same.
final class ImportGate {
    /// What one append brought is applied at once; the slices of more are as small as they are
    /// because every read model has one in memory at the same time.
    private static final int AT_ONCE = 5_000;

    private static final int SLICE = 1_000;

    /// Read models that take a large import in at the same time: each holds a connection of the
    /// pool for all of it, and readers need the others.
    private static final int AT_THE_SAME_TIME = 2;

    /// PostgreSQL ends transactions in which nothing happens for long, and a model may have nothing
    /// to do with what is read for it.
    private static final String STILL_HERE = "select 1";

    private final Semaphore turns = new Semaphore(AT_THE_SAME_TIME, true);

    /// Set once, from any thread: nothing further is begun.
    private volatile boolean closed;

    private final EventFeed feed;
    private final int atOnce;
    private final int slice;

    ImportGate(EventFeed feed) {
        this(feed, AT_ONCE, SLICE);
    }

    /// @param atOnce imports of fewer facts are applied in one piece
    /// @param slice how many facts of a larger one are applied at a time
    ImportGate(EventFeed feed, int atOnce, int slice) {
        this.feed = feed;
        this.atOnce = atOnce;
        this.slice = slice;
    }

    /// Does work that applies events, in turn with others where they complete a large import.
    long inTurn(List<Recorded> events, LongSupplier work) {
        if (events.stream().noneMatch(this::completesLarge)) {
            return work.getAsLong();
        }
        turns.acquireUninterruptibly();
        try {
            return work.getAsLong();
        } finally {
            turns.release();
        }
    }

    private boolean completesLarge(Recorded event) {
        return event.fact().event() instanceof ImportCompleted c && c.facts() >= atOnce;
    }

    /// Whoever is taking an import in gives up and rolls back.
    void close() {
        closed = true;
    }

    /// Applies events of the log in the order in which they become known, in the caller's
    /// transaction.
    void apply(ReadModel model, List<Recorded> events, Connection connection) throws SQLException {
        var known = new ArrayList<Known>(events.size());
        Map<ImportId, List<Recorded>> here = new LinkedHashMap<>();
        for (Recorded event : events) {
            var imported = event.fact().broughtBy();
            if (imported != null) {
                here.computeIfAbsent(imported, _ -> new ArrayList<>()).add(event);
                continue;
            }
            if (event.fact().event() instanceof ImportCompleted completed) {
                var facts = here.remove(completed.imported());
                if (facts != null && facts.size() == completed.facts() && facts.size() < atOnce) {
                    facts.forEach(fact -> known.add(knownWith(event, fact)));
                } else {
                    model.apply(List.copyOf(known), connection);
                    known.clear();
                    release(model, event, completed, connection);
                }
            } else if (event.fact().event() instanceof ImportAborted aborted) {
                here.remove(aborted.imported());
            }
            known.add(Known.of(event));
        }
        model.apply(known, connection);
    }

    private void release(
            ReadModel model, Recorded end, ImportCompleted completed, Connection connection)
            throws SQLException {
        int most = completed.facts() < atOnce ? atOnce : slice;
        var facts = feed.factsOf(completed.imported(), end.position(), most);
        while (facts.hasNext()) {
            if (closed) {
                throw new IllegalStateException("the read models are being closed");
            }
            Sql.run(connection, STILL_HERE);
            model.apply(
                    facts.next().stream().map(fact -> knownWith(end, fact)).toList(), connection);
        }
    }

    private static Known knownWith(Recorded end, Recorded fact) {
        return new Known(fact, end.position(), end.recordedAt());
    }
}

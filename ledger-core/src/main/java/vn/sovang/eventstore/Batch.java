package vn.sovang.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.eventstore.AppendOutcome.AlreadyDone;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.AppendOutcome.Conflict;
import vn.sovang.eventstore.AppendOutcome.RequestReused;
import vn.sovang.eventstore.EventLog.DoneRequest;
import vn.sovang.eventstore.RecentEvents.Recent;
import vn.sovang.tlog.Hash;

/// What one transaction will do: which appends are accepted, at which positions, and what the
/// others are answered. Made under the log's lock, by the writer thread, and forgotten with the
/// transaction.
final class Batch {
    private static final String DONE_REQUESTS =
            """
            select request_id, body_hash, first_position, last_position, recorded_at
            from request
            where request_id = any(?)
            """;

    private final long previousHead;
    private final Instant recordedAt;
    private final List<AppendOutcome> outcomes = new ArrayList<>();
    private final List<NewEvent> events = new ArrayList<>();
    private final List<DoneRequest> requests = new ArrayList<>();

    /// Requests carried out before, or earlier in this batch.
    private final Map<UUID, DoneRequest> done = new HashMap<>();

    /// An event at its position, stamped and hashed.
    @SuppressWarnings("ArrayRecordComponent") // handed to the insert, never compared
    record NewEvent(long position, UnstampedEvent event, byte[] hash) {}

    private Batch(long previousHead, Instant recordedAt) {
        this.previousHead = previousHead;
        this.recordedAt = recordedAt;
    }

    /// Decides each append in turn, as if those before it were stored already.
    ///
    /// @param now the clock's time; where it lies before the last recorded one, that one is kept
    static Batch decide(
            Connection connection,
            List<AppendRequest> appends,
            LogHead head,
            RecentEvents recent,
            Instant now)
            throws SQLException {
        Instant stamp = now.truncatedTo(ChronoUnit.MICROS);
        Batch batch =
                new Batch(
                        head.position(),
                        stamp.isBefore(head.recordedAt()) ? head.recordedAt() : stamp);
        batch.lookUpRequests(connection, appends);
        byte[] stampBytes = Stamp.bytes(batch.recordedAt);
        for (AppendRequest append : appends) {
            AppendOutcome refusal = batch.refusal(connection, append, recent);
            batch.outcomes.add(refusal != null ? refusal : batch.accept(append, stampBytes));
        }
        return batch;
    }

    /// One for each append, in their order. They hold once the transaction is committed.
    List<AppendOutcome> outcomes() {
        return outcomes;
    }

    List<NewEvent> events() {
        return events;
    }

    List<DoneRequest> requests() {
        return requests;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    long previousHead() {
        return previousHead;
    }

    /// The head after this batch.
    long newHead() {
        return previousHead + events.size();
    }

    List<Recent> asRecent() {
        return events.stream().map(Batch::asRecent).toList();
    }

    private static Recent asRecent(NewEvent event) {
        return new Recent(event.position(), event.event().type(), event.event().tags());
    }

    /// A repetition is answered before its condition is looked at: its own first run would be the
    /// conflict.
    private @Nullable AppendOutcome refusal(
            Connection connection, AppendRequest append, RecentEvents recent) throws SQLException {
        RequestKey key = append.request();
        DoneRequest before = key == null ? null : done.get(key.id());
        if (key != null && before != null) {
            return key.sameBody(before.key().bodyHash()) ? before.outcome() : new RequestReused();
        }
        DcbCondition condition = append.condition();
        if (condition == null) {
            return null;
        }
        OptionalLong conflict =
                RecentEvents.newestConflict(
                        events.reversed().stream().map(Batch::asRecent).iterator(), condition);
        if (conflict.isEmpty()) {
            conflict =
                    recent.covers(condition.after())
                            ? recent.conflict(condition)
                            : storedConflict(connection, condition);
        }
        return conflict.isPresent() ? new Conflict(conflict.getAsLong()) : null;
    }

    private OptionalLong storedConflict(Connection connection, DcbCondition condition)
            throws SQLException {
        CriteriaSql where =
                CriteriaSql.of(condition.failIfMatches(), condition.after(), previousHead, 1);
        String query = "select position from event where " + where.condition() + " limit 1";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            where.bind(connection, statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private Appended accept(AppendRequest append, byte[] stamp) {
        long first = newHead() + 1;
        for (UnstampedEvent event : append.events()) {
            if (event.stampOffset() != UnstampedEvent.NO_STAMP) {
                System.arraycopy(stamp, 0, event.leaf(), event.stampOffset(), stamp.length);
            }
            events.add(new NewEvent(newHead() + 1, event, Hash.ofLeaf(event.leaf()).bytes()));
        }
        long last = newHead();
        RequestKey key = append.request();
        if (key != null) {
            DoneRequest request = new DoneRequest(key, new AlreadyDone(first, last, recordedAt));
            requests.add(request);
            done.put(key.id(), request);
        }
        return new Appended(first, last, recordedAt);
    }

    private void lookUpRequests(Connection connection, List<AppendRequest> appends)
            throws SQLException {
        List<UUID> ids = new ArrayList<>();
        for (AppendRequest append : appends) {
            RequestKey key = append.request();
            if (key != null) {
                ids.add(key.id());
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DONE_REQUESTS)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    DoneRequest request = EventReader.doneRequest(rows);
                    done.put(request.key().id(), request);
                }
            }
        }
    }
}

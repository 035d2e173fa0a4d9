package vn.sovang.eventstore;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.sovang.tlog.Hash;

/// Events and requests to append, no two alike.
final class Samples {
    private static final String PREFIX = "{\"recordedAt\":\"";

    private Samples() {}

    static UnstampedEvent event(String type, String... tags) {
        String leaf = PREFIX + Stamp.PLACEHOLDER + "\",\"id\":\"" + UUID.randomUUID() + "\"}";
        return new UnstampedEvent(
                type, Set.of(tags), leaf.getBytes(StandardCharsets.UTF_8), PREFIX.length());
    }

    static AppendRequest append(@Nullable DcbCondition condition, UnstampedEvent... events) {
        return new AppendRequest(List.of(events), condition, null);
    }

    static AppendRequest append(UnstampedEvent... events) {
        return append(null, events);
    }

    static AppendRequest requested(UUID id, String body, UnstampedEvent... events) {
        return new AppendRequest(
                List.of(events), null, new RequestKey(id, body.getBytes(StandardCharsets.UTF_8)));
    }

    static DcbCondition unless(long after, DcbCriterion... criteria) {
        return new DcbCondition(List.of(criteria), after);
    }

    static AppendOutcome await(CompletableFuture<AppendOutcome> outcome) {
        try {
            return outcome.get(30, SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(failure);
        } catch (TimeoutException late) {
            throw new AssertionError("no answer", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    static List<Long> positions(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::position).toList();
    }

    /// What another node's appender does under the lock, by hand.
    static void insert(Connection connection, long position, String type, String tag)
            throws SQLException {
        byte[] leaf = event(type, tag).leaf();
        try (PreparedStatement event =
                        connection.prepareStatement(
                                "insert into ledger.event values (?, now(), ?, ?, ?)");
                PreparedStatement tagged =
                        connection.prepareStatement(
                                "insert into ledger.event_tag values (?, ?, ?)")) {
            event.setLong(1, position);
            event.setString(2, type);
            event.setBytes(3, leaf);
            event.setBytes(4, Hash.ofLeaf(leaf).bytes());
            event.executeUpdate();
            tagged.setString(1, tag);
            tagged.setLong(2, position);
            tagged.setString(3, type);
            tagged.executeUpdate();
        }
    }
}

package vn.sovang.projection.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.Feeds;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.AppendRequest;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.UnstampedEvent;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.projection.Projections;
import vn.sovang.testing.TestDatabase;

/// A log on a real PostgreSQL whose clock stands where the test puts it.
public final class TestLog implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseSettings settings = TestDatabase.freshSettings();
    private final Database database = Database.open(settings);
    private final EventCodec codec = new EventCodec();
    private volatile Instant now = Instant.parse("2024-01-01T00:00:00Z");
    private final EventLog log = EventLog.open(database.ledger(), () -> now);
    private final EventFeed feed = Feeds.of(log);
    private @Nullable Projections projections;

    /// Two logs of the same facts have the same events.
    private long ids;

    public TestLog at(Instant instant) {
        now = instant;
        return this;
    }

    public TestLog at(String instant) {
        return at(Instant.parse(instant));
    }

    public long append(Fact... facts) {
        return append(List.of(facts));
    }

    /// Stores the facts in one append.
    ///
    /// @return position of the last
    public long append(List<Fact> facts) {
        var events = new ArrayList<UnstampedEvent>();
        for (Fact fact : facts) {
            byte[] leaf = codec.encode(new UUID(0x7000L, ++ids), fact);
            events.add(
                    new UnstampedEvent(
                            name(fact.event()), fact.tags(), leaf, EventCodec.stampOffset(leaf)));
        }
        var outcome = log.append(new AppendRequest(events, null, null)).join();
        return ((Appended) outcome).last();
    }

    /// Stores a leaf that no version can read.
    public long appendUnreadable() {
        byte[] leaf = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var event = new UnstampedEvent("x.Unknown", java.util.Set.of(), leaf, -1);
        return ((Appended) log.append(new AppendRequest(List.of(event), null, null)).join()).last();
    }

    private static String name(LedgerEvent event) {
        return EventCatalogue.nameOf(event.getClass());
    }

    /// The read models, started, and as far as the log is.
    public Projections settled() {
        var running = projections;
        if (running == null) {
            running = Projections.open(database.read(), feed, "test");
            running.start();
            projections = running;
        }
        if (!running.awaitPosition(feed.head(), PATIENCE)) {
            throw new AssertionError("not settled: " + running.statuses());
        }
        return running;
    }

    /// For another process.
    public DatabaseSettings settings() {
        return settings;
    }

    public Database database() {
        return database;
    }

    public EventFeed feed() {
        return feed;
    }

    @Override
    public void close() {
        if (projections != null) {
            projections.close();
        }
        log.close();
        database.close();
    }
}

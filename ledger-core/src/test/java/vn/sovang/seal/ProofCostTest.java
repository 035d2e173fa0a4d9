package vn.sovang.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.origin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.decider.Origin;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.EventCodec;
import vn.sovang.eventstore.AppendRequest;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.NodeKey;
import vn.sovang.eventstore.UnstampedEvent;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.tlog.EntryBundle;
import vn.sovang.tlog.Hash;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;

/// Proofs come from tiles: what they read grows with the height of the tree, not with the log.
class ProofCostTest {
    private static final int EVENTS = 10_000;

    /// Three levels of tiles cover 16 million events. A proof reads a tile a level on its way, and
    /// at the ragged edge up to 255 hashes a level for each of the two sides.
    private static final int LEVELS = 3;

    private static final long BOUND = 2L * LEVELS * 256;

    private final AtomicLong rows = new AtomicLong();

    @Test
    void proofs_of_ten_thousand_events_read_a_few_tiles(@TempDir Path folder) {
        try (var it = TestLedger.open(TestDatabase.freshSettings(), folder)) {
            var before = it.ledger().seal();
            fill(it, new KeyFiles(folder.resolve("keys"), new SecureRandom()).nodeKeys().own());
            var now = it.ledger().seal();
            assertThat(now.size()).isGreaterThan(EVENTS);
            var log = new PublishedLog(counting(it.database().ledger()));
            for (long position : new long[] {1, 255, 256, 257, 5_000, now.size() - 1, now.size()}) {
                rows.set(0);
                var proof = log.inclusion(position, now.size());
                assertThat(rows.get()).as("rows for " + position).isBetween(1L, BOUND);
                assertThat(proof.verify(leafHash(it, position), now.root())).isTrue();
            }
            rows.set(0);
            var consistency = log.consistency(before.size(), now.size());
            assertThat(rows.get()).isBetween(1L, BOUND);
            assertThat(consistency.verify(before.root(), now.root())).isTrue();
        }
    }

    private static Hash leafHash(TestLedger it, long position) {
        long size = it.ledger().checkpoint().orElseThrow().size();
        var bundle = EntryBundle.holding(position - 1, size);
        var entries = bundle.parse(it.ledger().published().read(bundle, size).orElseThrow());
        return Hash.ofLeaf(entries.get((int) ((position - 1) % 256)));
    }

    private static void fill(TestLedger it, NodeKey key) {
        var codec = new EventCodec();
        Origin origin = origin("an", "2024-01-02");
        try (var log = EventLog.open(it.database().ledger(), InstantSource.system(), key)) {
            for (int i = 0; i < EVENTS / 2_500; i++) {
                var events = IntStream.range(0, 2_500).mapToObj(_ -> event(codec, origin)).toList();
                log.append(new AppendRequest(events, null, null)).join();
            }
        }
    }

    private static UnstampedEvent event(EventCodec codec, Origin origin) {
        var fact =
                origin.fact(
                        new ArtifactIssued(
                                new ArtifactId(UUID.randomUUID()),
                                new AwardId(UUID.randomUUID()),
                                ArtifactKind.BANG,
                                null));
        var leaf = codec.encode(UUID.randomUUID(), fact);
        return new UnstampedEvent(
                "artifact.ArtifactIssued", fact.tags(), leaf, EventCodec.stampOffset(leaf));
    }

    /// A pool whose result sets count the rows they hand over.
    private DataSource counting(DataSource real) {
        return (DataSource) wrap(real, DataSource.class);
    }

    private Object wrap(Object real, Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> {
                    try {
                        var answer = method.invoke(real, arguments);
                        if (method.getName().equals("next") && Boolean.TRUE.equals(answer)) {
                            rows.incrementAndGet();
                        }
                        return switch (answer) {
                            case Connection c -> wrap(c, Connection.class);
                            case PreparedStatement s -> wrap(s, PreparedStatement.class);
                            case ResultSet r -> wrap(r, ResultSet.class);
                            case null, default -> answer;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

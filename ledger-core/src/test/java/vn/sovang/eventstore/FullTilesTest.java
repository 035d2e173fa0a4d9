package vn.sovang.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.eventstore.Samples.await;
import static vn.sovang.eventstore.Samples.event;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.sovang.postgres.Database;
import vn.sovang.testing.TestDatabase;
import vn.sovang.tlog.Hash;

final class FullTilesTest {
    /// Beyond 65,536 leaves a tile of level 1 is full.
    private static final int EVENTS = 66_000;

    @Test
    void every_full_tile_is_stored_whatever_the_batches() throws SQLException {
        Random random = new Random(1);
        try (Database database = TestDatabase.fresh();
                EventLog log = EventLog.open(database.ledger(), InstantSource.system())) {
            int left = EVENTS;
            while (left > 0) {
                List<UnstampedEvent> events = new ArrayList<>();
                int size = Math.min(left, 1 + random.nextInt(AppendRequest.MAX_EVENTS_PER_APPEND));
                for (int i = 0; i < size; i++) {
                    events.add(event("x"));
                }
                await(log.append(new AppendRequest(events, null, null)));
                left -= size;
            }
            List<byte[]> leaves = new ArrayList<>();
            log.stream(0, Long.MAX_VALUE, stored -> leaves.add(stored.leafHash()));

            Map<String, byte[]> tiles = storedTiles(database);
            assertThat(tiles).hasSize(EVENTS / 256 + 1);
            List<byte[]> roots = new ArrayList<>();
            for (int i = 0; i < EVENTS / 256; i++) {
                List<byte[]> row = leaves.subList(i * 256, (i + 1) * 256);
                byte[] root = naiveRoot(row);
                roots.add(root);
                assertThat(tiles.get("0/" + i)).isEqualTo(join(root, row));
            }
            List<byte[]> row = roots.subList(0, 256);
            assertThat(tiles.get("1/0")).isEqualTo(join(naiveRoot(row), row));
        }
    }

    private static Map<String, byte[]> storedTiles(Database database) throws SQLException {
        Map<String, byte[]> tiles = new HashMap<>();
        try (Connection connection = database.ledger().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select level || '/' || idx, root || data from ledger.tile")) {
            while (rows.next()) {
                tiles.put(rows.getString(1), rows.getBytes(2));
            }
        }
        return tiles;
    }

    /// RFC 6962 §2.1 as written: the root of two halves.
    private static byte[] naiveRoot(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int half = hashes.size() / 2;
        return Hash.ofNode(
                        Hash.of(naiveRoot(hashes.subList(0, half))),
                        Hash.of(naiveRoot(hashes.subList(half, hashes.size()))))
                .bytes();
    }

    private static byte[] join(byte[] root, List<byte[]> row) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(root);
        row.forEach(all::writeBytes);
        return Arrays.copyOf(all.toByteArray(), 32 * 257);
    }
}

package vn.sovang.seal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.UnreadableEvent;
import vn.sovang.postgres.Tx;
import vn.sovang.seal.Finding.What;
import vn.sovang.seal.LogDirectory.DerivedTiles;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.Tile;
import vn.sovang.tlog.VerifierKey;

/// Derives the whole ledger again from its leaves and names everything that is not as it was
/// written: positions, bytes, the columns and tags beside them, tiles, checkpoints, the anchor.
/// Reads only.
///
/// One snapshot, bounded memory: a tile is compared as soon as it is full.
public final class LedgerCheck {
    private static final int FETCH = 2_000;

    /// The tags are sorted once by position: no index of theirs begins with it.
    private static final String EVENTS =
            """
            select e.position, e.recorded_at, e.type, e.leaf, e.leaf_hash, t.tags
            from ledger.event e
            left join (
                select position, array_agg(tag) tags from ledger.event_tag group by position
            ) t on t.position = e.position
            order by e.position
            """;

    private static final String CHECKPOINTS =
            "select size, root, note from ledger.checkpoint order by size";

    private static final String FULL_TILE =
            "select root, data from ledger.tile where level = ? and idx = ?";

    private static final String TILES = "select count(*) from ledger.tile";

    private final Tx tx;
    private final VerifierKey key;
    private final Anchor anchor;
    private final EventCodec codec = new EventCodec();

    public LedgerCheck(DataSource ledger, VerifierKey key, Anchor anchor) {
        this.tx = new Tx(ledger);
        this.key = key;
        this.anchor = anchor;
    }

    /// Checks everything there is.
    ///
    /// @param progress told how many events are checked, now and then
    public CheckReport run(LongConsumer progress) {
        return tx.query(connection -> new Run(connection).all(progress));
    }

    /// One check. Owned by one thread.
    private final class Run {
        private final Connection connection;
        private final List<Finding> findings = new ArrayList<>();
        private final Frontier tree = Frontier.empty();
        private final DerivedTiles derived = new DerivedTiles();
        private final List<Tile> full = new ArrayList<>();
        private Instant last = Instant.MIN;
        private int compared;
        private long tiles;

        Run(Connection connection) {
            this.connection = connection;
        }

        CheckReport all(LongConsumer progress) throws SQLException {
            var kept = kept();
            try (var statement = connection.prepareStatement(EVENTS)) {
                statement.setFetchSize(FETCH);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        event(rows);
                        checkpoint(kept.remove(tree.size()));
                        if (tree.size() % FETCH == 0) {
                            progress.accept(tree.size());
                        }
                    }
                }
            }
            progress.accept(tree.size());
            kept.values().forEach(this::beyond);
            tileCount();
            anchor();
            return new CheckReport(tree.size(), tree.root(), compared, findings);
        }

        private void event(ResultSet rows) throws SQLException {
            long position = rows.getLong(1);
            long expected = tree.size() + 1;
            if (position != expected) {
                found(
                        What.POSITION,
                        expected,
                        "expected event %d, found %d".formatted(expected, position));
            }
            var leaf = rows.getBytes(4);
            var hash = Hash.ofLeaf(leaf);
            if (!Arrays.equals(hash.bytes(), rows.getBytes(5))) {
                found(What.LEAF, position, "its bytes are not those that were hashed");
            }
            tree.append(hash, this::node);
            compareFullTiles();
            index(position, rows, leaf);
        }

        private void index(long position, ResultSet rows, byte[] leaf) throws SQLException {
            var recordedAt = rows.getObject(2, OffsetDateTime.class).toInstant();
            if (recordedAt.isBefore(last)) {
                found(What.INDEX, position, "it is recorded before the event in front of it");
            }
            last = recordedAt;
            try {
                var read = codec.read(position, leaf);
                var recorded = read.recorded();
                if (!recorded.recordedAt().equals(recordedAt)) {
                    found(What.INDEX, position, "the column recorded_at differs from the leaf");
                }
                var name = EventCatalogue.nameOf(recorded.fact().event().getClass());
                if (!name.equals(rows.getString(3))) {
                    found(What.INDEX, position, "the column type differs from the leaf");
                }
                var array = rows.getArray(6);
                var tags = array == null ? Set.of() : Set.of((String[]) array.getArray());
                if (!tags.equals(read.tags())) {
                    found(What.INDEX, position, "its tags differ from the leaf");
                }
            } catch (UnreadableEvent e) {
                found(What.LEAF, position, "it cannot be read: " + e.getMessage());
            }
        }

        private void node(int level, long index, Hash hash) {
            derived.completed(level, index, hash);
            Tile.completedBy(level, index).ifPresent(full::add);
        }

        private void compareFullTiles() throws SQLException {
            for (var tile : full) {
                tiles++;
                var data = derived.bytes(tile);
                try (var statement = connection.prepareStatement(FULL_TILE)) {
                    statement.setInt(1, tile.level());
                    statement.setLong(2, tile.index());
                    try (var rows = statement.executeQuery()) {
                        if (!rows.next()) {
                            tile(tile, "is missing");
                        } else if (!Arrays.equals(rows.getBytes(2), data)) {
                            tile(tile, "is not the tile of its events");
                        } else if (!Arrays.equals(rows.getBytes(1), rootOf(tile, data))) {
                            tile(tile, "has another root than its hashes");
                        }
                    }
                }
                derived.forget(tile.level(), tile.index());
            }
            full.clear();
        }

        private static byte[] rootOf(Tile tile, byte[] data) {
            return tile.node(data, 8 * (tile.level() + 1), tile.index()).bytes();
        }

        private void tile(Tile tile, String what) {
            found(What.TILE, DerivedTiles.firstEvent(tile), tile.path() + " " + what);
        }

        private void tileCount() throws SQLException {
            try (var statement = connection.prepareStatement(TILES);
                    var rows = statement.executeQuery()) {
                rows.next();
                if (rows.getLong(1) != tiles) {
                    found(
                            What.TILE,
                            0,
                            "%d full tiles are stored, the events make %d"
                                    .formatted(rows.getLong(1), tiles));
                }
            }
        }

        private Map<Long, SealedCheckpoint> kept() throws SQLException {
            var kept = new TreeMap<Long, SealedCheckpoint>();
            try (var statement = connection.prepareStatement(CHECKPOINTS);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    kept.put(
                            rows.getLong(1),
                            new SealedCheckpoint(
                                    rows.getLong(1), Hash.of(rows.getBytes(2)), rows.getString(3)));
                }
            }
            return kept;
        }

        private void checkpoint(@Nullable SealedCheckpoint checkpoint) {
            if (checkpoint == null) {
                return;
            }
            compared++;
            if (!checkpoint.root().equals(tree.root())) {
                found(What.CHECKPOINT, checkpoint.size(), "the events do not give its root");
            }
            signed(checkpoint.note(), What.CHECKPOINT, checkpoint.size(), checkpoint.root());
        }

        private void signed(String text, What what, long size, Hash root) {
            try {
                var note = SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
                if (!(note.verify(List.of(key)) instanceof NoteVerdict.Verified)) {
                    found(what, size, "it is not signed by " + key.name());
                } else if (!Checkpoint.of(note).equals(new Checkpoint(key.name(), size, root))) {
                    found(what, size, "the signed text says another size or root");
                }
            } catch (MalformedLogDataException e) {
                found(what, size, "it cannot be read: " + e.getMessage());
            }
        }

        private void beyond(SealedCheckpoint checkpoint) {
            found(
                    What.CHECKPOINT,
                    checkpoint.size(),
                    "it covers %d events, the ledger holds %d"
                            .formatted(checkpoint.size(), tree.size()));
        }

        /// The anchor is compared by root where the database keeps that size; the sealer compares
        /// it with the tree itself before it signs.
        private void anchor() throws SQLException {
            var text = anchor.read();
            if (text.isEmpty()) {
                return;
            }
            try {
                var note = SignedNote.parse(text.get().getBytes(StandardCharsets.UTF_8));
                var outside = Checkpoint.of(note);
                var inside = kept().get(outside.size());
                if (outside.size() > tree.size()) {
                    found(
                            What.ANCHOR,
                            outside.size(),
                            "events %d to %d are missing"
                                    .formatted(tree.size() + 1, outside.size()));
                } else if (inside == null || !inside.note().equals(text.get())) {
                    found(What.ANCHOR, outside.size(), "the database keeps another checkpoint");
                } else {
                    signed(text.get(), What.ANCHOR, outside.size(), inside.root());
                }
            } catch (MalformedLogDataException e) {
                found(What.ANCHOR, 0, "it cannot be read: " + e.getMessage());
            }
        }

        private void found(What what, long position, String explanation) {
            if (findings.size() < CheckReport.MAX_FINDINGS) {
                findings.add(new Finding(what, position, explanation));
            }
        }
    }
}

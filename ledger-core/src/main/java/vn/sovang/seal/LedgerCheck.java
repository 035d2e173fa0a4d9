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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.EventCodec;
import vn.sovang.event.SigningKeyEvent;
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

/// Derives a whole log again from its leaves and names everything that is not as it was written:
/// positions, bytes, the columns and tags beside them, seals of appends, tiles, checkpoints, the
/// anchor. Reads only. The ledger and the log of who read what are checked by the same code.
///
/// One snapshot, bounded memory: a tile is compared as soon as it is full. What lies outside the
/// database is read before, so that a service that goes on meanwhile is no finding.
public final class LedgerCheck {
    private static final int FETCH = 2_000;

    /// The tags are sorted once by position: no index of theirs begins with it.
    private static final String EVENTS =
            """
            select e.position, e.recorded_at, e.type, e.leaf, e.leaf_hash, t.tags
            from event e
            left join (
                select position, array_agg(tag) tags from event_tag group by position
            ) t on t.position = e.position
            order by e.position
            """;

    private static final String CHECKPOINTS =
            "select size, root, note from checkpoint order by size";

    private static final String FULL_TILE =
            "select root, data from tile where level = ? and idx = ?";

    private static final String TILES = "select count(*) from tile";

    /// Changes of the signing key come before the events, so that each checkpoint is compared with
    /// the keys of its time.
    private static final String KEY_CHANGES =
            """
            select e.position, e.leaf
            from event e
            where e.type in ('ledger.SigningKeyIntroduced', 'ledger.SigningKeyRetired')
            order by e.position
            """;

    private final Tx tx;
    private final LeafIndex leaves;
    private final KeyFiles files;
    private final Anchor anchor;
    private final OutsideCheckpoints witnesses;
    private final List<Part> more;
    private final EventCodec codec = new EventCodec();

    /// Something else to check in the same run.
    @FunctionalInterface
    public interface Part {
        /// @param connection of the run, read only
        void check(Connection connection, Findings findings) throws SQLException;
    }

    /// Where a part says what it found.
    public interface Findings {
        /// See [Finding].
        void found(What what, long position, String explanation);

        /// What is not wrong, but weaker than it could be.
        void noted(What what, String explanation);
    }

    /// What lies beside the database.
    ///
    /// @param files whose keys sign and seal here
    /// @param witnesses what others keep of this log
    public record Beside(KeyFiles files, Anchor anchor, OutsideCheckpoints witnesses) {}

    /// @param log a pool whose connections see the log's tables
    /// @param leaves what its columns and tags must say
    public LedgerCheck(DataSource log, LeafIndex leaves, Beside beside, Part... more) {
        this.tx = new Tx(log);
        this.leaves = leaves;
        this.files = beside.files();
        this.anchor = beside.anchor();
        this.witnesses = beside.witnesses();
        this.more = List.of(more);
    }

    /// Checks everything there is.
    ///
    /// @param progress told how many events are checked, now and then
    /// @param derived how far the read models are
    public CheckReport run(LongConsumer progress, ReadModelPositions derived) {
        var positions = derived.positions();
        var outside = outside();
        return tx.snapshot(connection -> new Run(connection, outside).all(progress, positions));
    }

    /// What lies out of the database, read before it.
    ///
    /// @param anchor the note in the anchor file, whatever it says
    /// @param witnessed checkpoints that can be read: the witnesses' and that of the anchor
    private record Outside(Optional<String> anchor, List<OutsideCheckpoint> witnessed) {}

    private Outside outside() {
        var note = anchor.read();
        var readable = new ArrayList<>(witnesses.now());
        note.ifPresent(text -> {
            try {
                var signed = SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
                Checkpoint.of(signed);
                readable.add(new OutsideCheckpoint(signed, "the checkpoint in the anchor file"));
            } catch (MalformedLogDataException unreadable) {
                // Found when the anchor itself is checked.
            }
        });
        return new Outside(note, readable);
    }

    /// One check. Owned by one thread.
    private final class Run implements Findings {
        private final Connection connection;
        private final List<Finding> findings = new ArrayList<>();
        private final Frontier tree = Frontier.empty();
        private final DerivedTiles derived = new DerivedTiles();
        private final List<Tile> full = new ArrayList<>();
        private final List<Finding> notes = new ArrayList<>();
        private final Outside outside;
        private final List<VerifierKey> believed = files.believed();
        private KeyHistory keys = KeyHistory.of(believed.getFirst());
        private Instant last = Instant.MIN;

        /// Size of the largest kept checkpoint that the events give, so far.
        private long fits;

        private int compared;
        private long tiles;

        Run(Connection connection, Outside outside) {
            this.connection = connection;
            this.outside = outside;
        }

        CheckReport all(LongConsumer progress, Map<String, Long> derived) throws SQLException {
            keyChanges();
            events(progress);
            tileCount();
            anchor();
            missing();
            readModels(derived);
            for (var part : more) {
                part.check(connection, this);
            }
            return new CheckReport(tree.size(), tree.root(), compared, findings, notes);
        }

        private void keyChanges() throws SQLException {
            try (var statement = connection.prepareStatement(KEY_CHANGES);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keyChange(rows.getLong(1), rows.getBytes(2));
                }
            }
        }

        private void keyChange(long position, byte[] leaf) {
            try {
                if (codec.decode(position, leaf).fact().event() instanceof SigningKeyEvent change) {
                    keys = keys.with(position, change);
                }
            } catch (UnreadableEvent | MalformedLogDataException e) {
                found(What.LEAF, position, "it names no signing key: " + e.getMessage());
            }
        }

        private void events(LongConsumer progress) throws SQLException {
            var kept = kept();
            try (var statement = connection.prepareStatement(EVENTS);
                    var seals =
                            new SealWalk(
                                    connection,
                                    files.nodeKeys(),
                                    (position, what) -> found(What.APPEND, position, what))) {
                statement.setFetchSize(FETCH);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        event(rows, seals);
                        witnessed();
                        checkpoint(kept.remove(tree.size()));
                        if (tree.size() % FETCH == 0) {
                            progress.accept(tree.size());
                        }
                    }
                }
                seals.end(tree.size());
            }
            progress.accept(tree.size());
            kept.values().forEach(this::beyond);
        }

        private void event(ResultSet rows, SealWalk seals) throws SQLException {
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
            seals.event(position, hash);
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
                var read = leaves.of(position, leaf);
                if (!read.recordedAt().equals(recordedAt)) {
                    found(What.INDEX, position, "the column recorded_at differs from the leaf");
                }
                if (!read.type().equals(rows.getString(3))) {
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
                    var checkpoint = SealedCheckpoint.of(rows);
                    kept.put(checkpoint.size(), checkpoint);
                }
            }
            return kept;
        }

        private void checkpoint(@Nullable SealedCheckpoint checkpoint) {
            if (checkpoint == null) {
                return;
            }
            compared++;
            if (checkpoint.root().equals(tree.root())) {
                fits = tree.size();
            } else {
                found(
                        What.CHECKPOINT,
                        checkpoint.size(),
                        "the events do not give its root" + difference());
            }
            signed(checkpoint.note(), What.CHECKPOINT, checkpoint.size(), checkpoint.root());
        }

        private void signed(String text, What what, long size, Hash root) {
            var valid = new ArrayList<>(keys.validFor(size));
            valid.retainAll(believed);
            try {
                var note = SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
                var origin = files.origin();
                if (!(note.verify(valid) instanceof NoteVerdict.Verified)) {
                    found(what, size, "no key of this log that was in use then signed it");
                } else if (!Checkpoint.of(note).equals(new Checkpoint(origin, size, root))) {
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
                    "it covers %d events, the log holds %d"
                            .formatted(checkpoint.size(), tree.size()));
        }

        /// Whether the anchor is ours and the database has it too. Its root was compared with the
        /// events like those of the witnesses.
        private void anchor() throws SQLException {
            if (outside.anchor().isEmpty()) {
                return;
            }
            var text = outside.anchor().get();
            try {
                var note = SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
                var anchored = Checkpoint.of(note);
                var inside = kept().get(anchored.size());
                boolean reached = anchored.size() <= tree.size();
                if (reached && (inside == null || !inside.note().equals(text))) {
                    found(What.ANCHOR, anchored.size(), "the database keeps another checkpoint");
                }
                signed(text, What.ANCHOR, anchored.size(), anchored.root());
            } catch (MalformedLogDataException e) {
                found(What.ANCHOR, 0, "it cannot be read: " + e.getMessage());
            }
        }

        /// Where the events begin to differ from a checkpoint of just so many, as far as the
        /// checkpoints that fit can tell.
        private String difference() {
            return ": the first difference lies in events %d to %d"
                    .formatted(fits + 1, tree.size());
        }

        /// The checkpoints that others keep of just so many events.
        private void witnessed() {
            for (var other : outside.witnessed()) {
                var kept = other.checkpoint();
                if (kept.size() == tree.size() && !kept.root().equals(tree.root())) {
                    found(
                            What.ANCHOR,
                            kept.size(),
                            other.where()
                                    + " has another root than the events give"
                                    + difference());
                }
            }
        }

        /// The events that others have seen and the database does not hold.
        private void missing() {
            for (var other : outside.witnessed()) {
                long size = other.checkpoint().size();
                if (size > tree.size()) {
                    found(
                            What.ANCHOR,
                            size,
                            other.where()
                                    + " covers events %d to %d, which are missing"
                                            .formatted(tree.size() + 1, size));
                }
            }
        }

        private void readModels(Map<String, Long> derived) {
            derived.forEach((name, position) -> {
                if (position > tree.size()) {
                    found(
                            What.READ_MODEL,
                            position,
                            "%s has come to event %d, the log ends at %d"
                                    .formatted(name, position, tree.size()));
                }
            });
        }

        @Override
        public void noted(What what, String explanation) {
            notes.add(new Finding(what, 0, explanation));
        }

        @Override
        public void found(What what, long position, String explanation) {
            if (findings.size() < CheckReport.MAX_FINDINGS) {
                findings.add(new Finding(what, position, explanation));
            }
        }
    }
}

package vn.sovang.seal;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.sql.DataSource;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.postgres.Tx;
import vn.sovang.tlog.ConsistencyProof;
import vn.sovang.tlog.EntryBundle;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.HashReader;
import vn.sovang.tlog.InclusionProof;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.Tile;
import vn.sovang.tlog.TilePath;
import vn.sovang.vocabulary.CutOff;

/// What the log shows the world: tiles, entries and proofs, never beyond a published checkpoint
/// (C2SP tlog-tiles).
///
/// Full tiles are stored with their events; a partial tile is read from the hashes it is made of,
/// so every width that was ever published stays available. A proof reads a handful of tiles, never
/// the log.
public final class PublishedLog {
    private static final String FULL_TILE = "select data from tile where level = ? and idx = ?";

    private static final String LEAF_HASHES =
            """
            select leaf_hash from event
            where position > ? and position <= ?
            order by position
            """;

    private static final String TILE_ROOTS =
            """
            select root from tile
            where level = ? and idx >= ? and idx < ?
            order by idx
            """;

    private static final String LEAVES =
            """
            select leaf from event
            where position > ? and position <= ?
            order by position
            """;

    private static final String KEPT = "select size, root, note from checkpoint where size = ?";

    /// For each key that was retired, the last checkpoint before: the old key's last and the new
    /// key's too.
    private static final String HANDOVERS =
            """
            select c.size, c.root, c.note
            from event e
            cross join lateral (
                select * from checkpoint
                where size < e.position
                order by size desc
                limit 1
            ) c
            where e.type = 'ledger.SigningKeyRetired' and e.position <= ?
            order by c.size
            """;

    private static final String DATED =
            "select size, root, note, signed_at from checkpoint where size = ?";

    private static final String SIGNED_BY =
            """
            select size, root, note, signed_at from checkpoint
            where signed_at <= ?
            order by size desc
            limit 1
            """;

    private static final String SIZE = "select coalesce(max(position), 0) from ledger.event";

    private final Tx tx;

    public PublishedLog(DataSource ledger) {
        this.tx = new Tx(ledger);
    }

    /// A checkpoint that was published for exactly that many events.
    public Optional<SealedCheckpoint> checkpoint(long size) {
        return tx.query(connection -> {
            try (var statement = connection.prepareStatement(KEPT)) {
                statement.setLong(1, size);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(SealedCheckpoint.of(rows)) : Optional.empty();
                }
            }
        });
    }

    /// Whether a cut-off is a checkpoint that was published.
    public boolean holds(CutOff cutOff) {
        return checkpoint(cutOff.size())
                .filter(kept -> kept.root().toBase64().equals(cutOff.rootHash()))
                .isPresent();
    }

    /// The checkpoints of the log's first `size` events by which one key handed over to the next.
    public List<SealedCheckpoint> handovers(long size) {
        return tx.query(connection -> {
            try (var statement = connection.prepareStatement(HANDOVERS)) {
                statement.setLong(1, size);
                try (var rows = statement.executeQuery()) {
                    var handovers = new ArrayList<SealedCheckpoint>();
                    while (rows.next()) {
                        handovers.add(SealedCheckpoint.of(rows));
                    }
                    return handovers;
                }
            }
        });
    }

    /// The same with the time at which the service says it signed.
    public Optional<DatedCheckpoint> dated(long size) {
        return dated(DATED, size);
    }

    /// The last checkpoint signed at or before an instant, as the service says.
    public Optional<DatedCheckpoint> checkpointSignedBy(Instant instant) {
        return dated(SIGNED_BY, instant.atOffset(ZoneOffset.UTC));
    }

    private Optional<DatedCheckpoint> dated(String sql, Object parameter) {
        return tx.query(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, parameter);
                try (var rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(
                                    new DatedCheckpoint(
                                            new SealedCheckpoint(
                                                    rows.getLong(1),
                                                    Hash.of(rows.getBytes(2)),
                                                    rows.getString(3)),
                                            rows.getObject(4, OffsetDateTime.class).toInstant()))
                            : Optional.empty();
                }
            }
        });
    }

    /// The bytes of a tile or bundle of a tree of `size` events; empty if the tree has no such
    /// tile.
    public Optional<byte[]> read(TilePath path, long size) {
        if (!path.isWithin(size)) {
            return Optional.empty();
        }
        return Optional.of(
                tx.query(connection ->
                        switch (path) {
                            case Tile tile -> tile(connection, tile);
                            case EntryBundle bundle -> entries(connection, bundle);
                        }));
    }

    /// As [#read(TilePath, long)], but empty too where the database lacks what it should hold.
    Optional<byte[]> find(TilePath path, long size) {
        try {
            return read(path, size);
        } catch (NoSuchElementException missing) {
            return Optional.empty();
        }
    }

    /// The right edge of the tree of `size` events, from tiles and the leaf hashes after them;
    /// empty if the database does not hold all of it.
    Optional<Frontier> edge(long size) {
        try {
            return Optional.of(tx.query(c -> Frontier.of(size, reader(c, size))));
        } catch (NoSuchElementException | MalformedLogDataException holes) {
            return Optional.empty();
        }
    }

    /// How many events the log has now, published or not.
    public long size() {
        return tx.query(connection -> {
            try (var statement = connection.prepareStatement(SIZE);
                    var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0L;
            }
        });
    }

    /// The root of the log's first `size` events, from the hashes stored with them; empty if the
    /// database does not hold all of them.
    public Optional<Hash> rootOf(long size) {
        return edge(size).map(Frontier::root);
    }

    /// Proof that the event at `position` is in the tree of `size` events.
    ///
    /// @throws IndexOutOfBoundsException if it is not
    public InclusionProof inclusion(long position, long size) {
        return tx.query(c -> InclusionProof.prove(position - 1, size, reader(c, size)));
    }

    /// Proof that the tree of `newSize` events begins with the tree of `oldSize`.
    public ConsistencyProof consistency(long oldSize, long newSize) {
        return tx.query(c -> ConsistencyProof.prove(oldSize, newSize, reader(c, newSize)));
    }

    /// Nodes of the tree, each tile read at most once.
    private static HashReader reader(Connection connection, long size) {
        Map<Tile, byte[]> read = new HashMap<>();
        return Tile.reader(
                size,
                tile ->
                        read.computeIfAbsent(
                                tile,
                                t -> {
                                    try {
                                        return tile(connection, t);
                                    } catch (SQLException e) {
                                        throw new DatabaseFailure("tile", e);
                                    }
                                }));
    }

    private static byte[] tile(Connection connection, Tile tile) throws SQLException {
        if (tile.width() == TilePath.FULL_WIDTH) {
            return column(connection, FULL_TILE, tile.level(), tile.index()).getFirst();
        }
        long from = tile.index() * TilePath.FULL_WIDTH;
        long to = from + tile.width();
        var hashes =
                tile.level() == 0
                        ? column(connection, LEAF_HASHES, from, to)
                        : column(connection, TILE_ROOTS, tile.level() - 1, from, to);
        var data = new ByteArrayOutputStream(tile.width() * Hash.SIZE_BYTES);
        hashes.forEach(data::writeBytes);
        return data.toByteArray();
    }

    private static byte[] entries(Connection connection, EntryBundle bundle) throws SQLException {
        long from = bundle.index() * TilePath.FULL_WIDTH;
        return EntryBundle.encode(column(connection, LEAVES, from, from + bundle.width()));
    }

    private static List<byte[]> column(Connection connection, String sql, long... parameters)
            throws SQLException {
        var values = new ArrayList<byte[]>();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getBytes(1));
                }
            }
        }
        return values;
    }
}

package vn.sovang.eventstore;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.sovang.tlog.Hash;

/// The tiles of the Merkle tree that a batch completes: at level 0 one for each 256 leaf hashes, at
/// each level above one for each 256 roots of tiles below (C2SP tlog-tiles).
///
/// They are stored in the transaction of their events, so that after any crash the tree is exactly
/// that of the log. Every other node of the tree is computed from these when it is asked for.
final class FullTiles {
    static final int WIDTH = 256;

    private static final String LEAF_HASHES =
            """
            select leaf_hash
            from event
            where position > ? and position <= ?
            order by position
            """;

    private static final String ROOTS =
            """
            select root
            from tile
            where level = ? and idx >= ? and idx < ?
            order by idx
            """;

    private final Connection connection;
    private final List<FullTile> completed = new ArrayList<>();

    /// @param data the 256 hashes one after the other
    @SuppressWarnings("ArrayRecordComponent") // handed to the insert, never compared
    record FullTile(int level, long index, byte[] root, byte[] data) {}

    private FullTiles(Connection connection) {
        this.connection = connection;
    }

    /// @param size leaves before the batch
    /// @param added leaf hashes of the batch, in order
    static List<FullTile> completedBy(Connection connection, long size, List<byte[]> added)
            throws SQLException {
        FullTiles tiles = new FullTiles(connection);
        tiles.complete(0, size, added);
        return tiles.completed;
    }

    private void complete(int level, long size, List<byte[]> added) throws SQLException {
        long firstTile = size / WIDTH;
        long tiles = (size + added.size()) / WIDTH;
        if (tiles == firstTile) {
            return;
        }
        List<byte[]> hashes = new ArrayList<>(stored(level, firstTile * WIDTH, size));
        hashes.addAll(added);
        List<byte[]> roots = new ArrayList<>();
        for (long index = firstTile; index < tiles; index++) {
            int from = Math.toIntExact((index - firstTile) * WIDTH);
            List<byte[]> row = hashes.subList(from, from + WIDTH);
            byte[] root = root(row);
            completed.add(new FullTile(level, index, root, concatenated(row)));
            roots.add(root);
        }
        complete(level + 1, firstTile, roots);
    }

    /// Hashes of a level that were stored before this batch, from index `from` to below `to`.
    private List<byte[]> stored(int level, long from, long to) throws SQLException {
        List<byte[]> hashes = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(level == 0 ? LEAF_HASHES : ROOTS)) {
            int parameter = 1;
            if (level > 0) {
                statement.setInt(parameter++, level - 1);
            }
            statement.setLong(parameter++, from);
            statement.setLong(parameter, to);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    hashes.add(rows.getBytes(1));
                }
            }
        }
        if (hashes.size() != to - from) {
            throw new LedgerDamaged(to, "the Merkle tree below it has holes");
        }
        return hashes;
    }

    private static byte[] root(List<byte[]> hashes) {
        List<Hash> level = hashes.stream().map(Hash::of).toList();
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(Hash.ofNode(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst().bytes();
    }

    private static byte[] concatenated(List<byte[]> hashes) {
        ByteArrayOutputStream data = new ByteArrayOutputStream(WIDTH * Hash.SIZE_BYTES);
        hashes.forEach(data::writeBytes);
        return data.toByteArray();
    }
}

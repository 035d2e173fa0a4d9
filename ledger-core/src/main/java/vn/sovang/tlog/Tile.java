package vn.sovang.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A tile of the tree (*mảnh cây băm*): up to 256 neighbouring nodes of a level that is a multiple
/// of 8 (C2SP tlog-tiles, "Merkle Tree").
///
/// Hash `j` of tile (`level`, `index`) is the complete node (8 · level, 256 · index + j). The seven
/// levels between are not stored: [#node(byte\[\], int, long)] hashes them again. A partial tile is
/// a beginning of the full one, and is never itself hashed upwards.
///
/// @param level tile level, 0 to 63; level 0 holds leaf hashes
/// @param index position among the tiles of that level
/// @param width number of hashes, 1 to 256
public record Tile(int level, long index, int width) implements TilePath {
    /// log2 of [TilePath#FULL_WIDTH]: the levels of the tree that one tile spans.
    private static final int HEIGHT = 8;

    private static final int MAX_LEVEL = 63;

    public Tile {
        TilePath.requireValid(index, width);
        if (level < 0 || level > MAX_LEVEL) {
            throw new MalformedLogDataException("tile: level " + level + " not in 0 to 63");
        }
    }

    /// The tile that holds the complete node (`nodeLevel`, `nodeIndex`), as wide as a tree of
    /// `size` entries makes it.
    ///
    /// @throws IndexOutOfBoundsException if the node is not complete in a tree of that size
    public static Tile holding(int nodeLevel, long nodeIndex, long size) {
        long nodes = nodeLevel < 0 ? 0 : countAt(nodeLevel, size);
        if (nodeIndex < 0 || nodeIndex >= nodes) {
            throw new IndexOutOfBoundsException(
                    "no complete node (%d, %d) in a tree of %d"
                            .formatted(nodeLevel, nodeIndex, size));
        }
        int level = nodeLevel / HEIGHT;
        long index = nodeIndex >> (HEIGHT - nodeLevel % HEIGHT);
        long available = countAt(HEIGHT * level, size) - index * FULL_WIDTH;
        return new Tile(level, index, (int) Math.min(FULL_WIDTH, available));
    }

    /// The full tile that came about when the node (`nodeLevel`, `nodeIndex`) was completed, if one
    /// did. That node's hash is the tile's root and the next hash of the level above.
    public static Optional<Tile> completedBy(int nodeLevel, long nodeIndex) {
        return nodeLevel > 0 && nodeLevel % HEIGHT == 0
                ? Optional.of(new Tile(nodeLevel / HEIGHT - 1, nodeIndex, FULL_WIDTH))
                : Optional.empty();
    }

    /// Every tile of a tree of `size` entries, full ones and the partial right edge, level by
    /// level.
    public static List<Tile> all(long size) {
        var tiles = new ArrayList<Tile>();
        for (int level = 0; countAt(HEIGHT * level, size) > 0; level++) {
            long hashes = countAt(HEIGHT * level, size);
            for (long index = 0; index < hashes / FULL_WIDTH; index++) {
                tiles.add(new Tile(level, index, FULL_WIDTH));
            }
            int rest = (int) (hashes % FULL_WIDTH);
            if (rest > 0) {
                tiles.add(new Tile(level, hashes / FULL_WIDTH, rest));
            }
        }
        return tiles;
    }

    /// Reads nodes of a tree of `size` entries from tiles. `source` gives the bytes of a tile and
    /// MUST throw when it has none; it is asked once per node, so a slow one should cache.
    public static HashReader reader(long size, Function<Tile, byte[]> source) {
        return (level, index) -> {
            Tile tile = holding(level, index, size);
            return tile.node(source.apply(tile), level, index);
        };
    }

    /// The bytes of a tile: its hashes one after the other.
    public static byte[] encode(List<Hash> hashes) {
        var data = new byte[hashes.size() * Hash.SIZE_BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(data, i * Hash.SIZE_BYTES);
        }
        return data;
    }

    /// The hashes of this tile.
    ///
    /// @throws MalformedLogDataException if `data` is not exactly as long as this tile
    public List<Hash> parse(byte[] data) {
        requireLength(data);
        var hashes = new ArrayList<Hash>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.at(data, i * Hash.SIZE_BYTES));
        }
        return hashes;
    }

    /// The complete node (`nodeLevel`, `nodeIndex`) from the bytes of this tile. Its own root is
    /// allowed too (the node 8 levels up), which lets an auditor compare a tile with the one above.
    ///
    /// @throws MalformedLogDataException if `data` is not exactly as long as this tile
    /// @throws IndexOutOfBoundsException if the node is not in this tile
    public Hash node(byte[] data, int nodeLevel, long nodeIndex) {
        requireLength(data);
        int height = nodeLevel - HEIGHT * level;
        if (height < 0 || height > HEIGHT || nodeIndex >> (HEIGHT - height) != index) {
            throw new IndexOutOfBoundsException(
                    "no node (%d, %d) in %s".formatted(nodeLevel, nodeIndex, path()));
        }
        int first = (int) (nodeIndex & ((1 << (HEIGHT - height)) - 1)) << height;
        if (first + (1 << height) > width) {
            throw new IndexOutOfBoundsException(
                    "node (%d, %d) is not complete in %s".formatted(nodeLevel, nodeIndex, path()));
        }
        return subtree(data, first, 1 << height);
    }

    private static Hash subtree(byte[] data, int first, int count) {
        if (count == 1) {
            return Hash.at(data, first * Hash.SIZE_BYTES);
        }
        int half = count / 2;
        return Hash.ofNode(subtree(data, first, half), subtree(data, first + half, half));
    }

    private void requireLength(byte[] data) {
        if (data.length != width * Hash.SIZE_BYTES) {
            throw new MalformedLogDataException(
                    "%s: %d bytes instead of %d"
                            .formatted(path(), data.length, width * Hash.SIZE_BYTES));
        }
    }

    @Override
    public String path() {
        return "tile/" + level + "/" + TilePath.suffix(index, width);
    }

    @Override
    public boolean isWithin(long size) {
        long hashes = countAt(HEIGHT * level, size);
        return hashes >= width && index <= (hashes - width) / FULL_WIDTH;
    }

    /// Complete nodes at a level: floor(size / 2^level). Java shifts a long by the count modulo 64,
    /// so the high levels need their own answer.
    private static long countAt(int nodeLevel, long size) {
        return nodeLevel < Long.SIZE ? size >> nodeLevel : 0;
    }
}

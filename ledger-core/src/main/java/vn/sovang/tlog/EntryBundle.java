package vn.sovang.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Up to 256 neighbouring entries as a log serves them (*bó bản ghi*): each one as its length in
/// two bytes, big-endian, and then its exact bytes (C2SP tlog-tiles, "Log Entries").
///
/// @param index position among the bundles; the first entry is number `256 * index`
/// @param width number of entries, 1 to 256
public record EntryBundle(long index, int width) implements TilePath {
    /// The length is an unsigned 16-bit number. Longer content belongs outside the log, with its
    /// hash inside.
    public static final int MAX_ENTRY_BYTES = 65_535;

    private static final int LENGTH_BYTES = 2;

    public EntryBundle {
        TilePath.requireValid(index, width);
    }

    /// The bundle that holds entry number `entry`, as wide as a tree of `size` entries makes it.
    ///
    /// @throws IndexOutOfBoundsException if there is no such entry in a tree of that size
    public static EntryBundle holding(long entry, long size) {
        Tile tile = Tile.holding(0, entry, size);
        return new EntryBundle(tile.index(), tile.width());
    }

    /// The bytes of a bundle.
    ///
    /// @throws MalformedLogDataException if an entry is longer than [#MAX_ENTRY_BYTES]
    public static byte[] encode(List<byte[]> entries) {
        var out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY_BYTES) {
                throw new MalformedLogDataException(
                        "entry: " + entry.length + " bytes, more than " + MAX_ENTRY_BYTES);
            }
            out.write(entry.length >> Byte.SIZE);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /// The entries of this bundle, in order.
    ///
    /// @throws MalformedLogDataException if `data` ends within an entry, or holds fewer or more
    ///   entries than this bundle's width
    public List<byte[]> parse(byte[] data) {
        var entries = new ArrayList<byte[]>(width);
        int at = 0;
        while (entries.size() < width) {
            if (data.length - at < LENGTH_BYTES) {
                throw cutOff(entries.size(), at);
            }
            int length =
                    Byte.toUnsignedInt(data[at]) << Byte.SIZE | Byte.toUnsignedInt(data[at + 1]);
            at += LENGTH_BYTES;
            if (data.length - at < length) {
                throw cutOff(entries.size(), at);
            }
            entries.add(Arrays.copyOfRange(data, at, at + length));
            at += length;
        }
        if (at != data.length) {
            throw new MalformedLogDataException(
                    "%s: %d bytes after the last entry".formatted(path(), data.length - at));
        }
        return entries;
    }

    private MalformedLogDataException cutOff(int entry, int offset) {
        return new MalformedLogDataException(
                "%s: entry %d of the bundle cut off at offset %d".formatted(path(), entry, offset));
    }

    @Override
    public String path() {
        return "tile/entries/" + TilePath.suffix(index, width);
    }

    @Override
    public boolean isWithin(long size) {
        return new Tile(0, index, width).isWithin(size);
    }
}

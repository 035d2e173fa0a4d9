package vn.sovang.tlog;

import java.util.ArrayList;
import java.util.List;

/// The right edge of a growing tree: the roots of its maximal complete subtrees.
///
/// A tree of `n` leaves has one such root for each 1-bit of `n`, so this is at most 63 hashes
/// however long the log is. Appending costs one leaf hash and, on average, less than one node hash;
/// the root costs at most log2(n) more.
///
/// **Ownership:** mutable and not thread-safe. One writer owns it; who wants to try an append that
/// may be rolled back takes a [#copy()] and throws it away, or swaps it in after the commit.
public final class Frontier {
    /// Largest subtree first. Its length is always `Long.bitCount(size)`.
    private final List<Hash> peaks;

    private long size;

    private Frontier(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    /// The frontier of the tree without leaves.
    public static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    /// The frontier of the tree of `size` leaves whose complete nodes `reader` knows.
    public static Frontier of(long size, HashReader reader) {
        if (size < 0) {
            throw new IllegalArgumentException("tree size " + size + " is negative");
        }
        return new Frontier(size, MerkleTree.peaks(0, size, reader));
    }

    /// Appends a leaf hash and returns the new size.
    public long append(Hash leaf) {
        return append(leaf, (_, _, _) -> {});
    }

    /// Appends a leaf hash, reports every node this completes, leaf first and then upwards, and
    /// returns the new size. If `sink` throws, this frontier is unusable and must be dropped.
    public long append(Hash leaf, NodeSink sink) {
        long index = size;
        int level = 0;
        Hash node = leaf;
        sink.completed(level, index, node);
        while ((index & 1) == 1) {
            node = Hash.ofNode(peaks.removeLast(), node);
            index >>= 1;
            level++;
            sink.completed(level, index, node);
        }
        peaks.add(node);
        size = Math.incrementExact(size);
        return size;
    }

    /// The root of the tree of all leaves appended so far.
    public Hash root() {
        return MerkleTree.fold(peaks);
    }

    /// Number of leaves.
    public long size() {
        return size;
    }

    /// The roots of the maximal complete subtrees, largest first.
    public List<Hash> peaks() {
        return List.copyOf(peaks);
    }

    /// An independent frontier of the same tree.
    public Frontier copy() {
        return new Frontier(size, new ArrayList<>(peaks));
    }
}

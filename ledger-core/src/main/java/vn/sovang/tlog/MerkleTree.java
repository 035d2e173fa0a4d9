package vn.sovang.tlog;

import java.util.ArrayList;
import java.util.List;

/// The Merkle tree head MTH (RFC 6962 section 2.1, RFC 9162 section 2.1.1) from complete nodes.
///
/// A tree of `n` leaves splits at the largest power of two strictly below `n`. Nothing is padded
/// and no leaf is counted twice; trees that do so are a different (and weaker) construction.
public final class MerkleTree {
    private MerkleTree() {}

    /// The root of the first `size` leaves.
    ///
    /// @throws IllegalArgumentException if `size` is negative
    public static Hash root(long size, HashReader reader) {
        if (size < 0) {
            throw new IllegalArgumentException("tree size " + size + " is negative");
        }
        return range(0, size, reader);
    }

    /// MTH(D[from:to]) for a range that the recursive definition reaches, i.e. one that starts at a
    /// multiple of the smallest power of two not below its length.
    static Hash range(long from, long to, HashReader reader) {
        return fold(peaks(from, to, reader));
    }

    /// The largest power of two strictly below `n`, for `n` of 2 or more.
    static long split(long n) {
        return Long.highestOneBit(n - 1);
    }

    /// The complete subtrees that make up a range, largest first: one for each 1-bit of its length.
    static List<Hash> peaks(long from, long to, HashReader reader) {
        long length = to - from;
        var peaks = new ArrayList<Hash>(Long.bitCount(length));
        long start = from;
        for (long rest = length; rest != 0; ) {
            long width = Long.highestOneBit(rest);
            int level = Long.numberOfTrailingZeros(width);
            peaks.add(reader.read(level, start >> level));
            start += width;
            rest -= width;
        }
        return peaks;
    }

    /// Joins peaks from the right, where the subtrees are smallest.
    static Hash fold(List<Hash> peaks) {
        if (peaks.isEmpty()) {
            return Hash.EMPTY_ROOT;
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(peaks.get(i), root);
        }
        return root;
    }
}

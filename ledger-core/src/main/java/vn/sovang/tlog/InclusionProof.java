package vn.sovang.tlog;

import java.util.ArrayList;
import java.util.List;

/// The claim that a leaf is entry number `index` of the first `size` entries (*bằng chứng có trong
/// sổ*), with the hashes that let anyone check it against a root.
///
/// An instance may come from a file and is a claim, not a fact: any numbers can be in it, and only
/// [#verify(Hash, Hash)] says whether they hold. RFC 9162 section 2.1.3 (RFC 6962 section 2.1.1).
///
/// @param index zero-based position of the entry
/// @param size number of leaves of the tree
/// @param path the leaf's sibling first, the root's child last
public record InclusionProof(long index, long size, List<Hash> path) {
    /// A tree of at most 2^63 - 1 leaves is 63 levels high, so an honest path is never longer.
    static final int MAX_PATH_LENGTH = 63;

    public InclusionProof {
        path = List.copyOf(path);
    }

    /// PATH(index, D[0:size]) of RFC 9162 section 2.1.3.1.
    ///
    /// @throws IndexOutOfBoundsException if there is no such entry in a tree of that size
    public static InclusionProof prove(long index, long size, HashReader reader) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("no entry " + index + " in a tree of " + size);
        }
        var path = new ArrayList<Hash>();
        collect(index, 0, size, path, reader);
        return new InclusionProof(index, size, path);
    }

    private static void collect(long m, long lo, long hi, List<Hash> path, HashReader reader) {
        if (hi - lo == 1) {
            return;
        }
        long middle = lo + MerkleTree.split(hi - lo);
        if (m < middle) {
            collect(m, lo, middle, path, reader);
            path.add(MerkleTree.range(middle, hi, reader));
        } else {
            collect(m, middle, hi, path, reader);
            path.add(MerkleTree.range(lo, middle, reader));
        }
    }

    /// Whether the tree with this `root` has `leaf` at this index (RFC 9162 section 2.1.3.2).
    ///
    /// @param leaf the leaf hash recomputed from the entry's own bytes, never one taken from a
    ///   proof
    /// @param root a root from a checkpoint whose signatures were verified, for the same size
    public boolean verify(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        Hash r = leaf;
        for (Hash p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = Hash.ofNode(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = Hash.ofNode(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && r.equals(root);
    }
}

package vn.sovang.tlog;

import java.util.ArrayList;
import java.util.List;

/// The claim that the first `oldSize` of `newSize` entries are still the same (*bằng chứng chỉ ghi
/// thêm, không sửa*), with the hashes that let anyone check it against both roots.
///
/// Like [InclusionProof] it is a claim until [#verify(Hash, Hash)] holds. RFC 9162 section 2.1.4
/// (RFC 6962 section 2.1.2). Everything is consistent with the empty tree, whose proof is empty:
/// that is the rule of C2SP tlog-witness, while the RFC leaves an old size of 0 undefined and some
/// libraries refuse it.
///
/// @param oldSize number of leaves of the earlier tree
/// @param newSize number of leaves of the later tree
/// @param path the hashes in the order of RFC 9162, deepest first
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {
    /// C2SP tlog-witness: a client MUST NOT send more proof lines.
    static final int MAX_PATH_LENGTH = 63;

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /// PROOF(oldSize, D[newSize]) of RFC 9162 section 2.1.4.1.
    ///
    /// @throws IndexOutOfBoundsException unless 0 ≤ oldSize ≤ newSize
    public static ConsistencyProof prove(long oldSize, long newSize, HashReader reader) {
        if (oldSize < 0 || oldSize > newSize) {
            throw new IndexOutOfBoundsException(
                    "no tree of " + oldSize + " within a tree of " + newSize);
        }
        var path = new ArrayList<Hash>();
        if (oldSize > 0) {
            collect(new Range(0, newSize), oldSize, true, path, reader);
        }
        return new ConsistencyProof(oldSize, newSize, path);
    }

    /// SUBPROOF; `wasRoot` is false once the old tree's root is no longer known to the verifier.
    private static void collect(
            Range range, long old, boolean wasRoot, List<Hash> path, HashReader reader) {
        if (old == range.to) {
            if (!wasRoot) {
                path.add(MerkleTree.range(range.from, range.to, reader));
            }
            return;
        }
        long middle = range.from + MerkleTree.split(range.to - range.from);
        if (old <= middle) {
            collect(new Range(range.from, middle), old, wasRoot, path, reader);
            path.add(MerkleTree.range(middle, range.to, reader));
        } else {
            collect(new Range(middle, range.to), old, false, path, reader);
            path.add(MerkleTree.range(range.from, middle, reader));
        }
    }

    private record Range(long from, long to) {}

    /// Whether the tree with `oldRoot` is a prefix of the tree with `newRoot` (RFC 9162 section
    /// 2.1.4.2). Both roots must come from checkpoints whose signatures were verified, for the same
    /// sizes. For an old size of 0 `oldRoot` is not looked at.
    public boolean verify(Hash oldRoot, Hash newRoot) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return path.isEmpty() && oldRoot.equals(newRoot);
        }
        if (oldSize == 0) {
            return path.isEmpty();
        }
        return !path.isEmpty() && climb(oldRoot, newRoot);
    }

    private boolean climb(Hash oldRoot, Hash newRoot) {
        long fn = oldSize - 1;
        long sn = newSize - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        // An old size that is a power of two is itself a node of the new tree; the RFC leaves that
        // node out of the proof, since the verifier has it.
        boolean oldRootIsNode = Long.bitCount(oldSize) == 1;
        Hash fr = oldRootIsNode ? oldRoot : path.getFirst();
        Hash sr = fr;
        for (Hash c : oldRootIsNode ? path : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hash.ofNode(c, fr);
                sr = Hash.ofNode(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Hash.ofNode(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(oldRoot) && sr.equals(newRoot);
    }
}

package vn.sovang.tlog;

/// Where complete nodes come from: a table, a directory of tiles, a map in a test.
///
/// The node (`level`, `index`) covers the leaves `index * 2^level` up to but not including `(index
/// + 1) * 2^level`; level 0 holds the leaf hashes. A *complete* node has all its leaves and
/// therefore never changes, so an implementation MAY cache without limit. Every root and every
/// proof of every size is made of complete nodes only; see [MerkleTree].
@FunctionalInterface
public interface HashReader {
    /// The hash of a complete node. MUST throw rather than invent a value when the node is not
    /// stored: a wrong hash becomes a wrong root, and a wrong root may get signed.
    Hash read(int level, long index);
}

package vn.sovang.tlog;

/// Receives each node in the moment it becomes complete; see [Frontier#append(Hash, NodeSink)].
@FunctionalInterface
public interface NodeSink {
    /// The node (`level`, `index`) is `hash` and will never change. [Tile#completedBy(int, long)]
    /// says whether a full tile came about with it.
    void completed(int level, long index, Hash hash);
}

package vn.sovang.tlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Complete nodes in a map, filled through a [Frontier] as a sealer fills its tables.
final class StoredNodes implements HashReader, NodeSink {
    private final Map<Node, Hash> nodes = new HashMap<>();
    final Frontier frontier = Frontier.empty();

    private record Node(int level, long index) {}

    static StoredNodes of(List<byte[]> entries) {
        var stored = new StoredNodes();
        entries.forEach(entry -> stored.frontier.append(Hash.ofLeaf(entry), stored));
        return stored;
    }

    @Override
    public Hash read(int level, long index) {
        Hash hash = nodes.get(new Node(level, index));
        if (hash == null) {
            throw new IllegalStateException("node (" + level + ", " + index + ") is not complete");
        }
        return hash;
    }

    @Override
    public void completed(int level, long index, Hash hash) {
        if (nodes.putIfAbsent(new Node(level, index), hash) != null) {
            throw new IllegalStateException("node (" + level + ", " + index + ") reported twice");
        }
    }

    int count() {
        return nodes.size();
    }
}

package vn.sovang.eventstore;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/// The node's own key and those of other nodes whose appends it vouches for.
///
/// @param own seals what this node appends
/// @param others keys of nodes with a key folder of their own
public record NodeKeys(NodeKey own, List<NodeKey> others) {
    public NodeKeys {
        others = List.copyOf(others);
    }

    /// A key that nobody keeps: its appends can be read, and no sealer ever signs them.
    static NodeKeys forgotten() {
        var secret = new byte[NodeKey.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new NodeKeys(NodeKey.of(secret, "forgotten"), List.of());
    }

    /// The key of that name; empty if it is not trusted here.
    public Optional<NodeKey> named(String id) {
        return own.id().equals(id)
                ? Optional.of(own)
                : others.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}

package vn.sovang.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.ConsistencyProof;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.MerkleTree;
import vn.sovang.tlog.NoteSigner;
import vn.sovang.tlog.SignedNote;

/// A log in memory that signs whatever it is asked to, forks too.
final class SmallLog {
    private final NoteSigner signer;
    private final Map<List<Long>, Hash> nodes = new HashMap<>();

    /// @param entries how many, each named after the variant and its number
    /// @param same how many of them are the same in every variant
    SmallLog(String origin, String variant, int entries, int same) {
        this.signer = NoteSigner.ed25519(origin, seed(origin));
        var tree = Frontier.empty();
        for (int i = 0; i < entries; i++) {
            var entry = (i < same ? "common" : variant) + " " + i;
            tree.append(
                    Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8)),
                    (level, index, hash) -> nodes.put(List.of((long) level, index), hash));
        }
    }

    private static byte[] seed(String origin) {
        var seed = new byte[32];
        var name = origin.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(name, 0, seed, 0, Math.min(name.length, seed.length));
        return seed;
    }

    NoteSigner signer() {
        return signer;
    }

    private Hash node(int level, long index) {
        return Objects.requireNonNull(nodes.get(List.of((long) level, index)));
    }

    SignedNote checkpoint(long size) {
        var text =
                new Checkpoint(signer.verifierKey().name(), size, MerkleTree.root(size, this::node))
                        .textBytes();
        return SignedNote.of(text, List.of(signer.sign(text)));
    }

    byte[] request(long old, long size) {
        var path = new ArrayList<>(ConsistencyProof.prove(old, size, this::node).path());
        return new AddCheckpointRequest(old, path, checkpoint(size)).bytes();
    }
}

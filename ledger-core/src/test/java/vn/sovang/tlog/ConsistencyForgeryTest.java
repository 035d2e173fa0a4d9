package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Each test forges every consistency proof between trees of 1 to 20 leaves in one way, and none of
/// the forgeries may verify.
class ConsistencyForgeryTest {
    private static final int SIZES = 20;
    private static final StoredNodes NODES = StoredNodes.of(Vectors.numbered(2 * SIZES));
    private static final Hash STRANGER = Hash.ofLeaf(new byte[] {1, 2, 3});

    /// A proof with the two roots it is checked against.
    private record Claim(ConsistencyProof proof, Hash oldRoot, Hash newRoot) {
        boolean holds() {
            return proof.verify(oldRoot, newRoot);
        }

        Claim between(long oldSize, long newSize) {
            return new Claim(
                    new ConsistencyProof(oldSize, newSize, proof.path()), oldRoot, newRoot);
        }

        Claim with(List<Hash> path) {
            return new Claim(
                    new ConsistencyProof(proof.oldSize(), proof.newSize(), path), oldRoot, newRoot);
        }

        Claim between(Hash otherOld, Hash otherNew) {
            return new Claim(proof, otherOld, otherNew);
        }

        List<Hash> path() {
            return new ArrayList<>(proof.path());
        }

        Claim appending(Hash hash) {
            return with(Forgeries.inserted(path(), path().size(), hash));
        }
    }

    private static List<Claim> honest() {
        var claims = new ArrayList<Claim>();
        for (int size = 1; size <= SIZES; size++) {
            for (int old = 1; old < size; old++) {
                claims.add(
                        new Claim(
                                ConsistencyProof.prove(old, size, NODES),
                                MerkleTree.root(old, NODES),
                                MerkleTree.root(size, NODES)));
            }
        }
        return claims;
    }

    /// Counts, so that a forgery that produced nothing would not pass for one that was caught.
    private static void allRefused(Function<Claim, List<Claim>> forge) {
        int forgeries = 0;
        for (Claim claim : honest()) {
            for (Claim forged : forge.apply(claim)) {
                assertThat(forged.holds()).as("%s from %s", forged, claim).isFalse();
                forgeries++;
            }
        }
        assertThat(forgeries).isGreaterThan(SIZES);
    }

    @Test
    void the_honest_proofs_verify() {
        assertThat(honest()).hasSize(190).allMatch(Claim::holds);
    }

    @Test
    void one_bit_flipped_in_any_element() {
        allRefused(claim -> {
            var forged = new ArrayList<Claim>();
            for (int i = 0; i < claim.path().size(); i++) {
                List<Hash> path = claim.path();
                path.set(i, Forgeries.flipped(path.get(i), 255 - i));
                forged.add(claim.with(path));
            }
            return forged;
        });
    }

    @Test
    void element_added_before() {
        allRefused(claim -> List.of(claim.with(Forgeries.inserted(claim.path(), 0, STRANGER))));
    }

    @Test
    void element_added_after() {
        allRefused(claim -> List.of(claim.appending(STRANGER)));
    }

    @Test
    void trailing_copy_of_the_last_element() {
        allRefused(claim -> List.of(claim.appending(claim.path().getLast())));
    }

    @Test
    void any_element_removed() {
        allRefused(claim -> Forgeries.eachRemoved(claim.path()).stream().map(claim::with).toList());
    }

    @Test
    void all_elements_removed() {
        allRefused(claim -> List.of(claim.with(List.of())));
    }

    @Test
    void neighbouring_elements_swapped() {
        allRefused(claim -> Forgeries.eachSwapped(claim.path()).stream().map(claim::with).toList());
    }

    @Test
    void old_root_added_before() {
        allRefused(
                claim -> List.of(claim.with(Forgeries.inserted(claim.path(), 0, claim.oldRoot))));
    }

    @Test
    void new_root_added_after() {
        allRefused(claim -> List.of(claim.appending(claim.newRoot)));
    }

    @Test
    void roots_swapped() {
        allRefused(claim -> List.of(claim.between(claim.newRoot, claim.oldRoot)));
    }

    @Test
    void sizes_swapped() {
        allRefused(claim -> List.of(claim.between(claim.proof.newSize(), claim.proof.oldSize())));
    }

    @Test
    void old_size_one_lower() {
        // An old size of 0 asks for an empty proof, so this too is refused.
        allRefused(
                claim -> List.of(claim.between(claim.proof.oldSize() - 1, claim.proof.newSize())));
    }

    @Test
    void old_size_one_higher() {
        allRefused(
                claim -> List.of(claim.between(claim.proof.oldSize() + 1, claim.proof.newSize())));
    }

    @Test
    void old_size_xor_2() {
        allRefused(
                claim -> List.of(claim.between(claim.proof.oldSize() ^ 2, claim.proof.newSize())));
    }

    @Test
    void old_size_zero() {
        allRefused(claim -> List.of(claim.between(0, claim.proof.newSize())));
    }

    @Test
    void old_size_negative() {
        allRefused(claim -> List.of(claim.between(-claim.proof.oldSize(), claim.proof.newSize())));
    }

    @Test
    void new_size_doubled() {
        allRefused(
                claim -> List.of(claim.between(claim.proof.oldSize(), claim.proof.newSize() * 2)));
    }

    @Test
    void new_size_halved() {
        allRefused(
                claim -> List.of(claim.between(claim.proof.oldSize(), claim.proof.newSize() / 2)));
    }

    @Test
    void old_root_of_another_history() {
        allRefused(claim -> List.of(claim.between(STRANGER, claim.newRoot)));
    }

    @Test
    void new_root_of_another_history() {
        allRefused(claim -> List.of(claim.between(claim.oldRoot, STRANGER)));
    }

    @Test
    void both_roots_the_same_at_different_sizes() {
        allRefused(claim ->
                List.of(
                        claim.between(claim.oldRoot, claim.oldRoot),
                        claim.between(claim.newRoot, claim.newRoot)));
    }

    @Test
    void equal_sizes_with_a_proof() {
        allRefused(claim ->
                List.of(
                        new Claim(
                                new ConsistencyProof(
                                        claim.proof.newSize(), claim.proof.newSize(), claim.path()),
                                claim.newRoot,
                                claim.newRoot)));
    }

    @Test
    void equal_sizes_with_different_roots() {
        var proof = new ConsistencyProof(5, 5, List.of());
        assertThat(proof.verify(STRANGER, STRANGER)).isTrue();
        assertThat(proof.verify(STRANGER, Hash.EMPTY_ROOT)).isFalse();
    }

    @Test
    void the_empty_tree_is_a_prefix_of_every_tree_and_takes_no_proof() {
        Hash root = MerkleTree.root(7, NODES);
        assertThat(ConsistencyProof.prove(0, 7, NODES).path()).isEmpty();
        assertThat(ConsistencyProof.prove(0, 7, NODES).verify(Hash.EMPTY_ROOT, root)).isTrue();
        assertThat(ConsistencyProof.prove(0, 0, NODES).verify(Hash.EMPTY_ROOT, Hash.EMPTY_ROOT))
                .isTrue();
        assertThat(new ConsistencyProof(0, 7, List.of(root)).verify(Hash.EMPTY_ROOT, root))
                .isFalse();
    }
}

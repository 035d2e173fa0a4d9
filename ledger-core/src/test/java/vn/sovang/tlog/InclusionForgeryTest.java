package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Each test forges every inclusion proof of the trees of 1 to 20 leaves in one way, and none of
/// the forgeries may verify.
class InclusionForgeryTest {
    private static final int SIZES = 20;
    private static final List<byte[]> ENTRIES = Vectors.numbered(2 * SIZES);
    private static final StoredNodes NODES = StoredNodes.of(ENTRIES);
    private static final Hash STRANGER = Hash.ofLeaf(new byte[] {1, 2, 3});

    /// A proof with the leaf and root it is checked against.
    private record Claim(InclusionProof proof, Hash leaf, Hash root) {
        boolean holds() {
            return proof.verify(leaf, root);
        }

        Claim at(long index, long size) {
            return new Claim(new InclusionProof(index, size, proof.path()), leaf, root);
        }

        Claim with(List<Hash> path) {
            return new Claim(new InclusionProof(proof.index(), proof.size(), path), leaf, root);
        }

        List<Hash> path() {
            return new ArrayList<>(proof.path());
        }
    }

    private static List<Claim> honest() {
        var claims = new ArrayList<Claim>();
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                claims.add(
                        new Claim(
                                InclusionProof.prove(index, size, NODES),
                                Hash.ofLeaf(ENTRIES.get(index)),
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
        assertThat(honest()).hasSize(210).allMatch(Claim::holds);
    }

    @Test
    void one_bit_flipped_in_any_element() {
        allRefused(claim -> {
            var forged = new ArrayList<Claim>();
            for (int i = 0; i < claim.path().size(); i++) {
                List<Hash> path = claim.path();
                path.set(i, Forgeries.flipped(path.get(i), i));
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
        allRefused(claim ->
                List.of(
                        claim.with(
                                Forgeries.inserted(claim.path(), claim.path().size(), STRANGER))));
    }

    @Test
    void element_added_between() {
        allRefused(claim ->
                claim.path().size() < 2
                        ? List.of()
                        : List.of(claim.with(Forgeries.inserted(claim.path(), 1, STRANGER))));
    }

    @Test
    void any_element_removed() {
        allRefused(claim -> Forgeries.eachRemoved(claim.path()).stream().map(claim::with).toList());
    }

    @Test
    void all_elements_removed() {
        allRefused(claim -> claim.path().isEmpty() ? List.of() : List.of(claim.with(List.of())));
    }

    @Test
    void neighbouring_elements_swapped() {
        allRefused(claim -> Forgeries.eachSwapped(claim.path()).stream().map(claim::with).toList());
    }

    @Test
    void root_added_after() {
        allRefused(claim ->
                List.of(
                        claim.with(
                                Forgeries.inserted(
                                        claim.path(), claim.path().size(), claim.root))));
    }

    @Test
    void root_added_before() {
        allRefused(claim -> List.of(claim.with(Forgeries.inserted(claim.path(), 0, claim.root))));
    }

    @Test
    void trailing_copy_of_the_last_element() {
        allRefused(claim ->
                claim.path().isEmpty()
                        ? List.of()
                        : List.of(
                                claim.with(
                                        Forgeries.inserted(
                                                claim.path(),
                                                claim.path().size(),
                                                claim.path().getLast()))));
    }

    @Test
    void index_one_lower() {
        allRefused(claim -> List.of(claim.at(claim.proof.index() - 1, claim.proof.size())));
    }

    @Test
    void index_one_higher() {
        allRefused(claim -> List.of(claim.at(claim.proof.index() + 1, claim.proof.size())));
    }

    @Test
    void index_xor_2() {
        allRefused(claim -> List.of(claim.at(claim.proof.index() ^ 2, claim.proof.size())));
    }

    @Test
    void index_negative() {
        allRefused(claim -> List.of(claim.at(-claim.proof.index() - 1, claim.proof.size())));
    }

    @Test
    void index_equal_to_the_size() {
        allRefused(claim -> List.of(claim.at(claim.proof.size(), claim.proof.size())));
    }

    @Test
    void size_doubled() {
        allRefused(claim -> List.of(claim.at(claim.proof.index(), claim.proof.size() * 2)));
    }

    @Test
    void size_halved() {
        allRefused(claim -> List.of(claim.at(claim.proof.index(), claim.proof.size() / 2)));
    }

    @Test
    void size_zero() {
        allRefused(claim -> List.of(claim.at(claim.proof.index(), 0)));
    }

    @Test
    void size_negative() {
        allRefused(claim -> List.of(claim.at(claim.proof.index(), -claim.proof.size())));
    }

    @Test
    void root_of_the_next_size() {
        allRefused(claim ->
                List.of(
                        new Claim(
                                claim.proof,
                                claim.leaf,
                                MerkleTree.root(claim.proof.size() + 1, NODES))));
    }

    @Test
    void root_of_the_empty_tree() {
        allRefused(claim -> List.of(new Claim(claim.proof, claim.leaf, Hash.EMPTY_ROOT)));
    }

    @Test
    void wrong_leaf() {
        allRefused(claim -> List.of(new Claim(claim.proof, STRANGER, claim.root)));
    }

    @Test
    void leaf_and_root_exchanged() {
        allRefused(claim ->
                claim.proof.size() == 1
                        ? List.of()
                        : List.of(
                                new Claim(
                                        claim.proof,
                                        /* leaf= */ claim.root,
                                        /* root= */ claim.leaf)));
    }

    @Test
    void an_inner_node_passed_off_as_an_entry() {
        // The 64 bytes under a node, submitted as if they were an entry one level higher up.
        Hash left = NODES.read(0, 0);
        Hash right = NODES.read(0, 1);
        byte[] children = Tile.encode(List.of(left, right));
        var shortened = new InclusionProof(0, 2, List.of(NODES.read(1, 1)));
        Hash root = MerkleTree.root(4, NODES);
        assertThat(shortened.verify(Hash.ofNode(left, right), root))
                .as("a leaf hash must come from entry bytes, as the documentation asks")
                .isTrue();
        assertThat(shortened.verify(Hash.ofLeaf(children), root)).isFalse();
    }
}

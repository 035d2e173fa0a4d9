package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /// Beyond 128, so that a whole level more than 2^7 is crossed.
    private static final int NAIVE_SIZES = 130;

    @Test
    void the_eight_leaf_tree_has_its_classic_roots() {
        List<Hash> roots = Vectors.hashes(Vectors.merkle8().get("rootsHex"));
        StoredNodes nodes = StoredNodes.of(Vectors.merkle8Entries());
        assertThat(roots).hasSize(9);
        for (int size = 0; size <= 8; size++) {
            assertThat(MerkleTree.root(size, nodes)).as("size %d", size).isEqualTo(roots.get(size));
        }
    }

    @Test
    void large_trees_have_the_golden_roots() {
        var golden = Vectors.goldenRoots();
        StoredNodes nodes = StoredNodes.of(Vectors.twoBytes(65_535));
        golden.forEach((size, root) ->
                assertThat(MerkleTree.root(size, nodes)).as("%d", size).isEqualTo(root));
        assertThat(golden).hasSize(11);
    }

    @Test
    void roots_agree_with_the_definition() {
        List<byte[]> entries = Vectors.numbered(NAIVE_SIZES);
        StoredNodes nodes = StoredNodes.of(entries);
        for (int size = 0; size <= NAIVE_SIZES; size++) {
            assertThat(MerkleTree.root(size, nodes))
                    .as("size %d", size)
                    .isEqualTo(NaiveTree.head(entries.subList(0, size)));
        }
    }

    @Test
    void inclusion_proofs_agree_with_the_definition_and_verify() {
        List<byte[]> entries = Vectors.numbered(NAIVE_SIZES);
        StoredNodes nodes = StoredNodes.of(entries);
        for (int size = 1; size <= NAIVE_SIZES; size++) {
            List<byte[]> tree = entries.subList(0, size);
            Hash root = NaiveTree.head(tree);
            for (int index = 0; index < size; index++) {
                var proof = InclusionProof.prove(index, size, nodes);
                assertThat(proof.path())
                        .as("%d in %d", index, size)
                        .isEqualTo(NaiveTree.path(index, tree));
                assertThat(proof.verify(Hash.ofLeaf(entries.get(index)), root)).isTrue();
            }
        }
    }

    @Test
    void consistency_proofs_agree_with_the_definition_and_verify() {
        List<byte[]> entries = Vectors.numbered(NAIVE_SIZES);
        StoredNodes nodes = StoredNodes.of(entries);
        for (int size = 1; size <= NAIVE_SIZES; size++) {
            List<byte[]> tree = entries.subList(0, size);
            Hash root = NaiveTree.head(tree);
            for (int old = 1; old <= size; old++) {
                var proof = ConsistencyProof.prove(old, size, nodes);
                assertThat(proof.path())
                        .as("%d to %d", old, size)
                        .isEqualTo(NaiveTree.proof(old, tree));
                assertThat(proof.verify(MerkleTree.root(old, nodes), root)).isTrue();
            }
        }
    }

    @Test
    void proofs_are_as_long_as_the_sizes_say() {
        StoredNodes nodes = StoredNodes.of(Vectors.numbered(300));
        for (int n = 2; n <= 300; n++) {
            for (int m = 0; m < n; m++) {
                int inner = bitLength(m ^ (n - 1));
                assertThat(InclusionProof.prove(m, n, nodes).path())
                        .hasSize(inner + Integer.bitCount(m >> inner));
            }
            for (int m = 1; m < n; m++) {
                int inner = bitLength((m - 1) ^ (n - 1));
                assertThat(ConsistencyProof.prove(m, n, nodes).path())
                        .hasSize(
                                inner
                                        - Integer.numberOfTrailingZeros(m)
                                        + Integer.bitCount((m - 1) >> inner)
                                        + (Integer.bitCount(m) == 1 ? 0 : 1));
            }
        }
    }

    @Test
    void refuses_to_prove_what_the_tree_does_not_have() {
        StoredNodes nodes = StoredNodes.of(Vectors.numbered(8));
        assertThatThrownBy(() -> InclusionProof.prove(8, 8, nodes))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> InclusionProof.prove(-1, 8, nodes))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ConsistencyProof.prove(9, 8, nodes))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MerkleTree.root(-1, nodes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void works_at_sizes_no_list_could_hold() {
        // All entries alike: then all nodes of a level are, and 63 hashes are the whole tree.
        Hash same = Hash.ofLeaf(new byte[0]);
        var levels = new ArrayList<Hash>(List.of(same));
        while (levels.size() < 63) {
            levels.add(Hash.ofNode(levels.getLast(), levels.getLast()));
        }
        HashReader uniform = (level, _) -> levels.get(level);
        long size = Long.MAX_VALUE;
        Hash root = MerkleTree.root(size, uniform);
        var inclusion = InclusionProof.prove(size - 1, size, uniform);
        var consistency = ConsistencyProof.prove(size - 2, size, uniform);
        assertThat(inclusion.path()).hasSize(62);
        assertThat(inclusion.verify(same, root)).isTrue();
        assertThat(consistency.verify(MerkleTree.root(size - 2, uniform), root)).isTrue();
    }

    private static int bitLength(int n) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(n);
    }
}

package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The classic 8-leaf tree of Certificate Transparency: all its inclusion and consistency proofs.
class MerkleVectorsTest {
    private static final StoredNodes NODES = StoredNodes.of(Vectors.merkle8Entries());
    private static final List<Hash> LEAVES = Vectors.hashes(Vectors.merkle8().get("leafHashesHex"));
    private static final List<Hash> ROOTS = Vectors.hashes(Vectors.merkle8().get("rootsHex"));

    static Stream<Arguments> inclusion() {
        return cases("inclusion", "index", "size");
    }

    static Stream<Arguments> consistency() {
        return cases("consistency", "old", "new");
    }

    private static Stream<Arguments> cases(String kind, String first, String second) {
        JsonNode proofs = Vectors.merkle8().get(kind);
        return StreamSupport.stream(proofs.spliterator(), false)
                .map(proof ->
                        Arguments.of(
                                proof.get(first).asInt(),
                                proof.get(second).asInt(),
                                Vectors.hashes(proof.get("proofHex"))));
    }

    @ParameterizedTest
    @MethodSource("inclusion")
    void inclusion_of_index_in_size(int index, int size, List<Hash> path) {
        var proof = InclusionProof.prove(index, size, NODES);
        assertThat(proof.path()).isEqualTo(path);
        assertThat(proof.verify(LEAVES.get(index), ROOTS.get(size))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("consistency")
    void consistency_of_old_with_new(int old, int size, List<Hash> path) {
        var proof = ConsistencyProof.prove(old, size, NODES);
        assertThat(proof.path()).isEqualTo(path);
        assertThat(proof.verify(ROOTS.get(old), ROOTS.get(size))).isTrue();
    }

    @Test
    void the_file_has_all_proofs() {
        assertThat(inclusion()).hasSize(36);
        assertThat(consistency()).hasSize(36);
        assertThat(Vectors.merkle8Entries().stream().map(Hash::ofLeaf)).isEqualTo(LEAVES);
    }
}

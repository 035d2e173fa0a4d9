package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.tlog.NoteVectors.LOG_KEY;
import static vn.sovang.tlog.NoteVectors.ORIGIN;
import static vn.sovang.tlog.NoteVectors.checkpoint;
import static vn.sovang.tlog.NoteVectors.logSigner;
import static vn.sovang.tlog.NoteVectors.note;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Builds the logs of the worked examples again and compares every file byte for byte.
class WorkedLogTest {
    @Nested
    class FiveEntries {
        private static final List<byte[]> ENTRIES = Vectors.smallEntries();
        private static final StoredNodes NODES = StoredNodes.of(ENTRIES);

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4, 5})
        void every_checkpoint_is_reproduced(int size) {
            assertThat(signed(ORIGIN, size, NODES))
                    .hasToString(Vectors.text("small/checkpoints/checkpoint." + size));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void every_root_is_reproduced(int size) {
            String[] hexAndBase64 = Vectors.value("small.root." + size).split(" ", -1);
            Hash root = MerkleTree.root(size, NODES);
            assertThat(root.toHex()).isEqualTo(hexAndBase64[0]);
            assertThat(root.toBase64()).isEqualTo(hexAndBase64[1]);
        }

        @Test
        void every_leaf_is_reproduced() {
            for (int i = 0; i < 5; i++) {
                assertThat(ENTRIES.get(i))
                        .isEqualTo(Vectors.bytes("small/proofs/leaf-%d.bin".formatted(i)));
                assertThat(Vectors.value("small.leaf." + i))
                        .isEqualTo(NODES.read(0, i) + " len " + ENTRIES.get(i).length);
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void every_partial_tile_and_bundle_is_reproduced(int size) {
            filesAgree("small/log/", size, ENTRIES, NODES);
        }

        @Test
        void the_rotated_checkpoint_is_reproduced() {
            byte[] text = checkpoint("small/log/checkpoint").textBytes();
            NoteSigner newKey = NoteSigner.ed25519(ORIGIN, NoteVectors.seed(0x60));
            assertThat(SignedNote.of(text, List.of(logSigner().sign(text), newKey.sign(text))))
                    .hasToString(Vectors.text("small/rotated/checkpoint.5"));
        }
    }

    @Nested
    class LargerLogs {
        @ParameterizedTest
        @ValueSource(ints = {256, 300})
        void every_file_is_reproduced(int size) {
            List<byte[]> entries = Vectors.numbered(size);
            StoredNodes nodes = StoredNodes.of(entries);
            String log = "n" + size + "/";
            assertThat(signed(ORIGIN, size, nodes))
                    .hasToString(Vectors.text(log + "log/checkpoint"));
            filesAgree(log + "log/", size, entries, nodes);
        }

        @ParameterizedTest
        @ValueSource(ints = {256, 300})
        void the_old_checkpoint_is_reproduced_from_the_tiles_of_the_new_tree(int size) {
            String log = "n" + size + "/";
            HashReader tiles = Tile.reader(size, tile -> Vectors.bytes(log + "log/" + tile.path()));
            Checkpoint old = checkpoint(log + "checkpoints/checkpoint.old");
            assertThat(signed(ORIGIN, old.size(), tiles))
                    .hasToString(Vectors.text(log + "checkpoints/checkpoint.old"));
        }
    }

    /// The fork has the first three entries of the small log and is validly signed: only a
    /// comparison with what was seen before tells.
    @Nested
    class ForkedLog {
        private static final SignedNote NOTE = note("forked/log/checkpoint");
        private static final Checkpoint FORK = Checkpoint.of(NOTE);
        private static final List<byte[]> ENTRIES =
                new EntryBundle(0, 5).parse(Vectors.bytes("forked/log/tile/entries/000.p/5"));
        private static final StoredNodes NODES = StoredNodes.of(ENTRIES);

        @Test
        void it_passes_alone() {
            assertThat(NOTE.verify(List.of(LOG_KEY))).isInstanceOf(NoteVerdict.Verified.class);
            assertThat(NODES.frontier.root()).isEqualTo(FORK.root());
            assertThat(new Tile(0, 0, 5).parse(Vectors.bytes("forked/log/tile/0/000.p/5")))
                    .isEqualTo(ENTRIES.stream().map(Hash::ofLeaf).toList());
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3})
        void it_agrees_with_the_checkpoints_before_the_fork(int size) {
            assertThat(agreesWith(size)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(ints = {4, 5})
        void it_contradicts_the_checkpoints_after_the_fork(int size) {
            assertThat(agreesWith(size)).isFalse();
            assertThat(MerkleTree.root(size, NODES)).isNotEqualTo(old(size).root());
        }

        @Test
        void an_honest_proof_of_the_other_history_does_not_help_it() {
            for (int size = 1; size <= 5; size++) {
                var request =
                        AddCheckpointRequest.parse(
                                Vectors.bytes("small/proofs/consistency-%d-5.txt".formatted(size)));
                assertThat(request.proof().verify(old(size).root(), FORK.root())).isFalse();
            }
        }

        @Test
        void a_witness_that_saw_size_4_refuses_it() {
            var proof = ConsistencyProof.prove(4, 5, NODES);
            var request = new AddCheckpointRequest(4, proof.path(), NOTE);
            assertThat(request.check(List.of(LOG_KEY), 4, old(4).root()))
                    .isEqualTo(AddCheckpointRequest.Verdict.NOT_CONSISTENT);
        }

        private static boolean agreesWith(int size) {
            return ConsistencyProof.prove(size, 5, NODES).verify(old(size).root(), FORK.root());
        }

        private static Checkpoint old(int size) {
            return checkpoint("small/checkpoints/checkpoint." + size);
        }
    }

    private static SignedNote signed(String origin, long size, HashReader nodes) {
        byte[] text = new Checkpoint(origin, size, MerkleTree.root(size, nodes)).textBytes();
        return SignedNote.of(text, List.of(logSigner().sign(text)));
    }

    private static void filesAgree(String log, int size, List<byte[]> entries, HashReader nodes) {
        for (Tile tile : Tile.all(size)) {
            var hashes = new ArrayList<Hash>();
            for (int i = 0; i < tile.width(); i++) {
                hashes.add(nodes.read(8 * tile.level(), 256 * tile.index() + i));
            }
            byte[] file = Vectors.bytes(log + tile.path());
            assertThat(Tile.encode(hashes)).as(tile.path()).isEqualTo(file);
            assertThat(tile.parse(file)).isEqualTo(hashes);
        }
        for (int first = 0; first < size; first += TilePath.FULL_WIDTH) {
            EntryBundle bundle = EntryBundle.holding(first, size);
            assertThat(EntryBundle.encode(entries.subList(first, first + bundle.width())))
                    .as(bundle.path())
                    .isEqualTo(Vectors.bytes(log + bundle.path()));
        }
    }
}

package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.tlog.NoteVectors.LOG_KEY;
import static vn.sovang.tlog.NoteVectors.WITNESS_1;
import static vn.sovang.tlog.NoteVectors.WITNESS_2;
import static vn.sovang.tlog.NoteVectors.note;
import static vn.sovang.tlog.NoteVectors.utf8;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.tlog.TlogProof.Verdict;

class TlogProofTest {
    private static final String FILE = Vectors.text("small/proofs/inclusion-2-of-5.tlog-proof");
    private static final List<byte[]> ENTRIES = Vectors.smallEntries();
    private static final WitnessPolicy BOTH_WITNESSES =
            WitnessPolicy.parse(
                    utf8(
                            "log %s\nwitness a %s\nwitness b %s\ngroup g all a b\nquorum g\n"
                                    .formatted(LOG_KEY, WITNESS_1, WITNESS_2)));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void the_proof_of_each_entry_is_reproduced_and_holds(int index) {
        byte[] file = Vectors.bytes("small/proofs/inclusion-%d-of-5.tlog-proof".formatted(index));
        var proof = InclusionProof.prove(index, 5, StoredNodes.of(ENTRIES));
        var made = TlogProof.of(proof, note("small/cosigned/checkpoint.5"));
        assertThat(made.bytes()).isEqualTo(file);
        assertThat(TlogProof.parse(file)).isEqualTo(made).hasSameHashCodeAs(made);
        assertThat(made.verify(ENTRIES.get(index), BOTH_WITNESSES)).isEqualTo(Verdict.PROVEN);
    }

    @ParameterizedTest
    @CsvSource({"256, 170", "300, 200"})
    void proofs_in_the_larger_logs_are_reproduced_and_hold(int size, int index) {
        String log = "n" + size + "/";
        HashReader tiles = Tile.reader(size, tile -> Vectors.bytes(log + "log/" + tile.path()));
        byte[] file = Vectors.bytes(log + "proofs/inclusion.tlog-proof");
        var made =
                TlogProof.of(
                        InclusionProof.prove(index, size, tiles), note(log + "log/checkpoint"));
        assertThat(made.bytes()).isEqualTo(file);
        byte[] entry = Vectors.bytes(log + "proofs/leaf.bin");
        assertThat(entry).isEqualTo(utf8("entry " + index));
        assertThat(TlogProof.parse(file).verify(entry, WitnessPolicy.ofLogOnly(LOG_KEY)))
                .isEqualTo(Verdict.PROVEN);
        assertThat(TlogProof.parse(file).verify(entry, BOTH_WITNESSES))
                .isEqualTo(Verdict.CHECKPOINT_NOT_ACCEPTED);
    }

    @Test
    void extra_data_is_carried_along_but_not_vouched_for() {
        byte[] file = Vectors.bytes("small/proofs/inclusion-2-of-5-extra.tlog-proof");
        TlogProof proof = TlogProof.parse(file);
        assertThat(proof.extra()).isEqualTo(utf8("ev-0003"));
        assertThat(proof.bytes()).isEqualTo(file);
        assertThat(TlogProof.of(proof.inclusion(), proof.note(), utf8("ev-0003"))).isEqualTo(proof);
        TlogProof altered = TlogProof.of(proof.inclusion(), proof.note(), utf8("ev-0004"));
        assertThat(altered.verify(ENTRIES.get(2), BOTH_WITNESSES)).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void another_entry_is_not_included() {
        TlogProof proof = TlogProof.parse(utf8(FILE));
        byte[] almost = ENTRIES.get(2).clone();
        almost[10] ^= 1;
        for (byte[] entry : List.of(almost, ENTRIES.get(1), ENTRIES.get(3), new byte[0])) {
            assertThat(proof.verify(entry, BOTH_WITNESSES)).isEqualTo(Verdict.NOT_INCLUDED);
        }
    }

    @Test
    void another_index_is_not_included() {
        for (String index : new String[] {"0", "1", "3", "4", "5", "9223372036854775807"}) {
            var proof = TlogProof.parse(utf8(FILE.replace("index 2", "index " + index)));
            assertThat(proof.verify(ENTRIES.get(2), BOTH_WITNESSES))
                    .isEqualTo(Verdict.NOT_INCLUDED);
        }
    }

    @Test
    void a_checkpoint_the_policy_refuses_proves_nothing() {
        TlogProof proof = TlogProof.parse(utf8(FILE));
        assertThat(proof.verify(ENTRIES.get(2), WitnessPolicy.ofLogOnly(WITNESS_1_AS_LOG)))
                .isEqualTo(Verdict.CHECKPOINT_NOT_ACCEPTED);
        var resized = TlogProof.parse(utf8(FILE.replace("tdkt\n5\n", "tdkt\n6\n")));
        assertThat(resized.verify(ENTRIES.get(2), BOTH_WITNESSES))
                .isEqualTo(Verdict.CHECKPOINT_NOT_ACCEPTED);
    }

    private static final VerifierKey WITNESS_1_AS_LOG =
            VerifierKey.of(WITNESS_1.name(), KeyType.ED25519, WITNESS_1.publicKey());

    @Test
    void refuses_other_shapes() {
        refused("", "no blank line");
        refused(FILE.replace("@v1", "@v2"), "line 1 is not");
        refused(" " + FILE, "line 1 is not");
        refused(FILE.replace("index 2\n", ""), "line 2 is not 'index …'");
        refused(FILE.replace("index 2", "index 02"), "tlog-proof index");
        refused(FILE.replace("index 2", "index  2"), "tlog-proof index");
        refused(FILE.replace("index 2", "Index 2"), "line 2 is not 'index …'");
        refused(FILE.replace("index", "extra \nindex"), "extra line without data");
        refused(FILE.replace("index", "extra !\nindex"), "tlog-proof extra");
        refused(FILE.replace("index", "extra QQ==\nextra QQ==\nindex"), "line 3 is not 'index …'");
        refused(FILE.replace("index 2\n", "index 2\nAAAA\n"), "hash: 3 bytes");
        refused(FILE.replace("kY8J2ueMO0Ib", " kY8J2ueMO0Ib"), "tlog-proof line 3");
        refused(FILE.replace("X78gG1", "X78gG"), "checkpoint root");
        refused(FILE.replace("\n", "\r\n"), "no blank line");
        refused(FILE.replace("index 2\n", "index 2\r\n"), "control character 0xd");
        refused(FILE + "garbage", "no newline");
        refused(FILE + "garbage\n", "em dash");
    }

    @Test
    void refuses_more_hashes_than_a_tree_is_high() {
        String line = Hash.EMPTY_ROOT.toBase64() + "\n";
        String most = FILE.replace("index 2\n", "index 2\n" + line.repeat(60));
        assertThat(TlogProof.parse(utf8(most)).inclusion().path()).hasSize(63);
        refused(FILE.replace("index 2\n", "index 2\n" + line.repeat(61)), "64 hashes");
    }

    @Test
    void a_proof_goes_with_the_checkpoint_of_its_size() {
        var proof = new InclusionProof(0, 4, List.of());
        assertThatThrownBy(() -> TlogProof.of(proof, note("small/cosigned/checkpoint.5")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(String file, String why) {
        assertThatThrownBy(() -> TlogProof.parse(utf8(file)))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessageContaining(why);
    }
}

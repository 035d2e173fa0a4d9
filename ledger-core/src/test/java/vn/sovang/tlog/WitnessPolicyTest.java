package vn.sovang.tlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.tlog.NoteVectors.LOG_KEY;
import static vn.sovang.tlog.NoteVectors.PQ_WITNESS;
import static vn.sovang.tlog.NoteVectors.WITNESS_1;
import static vn.sovang.tlog.NoteVectors.WITNESS_2;
import static vn.sovang.tlog.NoteVectors.note;
import static vn.sovang.tlog.NoteVectors.utf8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.tlog.WitnessPolicy.Verdict;

class WitnessPolicyTest {
    private static final String LOG = "log " + LOG_KEY + "\n";
    private static final String WITNESSES =
            "witness w1 %s\nwitness w2 %s https://w2.example/\nwitness pq %s\n"
                    .formatted(WITNESS_1, WITNESS_2, PQ_WITNESS);
    private static final SignedNote COSIGNED = note("small/cosigned/checkpoint.5");
    private static final SignedNote ALONE = note("small/log/checkpoint");

    @Test
    void without_witnesses_the_logs_signature_is_enough() {
        assertThat(policy(LOG + "quorum none\n").check(ALONE)).isEqualTo(Verdict.ACCEPTED);
        assertThat(WitnessPolicy.ofLogOnly(LOG_KEY).check(ALONE)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void the_quorum_must_have_cosigned() {
        var one = policy(LOG + WITNESSES + "quorum w1\n");
        assertThat(one.check(COSIGNED)).isEqualTo(Verdict.ACCEPTED);
        assertThat(one.check(ALONE)).isEqualTo(Verdict.QUORUM_NOT_MET);
        var postQuantum = policy(LOG + WITNESSES + "quorum pq\n");
        assertThat(postQuantum.check(COSIGNED)).isEqualTo(Verdict.QUORUM_NOT_MET);
        assertThat(postQuantum.check(note("small/pq/checkpoint.5"))).isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "any, ACCEPTED",
        "1, ACCEPTED",
        "2, ACCEPTED",
        "3, QUORUM_NOT_MET",
        "all, QUORUM_NOT_MET"
    })
    void a_group_needs_as_many_members_as_its_threshold(String threshold, Verdict verdict) {
        var policy = policy(LOG + WITNESSES + "group g " + threshold + " w1 w2 pq\nquorum g\n");
        assertThat(policy.check(COSIGNED)).isEqualTo(verdict);
    }

    @Test
    void groups_of_groups_count_as_the_specifications_example_does() {
        var text = new StringBuilder();
        var keys = new ArrayList<VerifierKey>();
        for (int i = 0; i < 6; i++) {
            String name = (i < 3 ? "X" : "Y") + i;
            keys.add(Cosigner.ed25519(name, NoteVectors.seed(i)).verifierKey());
            text.append("witness " + name + " " + keys.getLast() + "\n");
        }
        text.append("group X-witnesses 2 X0 X1 X2\ngroup Y-witnesses any Y3 Y4 Y5\n");
        text.append("group X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n");
        var policy = policy(text.toString());
        int satisfied = 0;
        for (int subset = 0; subset < 64; subset++) {
            Set<VerifierKey> cosigners = new HashSet<>();
            for (int i = 0; i < 6; i++) {
                if ((subset >> i & 1) == 1) {
                    cosigners.add(keys.get(i));
                }
            }
            boolean expected = Integer.bitCount(subset & 7) >= 2 && subset >> 3 != 0;
            assertThat(policy.isSatisfiedBy(cosigners)).as("%s", cosigners).isEqualTo(expected);
            satisfied += expected ? 1 : 0;
        }
        assertThat(satisfied).isEqualTo(4 * 7);
    }

    @Test
    void a_log_of_another_name_is_unknown() {
        var elsewhere = VerifierKey.of("ledger.example/b", KeyType.ED25519, LOG_KEY.publicKey());
        assertThat(WitnessPolicy.ofLogOnly(elsewhere).check(ALONE))
                .isEqualTo(Verdict.UNKNOWN_ORIGIN);
        assertThat(policy("quorum none\n").check(ALONE)).isEqualTo(Verdict.UNKNOWN_ORIGIN);
    }

    @Test
    void cosignatures_do_not_stand_in_for_the_logs_signature() {
        var policy = policy(LOG + WITNESSES + "quorum w1\n");
        List<NoteSignature> witnessesOnly = COSIGNED.signatures().subList(1, 3);
        assertThat(policy.check(SignedNote.of(COSIGNED.textBytes(), witnessesOnly)))
                .isEqualTo(Verdict.NOT_SIGNED_BY_LOG);
        var rotated = WitnessPolicy.ofLogOnly(NoteVectors.ROTATED_KEY);
        assertThat(rotated.check(ALONE)).isEqualTo(Verdict.NOT_SIGNED_BY_LOG);
    }

    @Test
    void a_cosignature_of_another_checkpoint_is_a_forgery() {
        var policy = policy(LOG + WITNESSES + "quorum w1\n");
        SignedNote four = note("small/checkpoints/checkpoint.4");
        assertThat(policy.check(four.with(COSIGNED.signatures().subList(1, 2))))
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void a_text_that_is_no_checkpoint_is_not_accepted() {
        byte[] text = utf8(NoteVectors.ORIGIN + "\n5\nno root\n");
        var note = SignedNote.of(text, List.of(NoteVectors.logSigner().sign(text)));
        assertThat(WitnessPolicy.ofLogOnly(LOG_KEY).check(note))
                .isEqualTo(Verdict.NOT_A_CHECKPOINT);
    }

    @Test
    void space_comments_and_order_do_not_matter() {
        var policy =
                policy("\n \t\n# a comment\n \t# another\n" + WITNESSES + "quorum\t w1 \n\t" + LOG);
        assertThat(policy.check(COSIGNED)).isEqualTo(Verdict.ACCEPTED);
        assertThat(policy.logs()).containsExactly(new WitnessPolicy.Log(LOG_KEY, null));
        assertThat(policy.witnesses())
                .map(WitnessPolicy.Witness::name)
                .containsExactly("pq", "w1", "w2");
        assertThat(policy.witnesses().getLast().url()).isEqualTo("https://w2.example/");
    }

    @Test
    void names_are_octets_and_may_be_vietnamese() {
        String witness = "witness sở-nội-vụ " + WITNESS_1 + "\n";
        assertThat(policy(LOG + witness + "quorum sở-nội-vụ\n").check(COSIGNED))
                .isEqualTo(Verdict.ACCEPTED);
        // The same word in decomposed letters is another name.
        String decomposed =
                java.text.Normalizer.normalize("sở-nội-vụ", java.text.Normalizer.Form.NFD);
        refused(LOG + witness + "quorum " + decomposed + "\n", "not defined above");
        // Every octet of a comment is opaque; a no-break space separates nothing.
        assertThat(WitnessPolicy.parse("# \u00ff\u00a0\nquorum none\n".getBytes(ISO_8859_1)).logs())
                .isEmpty();
        refused("quorum\u00a0none\n", "unknown word");
    }

    @Test
    void there_is_exactly_one_quorum() {
        refused("", "no quorum line");
        refused(LOG, "no quorum line");
        refused("quorum none\nquorum none\n", "policy line 2: a second quorum line");
        refused("quorum\n", "'quorum' with 0 words");
        refused("quorum none none\n", "'quorum' with 2 words");
    }

    @Test
    void names_are_defined_once_and_before_they_are_used() {
        refused("quorum w1\n" + WITNESSES, "policy line 1: 'w1' is not defined above");
        refused(WITNESSES + "group g any w1 g\nquorum g\n", "'g' is not defined above");
        refused(WITNESSES + "group w1 any w2\nquorum w1\n", "'w1' is defined already");
        refused("witness none " + WITNESS_1 + "\n", "'none' is defined already");
        refused(WITNESSES + "group none any w1\n", "'none' is defined already");
        refused(WITNESSES + "group g any none\n", "'none' is not defined above");
    }

    @Test
    void a_witness_counts_in_one_way_only() {
        refused(WITNESSES + "group g 2 w1 w1\n", "is a member of a group already");
        refused(
                WITNESSES + "group g any w1\ngroup h all w1 w2\n",
                "is a member of a group already");
        refused("witness a " + WITNESS_1 + "\nwitness b " + WITNESS_1 + "\n", "defined before");
        var alias = VerifierKey.of("alias", KeyType.ED25519_COSIGNATURE, WITNESS_1.publicKey());
        refused("witness a " + WITNESS_1 + "\nwitness b " + alias + "\n", "defined before");
        refused(LOG + LOG, "a log with this key was defined before");
    }

    @Test
    void thresholds_lie_between_one_and_all() {
        for (String k : new String[] {"0", "4", "9223372036854775807"}) {
            refused(WITNESSES + "group g " + k + " w1 w2 pq\n", "of 3 members");
        }
        for (String k : new String[] {"+1", "01", "-1", "most", "ALL"}) {
            refused(WITNESSES + "group g " + k + " w1 w2 pq\n", "threshold: ");
        }
        refused(WITNESSES + "group g any\n", "'group' with 2 words");
    }

    @Test
    void keys_are_of_the_kind_their_line_asks_for() {
        refused("log " + WITNESS_1 + "\n", "a log does not sign with a witness's key type");
        refused("witness w " + LOG_KEY + "\n", "a witness needs a cosignature key");
        refused("log nonsense\n", "policy line 1: verifier key");
        assertThat(policy("log " + PQ_WITNESS + "\nquorum none\n").logs()).hasSize(1);
    }

    @Test
    void refuses_other_shapes() {
        refused("quorum none", "no newline at the end");
        refused("quorum none\r\n", "control character 0x0d at offset 11");
        refused("quorum none\u007f\n", "control character 0x7f");
        refused("Quorum none\n", "unknown word");
        refused("log\n", "'log' with 0 words");
        refused("witness w\n", "'witness' with 1 words");
        refused(LOG.strip() + " https://a.example/ more\n", "'log' with 3 words");
        assertThatThrownBy(() ->
                        WitnessPolicy.parse(
                                ("witness \u00ff " + WITNESS_1 + "\n").getBytes(ISO_8859_1)))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessage("policy line 1: word: not valid UTF-8");
    }

    private static WitnessPolicy policy(String text) {
        return WitnessPolicy.parse(utf8(text));
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> policy(text))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessageStartingWith("policy")
                .hasMessageContaining(why);
    }
}

package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.tlog.NoteVectors.COSIGNED_AT;
import static vn.sovang.tlog.NoteVectors.LOG_KEY;
import static vn.sovang.tlog.NoteVectors.PQ_WITNESS;
import static vn.sovang.tlog.NoteVectors.WITNESS_1;
import static vn.sovang.tlog.NoteVectors.WITNESS_2;
import static vn.sovang.tlog.NoteVectors.checkpoint;
import static vn.sovang.tlog.NoteVectors.note;
import static vn.sovang.tlog.NoteVectors.utf8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CosignatureTest {
    private static final Checkpoint FIVE = checkpoint("small/log/checkpoint");

    @Nested
    class Ed25519 {
        @Test
        void the_cosigned_checkpoint_is_reproduced() {
            SignedNote cosigned =
                    note("small/log/checkpoint")
                            .with(
                                    List.of(
                                            NoteVectors.witness1().cosign(FIVE, COSIGNED_AT),
                                            NoteVectors.witness2().cosign(FIVE, COSIGNED_AT + 7)));
            assertThat(cosigned).hasToString(Vectors.text("small/cosigned/checkpoint.5"));
            assertThat(NoteVectors.witness1().verifierKey()).isEqualTo(WITNESS_1);
            assertThat(NoteVectors.witness2().verifierKey()).isEqualTo(WITNESS_2);
        }

        @Test
        void the_time_is_in_the_verified_signature() {
            var verdict = note("small/cosigned/checkpoint.5").verify(keys());
            assertThat(((NoteVerdict.Verified) verdict).by())
                    .map(NoteVerdict.ValidSignature::posixSeconds)
                    .containsExactly(
                            Optional.empty(),
                            Optional.of(COSIGNED_AT),
                            Optional.of(COSIGNED_AT + 7));
        }

        @Test
        void the_signed_message_is_two_lines_and_the_checkpoint() {
            assertThat(
                            Cosignature.message(
                                    KeyType.ED25519_COSIGNATURE, "unused", 1_679_315_147L, FIVE))
                    .isEqualTo(utf8("cosignature/v1\ntime 1679315147\n" + FIVE.text()));
        }

        @Test
        void another_time_is_a_forgery() {
            byte[] timed = NoteVectors.witness1().cosign(FIVE, COSIGNED_AT).signature();
            timed[7]++;
            forged(timed);
        }

        @Test
        void another_checkpoint_is_a_forgery() {
            var line = NoteVectors.witness1().cosign(FIVE, COSIGNED_AT);
            for (int size = 0; size < 5; size++) {
                byte[] text = checkpoint("small/checkpoints/checkpoint." + size).textBytes();
                assertThat(WITNESS_1.verifies(text, line)).isFalse();
            }
        }

        @Test
        void a_time_of_2_to_the_63_is_a_forgery() {
            byte[] timed = NoteVectors.witness1().cosign(FIVE, COSIGNED_AT).signature();
            timed[0] |= (byte) 0x80;
            forged(timed);
        }

        @Test
        void a_plain_signature_is_no_cosignature() {
            NoteSigner plain = NoteSigner.ed25519(WITNESS_1.name(), NoteVectors.seed(0x20));
            forged(plain.sign(FIVE.textBytes()).signature());
        }

        @Test
        void a_text_that_is_no_checkpoint_cannot_be_cosigned() {
            var line = NoteVectors.witness1().cosign(FIVE, COSIGNED_AT);
            assertThat(WITNESS_1.verifies(utf8("any text\n"), line)).isFalse();
        }

        @Test
        void a_negative_time_is_refused_before_signing() {
            assertThatThrownBy(() -> NoteVectors.witness1().cosign(FIVE, -1))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        private static void forged(byte[] timed) {
            var line = new NoteSignature(WITNESS_1.name(), WITNESS_1.keyId(), timed);
            assertThat(note("small/log/checkpoint").with(List.of(line)).verify(keys()))
                    .isEqualTo(new NoteVerdict.Forged(WITNESS_1));
        }

        private static List<VerifierKey> keys() {
            return List.of(LOG_KEY, WITNESS_1, WITNESS_2);
        }
    }

    @Nested
    class MlDsa44 {
        private static final Cosigner WITNESS =
                Cosigner.mlDsa44("witness.example/pq1", NoteVectors.seed(0x80));

        @Test
        void the_key_of_the_seed_is_reproduced() {
            assertThat(WITNESS.verifierKey()).isEqualTo(PQ_WITNESS);
            assertThat(PQ_WITNESS.publicKey()).isEqualTo(Vectors.bytes("small/pq/pub.bin"));
            assertThat(PQ_WITNESS.keyIdHex()).isEqualTo("a28a9be0");
            assertThat(HexFormat.of().formatHex(Hash.plainSha256(PQ_WITNESS.publicKey())))
                    .isEqualTo("3618ea6fccbb68d970599b9c8520fed933fe56596add73b8d2eb03916c939ca8");
        }

        @Test
        void the_cosigned_message_is_reproduced() {
            byte[] message =
                    Cosignature.message(
                            KeyType.ML_DSA_44_COSIGNATURE, PQ_WITNESS.name(), COSIGNED_AT, FIVE);
            assertThat(message).isEqualTo(Vectors.bytes("small/pq/cosigned_message.bin"));
        }

        @Test
        void the_signature_without_randomness_is_reproduced() {
            var line = WITNESS.cosign(FIVE, COSIGNED_AT, new FixedRandom(new byte[32]));
            assertThat(Cosignature.of(KeyType.ML_DSA_44_COSIGNATURE, line).signature())
                    .isEqualTo(Vectors.bytes("small/pq/sig.bin"));
            assertThat(note("small/log/checkpoint").with(List.of(line)))
                    .hasToString(Vectors.text("small/pq/checkpoint.5"));
        }

        @Test
        void a_hedged_signature_verifies_too() {
            var line = WITNESS.cosign(FIVE, COSIGNED_AT);
            assertThat(PQ_WITNESS.verifies(FIVE.textBytes(), line)).isTrue();
            assertThat(line).isNotEqualTo(WITNESS.cosign(FIVE, COSIGNED_AT));
        }

        @Test
        void the_published_cosignature_verifies() {
            var verdict = note("small/pq/checkpoint.5").verify(List.of(PQ_WITNESS));
            assertThat(((NoteVerdict.Verified) verdict).by())
                    .map(NoteVerdict.ValidSignature::posixSeconds)
                    .containsExactly(Optional.of(COSIGNED_AT));
        }

        @Test
        void another_time_size_origin_or_bit_is_a_forgery() {
            var line = WITNESS.cosign(FIVE, COSIGNED_AT);
            byte[] later = line.signature();
            later[7]++;
            byte[] flipped = line.signature();
            flipped[1_000] ^= 1;
            for (byte[] wrong :
                    List.of(later, flipped, Arrays.copyOf(later, 2_427), new byte[2_428])) {
                var forged = new NoteSignature(line.keyName(), line.keyId(), wrong);
                assertThat(PQ_WITNESS.verifies(FIVE.textBytes(), forged)).isFalse();
            }
            var larger = new Checkpoint(FIVE.origin(), 6, FIVE.root());
            var elsewhere = new Checkpoint(FIVE.origin() + "2", 5, FIVE.root());
            assertThat(PQ_WITNESS.verifies(larger.textBytes(), line)).isFalse();
            assertThat(PQ_WITNESS.verifies(elsewhere.textBytes(), line)).isFalse();
        }

        @Test
        void extension_lines_are_not_covered() {
            var line = WITNESS.cosign(FIVE, COSIGNED_AT);
            var extended = new Checkpoint(FIVE.origin(), 5, FIVE.root(), List.of("unaudited"));
            assertThat(PQ_WITNESS.verifies(extended.textBytes(), line)).isTrue();
            assertThat(
                            WITNESS_1.verifies(
                                    extended.textBytes(),
                                    NoteVectors.witness1().cosign(FIVE, COSIGNED_AT)))
                    .isFalse();
        }

        @Test
        void an_origin_of_256_bytes_does_not_fit() {
            var tooLong = new Checkpoint("o".repeat(256), 5, FIVE.root());
            assertThatThrownBy(() -> WITNESS.cosign(tooLong, COSIGNED_AT))
                    .isInstanceOf(MalformedLogDataException.class);
            var line = WITNESS.cosign(FIVE, COSIGNED_AT);
            assertThat(PQ_WITNESS.verifies(tooLong.textBytes(), line)).isFalse();
        }
    }
}

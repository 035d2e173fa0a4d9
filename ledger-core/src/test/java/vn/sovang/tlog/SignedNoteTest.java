package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.tlog.NoteVectors.LOG_KEY;
import static vn.sovang.tlog.NoteVectors.ROTATED_KEY;
import static vn.sovang.tlog.NoteVectors.WITNESS_1;
import static vn.sovang.tlog.NoteVectors.WITNESS_2;
import static vn.sovang.tlog.NoteVectors.note;
import static vn.sovang.tlog.NoteVectors.utf8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    private static final String COSIGNED = Vectors.text("small/cosigned/checkpoint.5");

    @Nested
    class OtherImplementations {
        @Test
        void the_note_of_gos_note_package_is_reproduced() {
            // PRIVATE+KEY+name+id+base64(type || seed) is Go's convention for key files.
            var signer = signerOf("PeterNeumann", "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
            assertThat(signer.verifierKey())
                    .hasToString(
                            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
            byte[] text =
                    utf8(
                            """
                            If you think cryptography is the answer to your problem,
                            then you don't know what your problem is.
                            """);
            assertThat(signer.sign(text).line())
                    .isEqualTo(
                            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1F"
                                    + "FYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        }

        @Test
        void the_note_of_the_c2sp_specification_verifies() {
            var key =
                    VerifierKey.parse(
                            "example.com/foo+530d903a"
                                    + "+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
            var note =
                    SignedNote.parse(
                            utf8(
                                    "This is an example message.\n\n"
                                            + "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq"
                                            + "6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu"
                                            + "72IneyaQM=\n"));
            assertThat(note.verify(List.of(key))).isInstanceOf(NoteVerdict.Verified.class);
            assertThat(note.text()).isEqualTo("This is an example message.\n");
        }

        @Test
        void the_log_of_tesseras_tests_has_the_same_root_and_key() {
            List<byte[]> entries =
                    Arrays.stream(
                                    ("one two three four five six seven eit nain ten ileven twelf"
                                                    + " threeten fourten fivten")
                                            .split(" ", -1))
                            .map(NoteVectors::utf8)
                            .toList();
            assertThat(StoredNodes.of(entries).frontier.root().toBase64())
                    .isEqualTo("rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=");
            var signer =
                    signerOf(
                            "example.com/log/testdata",
                            "AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg");
            assertThat(signer.verifierKey().keyIdHex()).isEqualTo("33d7b496");
        }

        private static NoteSigner signerOf(String name, String typedSeed) {
            byte[] typed = Base64.getDecoder().decode(typedSeed);
            return NoteSigner.ed25519(name, Arrays.copyOfRange(typed, 1, typed.length));
        }
    }

    @Nested
    class Form {
        @Test
        void bytes_go_in_and_out_unchanged() {
            SignedNote note = SignedNote.parse(utf8(COSIGNED));
            assertThat(note.bytes()).isEqualTo(utf8(COSIGNED));
            assertThat(note).hasToString(COSIGNED).isEqualTo(SignedNote.parse(note.bytes()));
            assertThat(note.signatures()).hasSize(3);
        }

        @Test
        void the_text_ends_at_the_last_blank_line() {
            byte[] text = utf8("Ognuno sta solo\n\ned è subito sera.\n\n\n");
            NoteSigner signer = NoteVectors.logSigner();
            SignedNote note = SignedNote.of(text, List.of(signer.sign(text)));
            SignedNote read = SignedNote.parse(note.bytes());
            assertThat(read.textBytes()).isEqualTo(text);
            assertThat(read.verify(List.of(LOG_KEY))).isInstanceOf(NoteVerdict.Verified.class);
        }

        @Test
        void the_dash_is_three_bytes_and_no_other_dash_will_do() {
            assertThat(utf8(note("small/log/checkpoint").signatures().getFirst().line()))
                    .startsWith(0xe2, 0x80, 0x94, 0x20);
            for (String dash : List.of("-", "–", "―", "−")) {
                refused(COSIGNED.replace("—", dash), "em dash");
            }
        }

        @Test
        void refuses_notes_that_are_cut_off() {
            byte[] whole = utf8(COSIGNED);
            int parsed = 0;
            for (int length = 0; length < whole.length; length++) {
                try {
                    SignedNote.parse(Arrays.copyOf(whole, length));
                    parsed++;
                } catch (MalformedLogDataException _) {
                    // as it should be
                }
            }
            assertThat(parsed)
                    .as("cuts right after the first or second signature line")
                    .isEqualTo(2);
        }

        @Test
        void refuses_what_is_not_a_note() {
            refused("", "no blank line");
            refused("text\n", "no blank line");
            refused("text\n\n", "signature lines");
            refused("\n\n", "signature lines");
            refused(COSIGNED + "\n", "signature lines");
            refused(COSIGNED + "x", "no newline");
            refused(COSIGNED + "x\n", "em dash");
            refused(COSIGNED.replace("\n", "\r\n"), "no blank line");
            refused(COSIGNED.replace("5\n", "5\t\n"), "control character 0x9");
            refused(COSIGNED.replace("— w", "—  w"), "name and signature");
            refused(COSIGNED.replace("— w", "— w "), "name and signature");
            refused(COSIGNED.replace("BQ==\n", "BQ==\r\n"), "control character 0xd");
            refused(COSIGNED.replace("BQ==", "BQ"), "base64");
            refused(COSIGNED.replace("BQ==", "BR=="), "base64");
            refused("t\n\n— a AAAA\n", "no room for a key id");
            refused("t\n\n— a AAAAAA==\n", "empty");
        }

        @Test
        void refuses_bytes_that_are_not_utf8() {
            byte[] note = utf8(COSIGNED);
            note[0] = (byte) 0xff;
            assertThatThrownBy(() -> SignedNote.parse(note))
                    .isInstanceOf(MalformedLogDataException.class)
                    .hasMessageContaining("UTF-8");
        }

        @Test
        void takes_a_hundred_signatures_and_no_more() {
            var note = note("small/log/checkpoint");
            var hundred = new ArrayList<NoteSignature>();
            for (int i = 0; i < 100; i++) {
                hundred.add(note.signatures().getFirst());
            }
            SignedNote full = SignedNote.of(note.textBytes(), hundred);
            assertThat(SignedNote.parse(full.bytes()).signatures()).hasSize(100);
            assertThatThrownBy(() -> full.with(note.signatures()))
                    .isInstanceOf(MalformedLogDataException.class);
            refused(full + note.signatures().getFirst().line() + "\n", "more than 100");
        }

        @Test
        void refuses_a_megabyte() {
            refused("x".repeat(1_000_001), "larger than");
        }

        private static void refused(String note, String why) {
            assertThatThrownBy(() -> SignedNote.parse(utf8(note)))
                    .isInstanceOf(MalformedLogDataException.class)
                    .hasMessageContaining(why);
        }
    }

    @Nested
    class Verifying {
        @Test
        void each_known_key_is_listed_once_in_the_order_of_the_lines() {
            SignedNote note = SignedNote.parse(utf8(COSIGNED));
            SignedNote twice = note.with(note.signatures());
            assertThat(keys(twice.verify(List.of(WITNESS_2, LOG_KEY, WITNESS_1))))
                    .containsExactly(LOG_KEY, WITNESS_1, WITNESS_2);
        }

        @Test
        void lines_of_unknown_keys_are_ignored_even_if_they_are_nonsense() {
            SignedNote note =
                    note("small/log/checkpoint")
                            .with(
                                    List.of(
                                            new NoteSignature("stranger", 7, new byte[] {1}),
                                            new NoteSignature(LOG_KEY.name(), 7, new byte[] {1}),
                                            new NoteSignature(
                                                    "stranger", LOG_KEY.keyId(), new byte[] {1})));
            assertThat(keys(note.verify(List.of(LOG_KEY)))).containsExactly(LOG_KEY);
        }

        @Test
        void a_note_of_strangers_only_is_unknown() {
            assertThat(note("small/log/checkpoint").verify(List.of(WITNESS_1)))
                    .isInstanceOf(NoteVerdict.Unknown.class);
            assertThat(note("small/log/checkpoint").verify(List.of()))
                    .isInstanceOf(NoteVerdict.Unknown.class);
        }

        @Test
        void one_wrong_signature_of_a_known_key_spoils_the_note() {
            SignedNote good = SignedNote.parse(utf8(COSIGNED));
            byte[] wrong = good.signatures().get(2).signature();
            wrong[40] ^= 1;
            var forged = new NoteSignature(WITNESS_2.name(), WITNESS_2.keyId(), wrong);
            assertThat(good.with(List.of(forged)).verify(List.of(LOG_KEY, WITNESS_2)))
                    .isEqualTo(new NoteVerdict.Forged(WITNESS_2));
            assertThat(keys(good.with(List.of(forged)).verify(List.of(LOG_KEY))))
                    .containsExactly(LOG_KEY);
        }

        @Test
        void any_bit_flipped_in_the_text_is_a_forgery() {
            SignedNote good = note("small/log/checkpoint");
            byte[] text = good.textBytes();
            int forgeries = 0;
            for (int at = 0; at < text.length - 1; at++) {
                byte[] changed = text.clone();
                changed[at] ^= 1;
                if (changed[at] < 0x20 || text[at] == '\n') {
                    continue;
                }
                assertThat(SignedNote.of(changed, good.signatures()).verify(List.of(LOG_KEY)))
                        .isEqualTo(new NoteVerdict.Forged(LOG_KEY));
                forgeries++;
            }
            assertThat(forgeries).isGreaterThan(50);
        }

        @Test
        void any_bit_flipped_in_the_signature_is_a_forgery() {
            SignedNote good = note("small/log/checkpoint");
            byte[] signature = good.signatures().getFirst().signature();
            for (int bit = 0; bit < 512; bit += 7) {
                byte[] changed = signature.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                refused(good, changed);
            }
            refused(good, Arrays.copyOf(signature, 63));
            refused(good, Arrays.copyOf(signature, 65));
            refused(good, new byte[64]);
            byte[] hugeS = signature.clone();
            Arrays.fill(hugeS, 32, 64, (byte) 0xff);
            refused(good, hugeS);
        }

        @Test
        void both_keys_of_a_rotation_verify() {
            SignedNote note = note("small/rotated/checkpoint.5");
            assertThat(keys(note.verify(List.of(LOG_KEY, ROTATED_KEY))))
                    .containsExactly(LOG_KEY, ROTATED_KEY);
            assertThat(keys(note.verify(List.of(ROTATED_KEY)))).containsExactly(ROTATED_KEY);
        }

        private static void refused(SignedNote good, byte[] signature) {
            var line = new NoteSignature(LOG_KEY.name(), LOG_KEY.keyId(), signature);
            assertThat(SignedNote.of(good.textBytes(), List.of(line)).verify(List.of(LOG_KEY)))
                    .isEqualTo(new NoteVerdict.Forged(LOG_KEY));
        }

        private static List<VerifierKey> keys(NoteVerdict verdict) {
            assertThat(verdict).isInstanceOf(NoteVerdict.Verified.class);
            return ((NoteVerdict.Verified) verdict)
                    .by().stream().map(NoteVerdict.ValidSignature::key).toList();
        }
    }

    @Nested
    class Signing {
        @ParameterizedTest
        @ValueSource(strings = {"", "no newline", "tab\t\n", "\r\n"})
        void refuses_to_sign_what_is_not_the_text_of_a_note(String text) {
            assertThatThrownBy(() -> NoteVectors.logSigner().sign(utf8(text)))
                    .isInstanceOf(MalformedLogDataException.class);
        }

        @Test
        void refuses_a_seed_of_another_length() {
            for (int length : new int[] {0, 31, 33, 64}) {
                assertThatThrownBy(() -> NoteSigner.ed25519("a", new byte[length]))
                        .isInstanceOf(MalformedLogDataException.class)
                        .hasMessageContaining(length + " bytes");
            }
        }

        @Test
        void the_public_key_is_the_one_of_the_seed() {
            assertThat(NoteVectors.logSigner().verifierKey()).isEqualTo(LOG_KEY);
            assertThat(NoteSigner.ed25519(NoteVectors.ORIGIN, NoteVectors.seed(0x60)).verifierKey())
                    .isEqualTo(ROTATED_KEY);
        }

        @Test
        void a_signer_does_not_print_its_secret() {
            assertThat(NoteVectors.logSigner()).hasToString("signer of " + LOG_KEY);
            assertThat(NoteVectors.witness1()).hasToString("cosigner of " + WITNESS_1);
        }
    }
}

package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.tlog.NoteVectors.LOG_KEY;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierKeyTest {
    @Test
    void the_base64_part_may_hold_a_plus() {
        String vkey = Vectors.value("log.vkey");
        assertThat(vkey.chars().filter(c -> c == '+').count())
                .as("not a vacuous test")
                .isEqualTo(3);
        VerifierKey key = VerifierKey.parse(vkey);
        assertThat(key).hasToString(vkey);
        assertThat(HexFormat.of().formatHex(key.publicKey())).isEqualTo(Vectors.value("log.pub"));
    }

    @Test
    void the_parts_of_a_key_make_its_id() {
        assertThat(LOG_KEY.keyIdHex()).isEqualTo("d5dffc84").isEqualTo(Vectors.value("log.keyid"));
        assertThat(LOG_KEY.keyId()).isEqualTo(0xd5dffc84);
        assertThat(VerifierKey.of(NoteVectors.ORIGIN, KeyType.ED25519, LOG_KEY.publicKey()))
                .isEqualTo(LOG_KEY)
                .hasSameHashCodeAs(LOG_KEY);
    }

    @Test
    void one_key_pair_under_two_types_is_two_keys() {
        var asWitness =
                VerifierKey.of(LOG_KEY.name(), KeyType.ED25519_COSIGNATURE, LOG_KEY.publicKey());
        assertThat(asWitness).isNotEqualTo(LOG_KEY);
        assertThat(asWitness.keyId()).isNotEqualTo(LOG_KEY.keyId());
        assertThat(asWitness.sharesKeyWith(LOG_KEY)).isTrue();
    }

    @Test
    void refuses_an_id_that_is_not_the_keys() {
        String vkey = LOG_KEY.toString();
        refused(vkey.replace("d5dffc84", "d5dffc85"), "but of d5dffc84");
        refused(vkey.replace("d5dffc84", "D5DFFC84"), "but of d5dffc84");
        refused(vkey.replace("d5dffc84", "d5dffc8"), "but of d5dffc84");
        refused(vkey.replace("tdkt", "tdkT"), "id 'd5dffc84'");
    }

    @Test
    void refuses_other_shapes() {
        String vkey = LOG_KEY.toString();
        refused("", "not name, id and key");
        refused("name+00000000", "not name, id and key");
        refused("name+00000000+", "no key");
        refused(vkey.substring(0, vkey.length() - 4), "29 bytes");
        refused(vkey.replace('+', ' '), "not name, id and key");
        refused(vkey + "\n", "base64");
        refused("+" + vkey.substring(NoteVectors.ORIGIN.length() + 1), "empty key name");
    }

    @Test
    void refuses_types_it_does_not_know() {
        // 0x02 ECDSA, 0x05 RFC 6962 tree head, 0xff private use
        for (String typed : new String[] {"Ag==", "BQ==", "/w=="}) {
            refused("name+00000000+" + typed, "is not supported");
        }
    }

    @Test
    void refuses_bytes_that_are_no_point_of_the_curve() {
        var raw = new byte[32];
        raw[0] = 2;
        assertThatThrownBy(() -> VerifierKey.of("name", KeyType.ED25519, raw))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessageContaining("not valid");
    }

    /// U+0085 and the no-break spaces U+00A0, U+2007, U+202F escape one or both of the JDK's own
    /// questions about space.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a+b",
                "a\nb",
                "a\tb",
                "a\u0085b",
                "a\u00a0b",
                "a\u1680b",
                "a\u2007b",
                "a\u2028b",
                "a\u202fb",
                "a\u205fb",
                "a\u3000b"
            })
    void refuses_names_with_a_space_or_plus(String name) {
        assertThatThrownBy(() -> VerifierKey.of(name, KeyType.ED25519, LOG_KEY.publicKey()))
                .isInstanceOf(MalformedLogDataException.class);
        assertThatThrownBy(() -> new NoteSignature(name, 0, new byte[1]))
                .isInstanceOf(MalformedLogDataException.class);
    }

    @Test
    void a_name_may_be_vietnamese() {
        var key = VerifierKey.of("sổ-vàng.vn/thi-đua", KeyType.ED25519, LOG_KEY.publicKey());
        assertThat(VerifierKey.parse(key.toString())).isEqualTo(key);
    }

    private static void refused(String vkey, String why) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessageContaining(why);
    }
}

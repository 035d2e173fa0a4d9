package vn.sovang.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.VerificationCode;

/// A code is read however it is typed, and a slip is told from a code.
class VerificationCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Random random = new Random(20261127);

    private VerificationCode any() {
        var bits = new byte[VerificationCode.BYTES];
        random.nextBytes(bits);
        return VerificationCode.of(bits);
    }

    @Test
    void is_printed_in_groups_and_read_in_any() {
        var code = any();
        var printed = code.toString();

        assertThat(printed).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");
        for (var typed :
                new String[] {
                    printed,
                    code.characters(),
                    printed.toLowerCase(Locale.ROOT),
                    " " + printed.replace('-', ' ') + "\t",
                    printed.replace('-', '‐'),
                    printed.replace('-', '–'),
                    printed.replace('0', 'O').replace('1', 'l')
                }) {
            assertThat(VerificationCode.read(typed)).as(typed).contains(code);
        }
    }

    @Test
    void every_bit_but_the_last_counts() {
        var bits = new byte[VerificationCode.BYTES];
        var nought = VerificationCode.of(bits);
        assertThat(nought).hasToString("0000-0000-0000-0000-0000");
        for (int bit = 0; bit < 95; bit++) {
            var other = bits.clone();
            other[bit / 8] ^= (byte) (0x80 >> (bit % 8));
            assertThat(VerificationCode.of(other)).as("bit %s", bit).isNotEqualTo(nought);
        }
    }

    /// Every single slip of a whole code: 20 × 31 wrong characters, 190 exchanges.
    @RepeatedTest(20)
    void one_wrong_character_or_two_exchanged_ones_are_no_code() {
        var characters = any().characters();
        for (int i = 0; i < characters.length(); i++) {
            for (int k = 0; k < ALPHABET.length(); k++) {
                char c = ALPHABET.charAt(k);
                if (c != characters.charAt(i)) {
                    var slip = new StringBuilder(characters);
                    slip.setCharAt(i, c);
                    assertThat(VerificationCode.read(slip.toString())).isEmpty();
                }
            }
            for (int j = i + 1; j < characters.length(); j++) {
                if (characters.charAt(i) != characters.charAt(j)) {
                    var slip = new StringBuilder(characters);
                    slip.setCharAt(i, characters.charAt(j));
                    slip.setCharAt(j, characters.charAt(i));
                    assertThat(VerificationCode.read(slip.toString())).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "0000-0000-0000-0000-000",
                "0000-0000-0000-0000-00000",
                "0000-0000-0000-0000-000U",
                "0000-0000-0000-0000-000*",
                "\0",
                "９９９９",
                "💩"
            })
    void what_is_no_code_is_none(String typed) {
        assertThat(VerificationCode.read(typed)).isEmpty();
        assertThatThrownBy(() -> new VerificationCode(typed)).isInstanceOf(IllegalValue.class);
    }

    @Test
    void anything_can_be_typed() {
        for (int i = 0; i < 2_000; i++) {
            var typed = new StringBuilder();
            random.ints(random.nextInt(40), 0, 0x10FFFF).forEach(typed::appendCodePoint);
            assertThat(VerificationCode.read(typed.toString())).isEmpty();
        }
        assertThat(VerificationCode.read("9".repeat(1_000_000))).isEmpty();
    }
}

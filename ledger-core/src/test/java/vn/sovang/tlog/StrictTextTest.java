package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTextTest {
    @Test
    void reads_decimals_up_to_the_largest_long() {
        assertThat(StrictText.decimal("0", "n")).isZero();
        assertThat(StrictText.decimal("9223372036854775807", "n")).isEqualTo(Long.MAX_VALUE);
    }

    /// Arabic-Indic and full-width digits are digits to `Long.parseLong`.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+5",
                "-0",
                "-1",
                "005",
                "00",
                " 5",
                "5 ",
                "5\n",
                "٥",
                "５",
                "5.0",
                "0x5",
                "1_000",
                "9223372036854775808",
                "10000000000000000000"
            })
    void refuses_decimals_in_any_other_spelling(String text) {
        assertThatThrownBy(() -> StrictText.decimal(text, "size"))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessageStartingWith("size: ");
    }

    @Test
    void reads_padded_base64() {
        assertThat(StrictText.base64("", "b")).isEmpty();
        assertThat(StrictText.base64("+/8=", "b")).containsExactly(0xfb, 0xff);
    }

    /// `+/8` lacks its padding, `+/9=` and `AB==` have bits set that carry no data: the JDK takes
    /// all three.
    @ParameterizedTest
    @ValueSource(
            strings = {"+/8", "+/9=", "AB==", "-_8=", "+/8=\n", " +/8=", "+/8==", "+", "====", "ă"})
    void refuses_base64_in_any_other_spelling(String text) {
        assertThatThrownBy(() -> StrictText.base64(text, "root"))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessageStartingWith("root: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB", "abc", "0x", "zz", "٠٠"})
    void refuses_hex_that_is_not_lower_case_pairs(String text) {
        assertThatThrownBy(() -> StrictText.hex(text, "key id"))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessageStartingWith("key id: ");
    }

    @Test
    void refuses_bytes_that_are_not_utf8_instead_of_replacing_them() {
        byte[] overlong = {(byte) 0xc0, (byte) 0xaf};
        assertThatThrownBy(() -> StrictText.utf8(overlong, "note"))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessage("note: not valid UTF-8");
        assertThatThrownBy(() -> StrictText.utf8Bytes("\ud800", "note"))
                .isInstanceOf(MalformedLogDataException.class);
    }

    @Test
    void refuses_control_characters_but_newline() {
        StrictText.requireNoControls("a\nb", "note");
        for (String bad : new String[] {"a\tb", "a\r\n", "\u0000", "\u001f"}) {
            assertThatThrownBy(() -> StrictText.requireNoControls(bad, "note"))
                    .isInstanceOf(MalformedLogDataException.class)
                    .hasMessageContaining("control character");
        }
    }

    @Test
    void quotes_only_the_beginning_of_a_long_bad_value() {
        assertThatThrownBy(() -> StrictText.decimal("x".repeat(100_000), "size"))
                .message()
                .hasSizeLessThan(200);
    }
}

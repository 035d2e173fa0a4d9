package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.tlog.NoteVectors.utf8;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ROOT = Hash.EMPTY_ROOT.toBase64();

    @Test
    void text_and_parts_give_each_other() {
        String text = "ledger.example/tdkt\n5\n" + ROOT + "\n";
        var checkpoint = new Checkpoint("ledger.example/tdkt", 5, Hash.EMPTY_ROOT);
        assertThat(checkpoint.text()).isEqualTo(text);
        assertThat(checkpoint.textBytes()).isEqualTo(utf8(text));
        assertThat(Checkpoint.parse(utf8(text))).isEqualTo(checkpoint);
    }

    @Test
    void extension_lines_are_kept_as_they_are() {
        String text = "o\n0\n" + ROOT + "\nExt 1\n second: ă\n";
        Checkpoint checkpoint = Checkpoint.parse(utf8(text));
        assertThat(checkpoint.extensions()).containsExactly("Ext 1", " second: ă");
        assertThat(checkpoint.text()).isEqualTo(text);
    }

    @Test
    void takes_the_largest_size() {
        assertThat(Checkpoint.parse(utf8("o\n9223372036854775807\n" + ROOT + "\n")).size())
                .isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05", "+5", "-5", "٥", "5 ", " 5", "0x5", "9223372036854775808"})
    void refuses_sizes_in_any_other_spelling(String size) {
        refused("o\n" + size + "\n" + ROOT + "\n", "checkpoint size (line 2)");
    }

    @Test
    void refuses_a_root_that_is_not_32_bytes_of_strict_base64() {
        refused("o\n5\n\n", "hash: 0 bytes");
        refused("o\n5\nAAAA\n", "hash: 3 bytes");
        refused("o\n5\n" + ROOT.replace("=", "") + "\n", "checkpoint root (line 3)");
        refused("o\n5\n" + ROOT.replace("FU=", "FV=") + "\n", "checkpoint root (line 3)");
        refused("o\n5\n" + ROOT + " \n", "checkpoint root (line 3)");
    }

    @Test
    void refuses_other_shapes() {
        refused("", "no newline");
        refused("o\n5\n" + ROOT, "no newline");
        refused("o\n5\n", "2 lines");
        refused("\n5\n" + ROOT + "\n", "empty origin");
        refused("o\n5\n" + ROOT + "\n\n", "empty extension line");
        refused("o\n5\n" + ROOT + "\n\nx\n", "empty extension line");
        refused("o\n5\n" + ROOT + "\nx\ty\n", "control character");
        refused("o\r\n5\r\n" + ROOT + "\r\n", "line 2");
    }

    @Test
    void an_illegal_checkpoint_cannot_be_made() {
        assertThatThrownBy(() -> new Checkpoint("", 5, Hash.EMPTY_ROOT))
                .isInstanceOf(MalformedLogDataException.class);
        assertThatThrownBy(() -> new Checkpoint("a\nb", 5, Hash.EMPTY_ROOT))
                .isInstanceOf(MalformedLogDataException.class);
        assertThatThrownBy(() -> new Checkpoint("a", -1, Hash.EMPTY_ROOT))
                .isInstanceOf(MalformedLogDataException.class);
        assertThatThrownBy(() -> new Checkpoint("a", 1, Hash.EMPTY_ROOT, List.of("")))
                .isInstanceOf(MalformedLogDataException.class);
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> Checkpoint.parse(utf8(text)))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessageContaining(why);
    }
}

package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {
    private static final EntryBundle THREE = new EntryBundle(0, 3);

    @Test
    void entries_of_every_allowed_length_survive() {
        List<byte[]> entries = List.of(new byte[0], new byte[] {1}, new byte[65_535]);
        byte[] data = EntryBundle.encode(entries);
        assertThat(data).hasSize(6 + 1 + 65_535).startsWith(0, 0, 0, 1, 1, 0xff, 0xff);
        assertThat(THREE.parse(data)).usingElementComparator(Arrays::compare).isEqualTo(entries);
    }

    @Test
    void refuses_an_entry_of_65536_bytes() {
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessageContaining("65536 bytes");
    }

    @Test
    void refuses_a_bundle_cut_off_anywhere() {
        byte[] data = EntryBundle.encode(List.of(new byte[0], new byte[] {1}, new byte[] {2, 3}));
        for (int length = 0; length < data.length; length++) {
            byte[] cut = Arrays.copyOf(data, length);
            assertThatThrownBy(() -> THREE.parse(cut))
                    .isInstanceOf(MalformedLogDataException.class)
                    .hasMessageContaining("cut off at offset");
        }
    }

    @Test
    void refuses_trailing_garbage_and_further_entries() {
        byte[] data =
                EntryBundle.encode(List.of(new byte[0], new byte[0], new byte[0], new byte[0]));
        assertThatThrownBy(() -> THREE.parse(data))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessage("tile/entries/000.p/3: 2 bytes after the last entry");
    }

    @Test
    void the_file_of_the_worked_example_is_reproduced() {
        byte[] file = Vectors.bytes("small/log/tile/entries/000.p/5");
        assertThat(EntryBundle.encode(Vectors.smallEntries())).isEqualTo(file);
        assertThat(Vectors.smallEntries().stream().map(entry -> entry.length))
                .containsExactly(121, 117, 112, 114, 115);
    }
}

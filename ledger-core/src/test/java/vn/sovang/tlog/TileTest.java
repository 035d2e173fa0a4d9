package vn.sovang.tlog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 0, 5, tile/0/000.p/5",
        "0, 999, 256, tile/0/999",
        "0, 1000, 256, tile/0/x001/000",
        "1, 1000000, 1, tile/1/x001/x000/000.p/1",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "63, 36028797018963967, 255, tile/63/x036/x028/x797/x018/x963/967.p/255",
    })
    void a_path_and_its_coordinates_give_each_other(int level, long index, int width, String path) {
        var tile = new Tile(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).isEqualTo(tile);
    }

    @Test
    void bundles_have_paths_of_their_own() {
        var bundle = new EntryBundle(1_234_067, 17);
        assertThat(bundle.path()).isEqualTo("tile/entries/x001/x234/067.p/17");
        assertThat(TilePath.parse(bundle.path())).isEqualTo(bundle);
        assertThat(TilePath.parse("tile/entries/000")).isEqualTo(new EntryBundle(0, 256));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "/tile/0/000",
                "tile/0/000/",
                "tile/00/000",
                "tile/64/000",
                "tile/100/000",
                "tile/-1/000",
                "tile/+1/000",
                "tile/0/0",
                "tile/0/1000",
                "tile/0/x000/000",
                "tile/0/x000/x001/000",
                "tile/0/001/000",
                "tile/0/x001",
                "tile/0/X001/000",
                "tile/0/000.p/0",
                "tile/0/000.p/00",
                "tile/0/000.p/05",
                "tile/0/000.p/256",
                "tile/0/000.p/999",
                "tile/0/000.p/1000",
                "tile/0/000.p/",
                "tile/0/000.p",
                "tile/0/000.P/5",
                "tile/8/0/000",
                "tile/data/000",
                "tile/entries/000\n",
                "tile/0/٠٠٠",
                "tile/0/../0/000",
                "tile/entries/x036/x028/x797/x018/x963/968",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/x1/000"
            })
    void refuses_paths_in_any_other_spelling(String path) {
        assertThatThrownBy(() -> TilePath.parse(path))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessageStartingWith("tile");
    }

    @Test
    void paths_have_ascii_digits_in_every_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat("%03d".formatted(5)).as("this locale would do harm").isNotEqualTo("005");
            assertThat(new Tile(1, 1_005, 7).path()).isEqualTo("tile/1/x001/005.p/7");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_log_of_70000_has_277_tiles() {
        List<Tile> tiles = Tile.all(70_000);
        assertThat(tiles).hasSize(277);
        assertThat(tiles.stream().filter(tile -> tile.width() < 256).map(Tile::path))
                .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
    }

    @Test
    void a_log_of_256_has_a_full_tile_and_its_root_in_the_next_level() {
        assertThat(Tile.all(256).stream().map(Tile::path))
                .containsExactly("tile/0/000", "tile/1/000.p/1");
        assertThat(Tile.all(0)).isEmpty();
    }

    @Test
    void every_node_comes_out_of_the_tiles_again() {
        int size = 70_000;
        StoredNodes nodes = StoredNodes.of(Vectors.numbered(size));
        Map<Tile, byte[]> files = files(size, nodes);
        HashReader reader = Tile.reader(size, tile -> requireNonNull(files.get(tile)));
        for (int level = 0; size >> level > 0; level++) {
            int count = size >> level;
            for (int index = 0; index < count; index += Math.max(1, count / 500)) {
                assertThat(reader.read(level, index)).isEqualTo(nodes.read(level, index));
            }
            assertThat(reader.read(level, count - 1)).isEqualTo(nodes.read(level, count - 1));
        }
        assertThat(MerkleTree.root(size, reader).toBase64())
                .isEqualTo("o5IPun8jmgcam9EHIfE0Gt3vuu3ttBx+JEN6nRa98Ao=");
        assertThat(MerkleTree.root(30_000, reader).toBase64())
                .isEqualTo("Mb+YS5KvF1meXbC9Kh9AhF8swIct4JZR8610SXdI4Ng=");
    }

    @Test
    void the_root_of_a_full_tile_is_a_hash_of_the_tile_above() {
        StoredNodes nodes = StoredNodes.of(Vectors.numbered(600));
        Tile full = new Tile(0, 1, 256);
        byte[] data = requireNonNull(files(600, nodes).get(full));
        assertThat(full.node(data, 8, 1)).isEqualTo(nodes.read(8, 1));
        assertThat(Tile.completedBy(8, 1)).contains(full);
        assertThat(Tile.completedBy(0, 0)).isEmpty();
        assertThat(Tile.completedBy(7, 0)).isEmpty();
    }

    @Test
    void a_tile_is_served_only_within_the_published_size() {
        assertThat(new Tile(0, 0, 5).isWithin(5)).isTrue();
        assertThat(new Tile(0, 0, 4).isWithin(5)).as("older widths stay available").isTrue();
        assertThat(new Tile(0, 0, 6).isWithin(5)).isFalse();
        assertThat(new Tile(0, 1, 44).isWithin(300)).isTrue();
        assertThat(new Tile(0, 1, 45).isWithin(300)).isFalse();
        assertThat(new Tile(0, 2, 1).isWithin(300)).isFalse();
        assertThat(new Tile(1, 0, 1).isWithin(256)).isTrue();
        assertThat(new Tile(1, 0, 1).isWithin(255)).isFalse();
        assertThat(new Tile(0, 0, 1).isWithin(0)).isFalse();
        assertThat(new Tile(63, 0, 1).isWithin(Long.MAX_VALUE)).isFalse();
        assertThat(new Tile(8, 0, 1).isWithin(Long.MAX_VALUE)).isFalse();
        assertThat(new EntryBundle(1, 44).isWithin(300)).isTrue();
        assertThat(new EntryBundle(1, 45).isWithin(300)).isFalse();
    }

    @Test
    void refuses_bytes_of_another_length() {
        var tile = new Tile(0, 0, 5);
        for (int length : new int[] {0, 159, 161, 8_192}) {
            assertThatThrownBy(() -> tile.parse(new byte[length]))
                    .isInstanceOf(MalformedLogDataException.class)
                    .hasMessage("tile/0/000.p/5: %d bytes instead of 160", length);
        }
        assertThatThrownBy(() -> tile.node(new byte[159], 0, 0))
                .isInstanceOf(MalformedLogDataException.class);
    }

    @Test
    void refuses_nodes_that_are_not_complete_or_not_here() {
        var tile = new Tile(0, 0, 5);
        var data = new byte[160];
        assertThatThrownBy(() -> tile.node(data, 0, 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tile.node(data, 1, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tile.node(data, 8, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tile.node(data, 9, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tile.node(data, 0, 256))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Tile.holding(2, 1, 7))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Tile.holding(64, 0, 7))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void finds_the_tile_of_a_node() {
        assertThat(Tile.holding(0, 299, 300)).isEqualTo(new Tile(0, 1, 44));
        assertThat(Tile.holding(0, 255, 300)).isEqualTo(new Tile(0, 0, 256));
        assertThat(Tile.holding(7, 1, 300)).isEqualTo(new Tile(0, 0, 256));
        assertThat(Tile.holding(8, 0, 300)).isEqualTo(new Tile(1, 0, 1));
        assertThat(EntryBundle.holding(299, 300)).isEqualTo(new EntryBundle(1, 44));
    }

    private static Map<Tile, byte[]> files(long size, HashReader nodes) {
        var files = new HashMap<Tile, byte[]>();
        for (Tile tile : Tile.all(size)) {
            var hashes = new ArrayList<Hash>();
            for (int i = 0; i < tile.width(); i++) {
                hashes.add(nodes.read(8 * tile.level(), 256 * tile.index() + i));
            }
            files.put(tile, Tile.encode(hashes));
        }
        return files;
    }
}

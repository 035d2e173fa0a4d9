package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierTest {
    @Test
    void its_root_is_the_root_after_every_append() {
        List<byte[]> entries = Vectors.numbered(130);
        Frontier frontier = Frontier.empty();
        assertThat(frontier.root()).isEqualTo(Hash.EMPTY_ROOT);
        for (int size = 1; size <= entries.size(); size++) {
            assertThat(frontier.append(Hash.ofLeaf(entries.get(size - 1)))).isEqualTo(size);
            assertThat(frontier.root()).isEqualTo(NaiveTree.head(entries.subList(0, size)));
            assertThat(frontier.peaks()).hasSize(Integer.bitCount(size));
        }
    }

    @Test
    void reports_each_complete_node_once() {
        // floor(300 / 2^k) nodes at each level k
        assertThat(StoredNodes.of(Vectors.numbered(300)).count())
                .isEqualTo(300 + 150 + 75 + 37 + 18 + 9 + 4 + 2 + 1);
    }

    @Test
    void reports_a_node_after_its_children() {
        var order = new ArrayList<String>();
        Frontier frontier = Frontier.empty();
        for (int i = 0; i < 4; i++) {
            frontier.append(Hash.EMPTY_ROOT, (level, index, _) -> order.add(level + "/" + index));
        }
        assertThat(order).containsExactly("0/0", "0/1", "1/0", "0/2", "0/3", "1/1", "2/0");
    }

    @Test
    void tells_when_a_tile_is_full() {
        var tiles = new ArrayList<Tile>();
        Frontier frontier = Frontier.empty();
        for (int i = 0; i < 65_536; i++) {
            frontier.append(
                    Hash.EMPTY_ROOT,
                    (level, index, _) -> Tile.completedBy(level, index).ifPresent(tiles::add));
        }
        assertThat(tiles)
                .hasSize(257)
                .startsWith(new Tile(0, 0, 256))
                .endsWith(new Tile(1, 0, 256));
    }

    @Test
    void resumes_from_stored_nodes_at_any_size() {
        List<byte[]> entries = Vectors.numbered(70);
        StoredNodes nodes = StoredNodes.of(entries);
        for (int size = 0; size <= 70; size++) {
            Frontier resumed = Frontier.of(size, nodes);
            entries.subList(size, 70).forEach(entry -> resumed.append(Hash.ofLeaf(entry)));
            assertThat(resumed.root()).isEqualTo(nodes.frontier.root());
            assertThat(resumed.size()).isEqualTo(70);
        }
    }

    @Test
    void a_copy_goes_its_own_way() {
        Frontier committed = StoredNodes.of(Vectors.numbered(5)).frontier;
        Hash before = committed.root();
        Frontier attempt = committed.copy();
        attempt.append(Hash.EMPTY_ROOT);
        assertThat(committed.root()).isEqualTo(before);
        assertThat(attempt.root()).isNotEqualTo(before);
        assertThat(committed.size()).isEqualTo(5);
    }

    @Test
    void refuses_a_negative_size() {
        assertThatThrownBy(() -> Frontier.of(-1, (_, _) -> Hash.EMPTY_ROOT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package vn.sovang.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HashTest {
    private static final String LEAF_OF_NOTHING =
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";

    @Test
    void the_empty_tree_hashes_to_sha256_of_nothing() {
        assertThat(Hash.EMPTY_ROOT.toHex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Hash.EMPTY_ROOT.toBase64())
                .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void a_leaf_is_hashed_under_the_prefix_0x00() {
        assertThat(Hash.ofLeaf(new byte[0]).toHex()).isEqualTo(LEAF_OF_NOTHING);
        assertThat(Hash.ofLeaf("L123456".getBytes(UTF_8)).toHex())
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    @Test
    void a_node_is_hashed_under_the_prefix_0x01() {
        // The published value has children of four bytes, which a Hash cannot hold.
        byte[] joined = "\u0001N123N456".getBytes(UTF_8);
        assertThat(HexFormat.of().formatHex(Hash.plainSha256(joined)))
                .isEqualTo("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
        var leaves = Vectors.hashes(Vectors.merkle8().get("leafHashesHex"));
        assertThat(Hash.ofNode(leaves.get(0), leaves.get(1)).toHex())
                .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Test
    void equal_bytes_are_equal_hashes() {
        Hash hash = Hash.fromHex(LEAF_OF_NOTHING);
        assertThat(hash)
                .isEqualTo(Hash.ofLeaf(new byte[0]))
                .hasSameHashCodeAs(Hash.of(hash.bytes()));
        assertThat(hash).isNotEqualTo(Hash.EMPTY_ROOT).isNotEqualTo(LEAF_OF_NOTHING);
    }

    @Test
    void callers_cannot_reach_the_bytes_inside() {
        byte[] given = Hash.EMPTY_ROOT.bytes();
        Hash hash = Hash.of(given);
        given[0] ^= 1;
        hash.bytes()[1] ^= 1;
        assertThat(hash).isEqualTo(Hash.EMPTY_ROOT);
    }

    @Test
    void refuses_any_length_but_32_bytes() {
        for (int length : new int[] {0, 31, 33, 64}) {
            assertThatThrownBy(() -> Hash.of(new byte[length]))
                    .isInstanceOf(MalformedLogDataException.class)
                    .hasMessageContaining(length + " bytes");
        }
        assertThatThrownBy(() -> Hash.fromBase64("")).isInstanceOf(MalformedLogDataException.class);
        assertThatThrownBy(() -> Hash.at(new byte[40], 9))
                .isInstanceOf(MalformedLogDataException.class);
    }

    @Test
    void text_forms_have_one_spelling() {
        assertThat(Hash.fromBase64(Hash.EMPTY_ROOT.toBase64())).isEqualTo(Hash.EMPTY_ROOT);
        assertThatThrownBy(() -> Hash.fromHex(LEAF_OF_NOTHING.replace('e', 'E')))
                .isInstanceOf(MalformedLogDataException.class);
        assertThatThrownBy(() -> Hash.fromBase64(Hash.EMPTY_ROOT.toBase64().replace("=", "")))
                .isInstanceOf(MalformedLogDataException.class);
    }

    @Test
    void threads_do_not_disturb_each_other() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        var wrong = new AtomicInteger();
        for (int t = 0; t < 8; t++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                for (int i = 0; i < 2_000; i++) {
                                    if (!Hash.ofLeaf(new byte[0]).toHex().equals(LEAF_OF_NOTHING)) {
                                        wrong.incrementAndGet();
                                    }
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).hasValue(0);
    }
}

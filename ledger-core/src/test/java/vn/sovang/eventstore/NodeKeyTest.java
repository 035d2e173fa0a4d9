package vn.sovang.eventstore;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vn.sovang.tlog.Hash;

/// Values were computed by another implementation, with Python's `hmac`.
final class NodeKeyTest {
    private static final Hash ROOT = Hash.ofLeaf("L123456".getBytes(US_ASCII));

    private static byte[] secret() {
        byte[] secret = new byte[NodeKey.SECRET_BYTES];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) i;
        }
        return secret;
    }

    private final NodeKey key = NodeKey.of(secret(), "test.example/ledger");

    @Test
    void the_seal_is_an_hmac_over_a_fixed_layout() {
        AppendMac seal = key.seal(7, 9, ROOT);
        assertThat(key.id()).isEqualTo("4612eb5906495a8e");
        assertThat(HexFormat.of().formatHex(seal.mac()))
                .isEqualTo("66e9b79e8e458d5cd9cfc0a2b53bd932001f8fdb6fb18c0d7512709b1f7e5892");
        assertThat(key.verifies(seal)).isTrue();
    }

    @Test
    void any_other_position_root_name_or_byte_does_not_verify() {
        byte[] mac = key.seal(7, 9, ROOT).mac();
        byte[] flipped = mac.clone();
        flipped[31] ^= 1;
        assertThat(key.verifies(new AppendMac(6, 9, ROOT, key.id(), mac))).isFalse();
        assertThat(key.verifies(new AppendMac(7, 10, ROOT, key.id(), mac))).isFalse();
        assertThat(key.verifies(new AppendMac(7, 9, Hash.EMPTY_ROOT, key.id(), mac))).isFalse();
        assertThat(key.verifies(new AppendMac(7, 9, ROOT, "0000000000000000", mac))).isFalse();
        assertThat(key.verifies(new AppendMac(7, 9, ROOT, key.id(), flipped))).isFalse();
    }

    @Test
    void what_one_log_bears_is_worth_nothing_in_another() {
        NodeKey elsewhere = NodeKey.of(secret(), "test.example/ledger/access");
        assertThat(elsewhere.id()).isNotEqualTo(key.id());
        assertThat(elsewhere.verifies(key.seal(7, 9, ROOT))).isFalse();
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatThrownBy(() -> NodeKey.of(new byte[16], "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package vn.sovang.api.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.sovang.api.testing.RunningSite;

/// A client of C2SP tlog-tiles written from the specification alone: none of our code for notes,
/// paths, tiles or trees is used here. It mirrors the log over HTTP and verifies it.
class StrangersClientTest {
    private static final String SPKI_ED25519 = "302a300506032b6570032100";

    private record Head(long size, String root) {}

    private static byte[] get(String path, String type, String caching) {
        var answer = RunningSite.bytes("/log/" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT))
                .as(path)
                .isEqualTo(type);
        assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                .as(path)
                .contains(caching);
        return answer.body();
    }

    private static Head head(String vkey) throws GeneralSecurityException {
        var note = new String(get("checkpoint", "text/plain;charset=utf-8", "max-age=1"), UTF_8);
        int split = note.lastIndexOf("\n\n");
        var text = note.substring(0, split + 1);
        var parts = vkey.split("\\+", 3);
        var line = note.substring(split + 2).lines().findFirst().orElseThrow();
        assertThat(line).startsWith("— " + parts[0] + " ");
        var blob = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        assertThat(HexFormat.of().formatHex(blob, 0, 4)).isEqualTo(parts[1]);
        var key = Base64.getDecoder().decode(parts[2]);
        assertThat(key[0]).as("Ed25519").isEqualTo((byte) 1);
        var spki = HexFormat.of().parseHex(SPKI_ED25519 + HexFormat.of().formatHex(key, 1, 33));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        verifier.update(text.getBytes(UTF_8));
        assertThat(verifier.verify(blob, 4, 64)).as("signature of the checkpoint").isTrue();
        var lines = text.split("\n", -1);
        assertThat(lines[0]).isEqualTo(parts[0]);
        return new Head(Long.parseLong(lines[1]), lines[2]);
    }

    private static byte[] sha256(int prefix, byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) prefix);
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int half = Integer.highestOneBit(hashes.size() - 1);
        return sha256(1, root(hashes.subList(0, half)), root(hashes.subList(half, hashes.size())));
    }

    private static String place(long index, long width) {
        return "%03d".formatted(index) + (width == 256 ? "" : ".p/" + width);
    }

    private static List<byte[]> entries(long size) {
        var entries = new ArrayList<byte[]>();
        for (long first = 0; first < size; first += 256) {
            long width = Math.min(256, size - first);
            var data =
                    get(
                            "tile/entries/" + place(first / 256, width),
                            "application/octet-stream",
                            "immutable");
            int at = 0;
            for (int i = 0; i < width; i++) {
                int length = ((data[at] & 0xff) << 8) | (data[at + 1] & 0xff);
                entries.add(Arrays.copyOfRange(data, at + 2, at + 2 + length));
                at += 2 + length;
            }
            assertThat(at).isEqualTo(data.length);
        }
        return entries;
    }

    private static byte[] joined(List<byte[]> hashes) {
        var out = new ByteArrayOutputStream();
        hashes.forEach(out::writeBytes);
        return out.toByteArray();
    }

    @Test
    void the_log_is_mirrored_and_verified() throws GeneralSecurityException {
        var vkey = RunningSite.installation().ledger().verifierKey().toString();
        var head = head(vkey);
        assertThat(head.size()).isGreaterThan(1_000);
        var leaves = new ArrayList<byte[]>();
        entries(head.size()).forEach(entry -> leaves.add(sha256(0, entry)));
        assertThat(Base64.getEncoder().encodeToString(root(leaves)))
                .as("the signed root")
                .isEqualTo(head.root());

        List<byte[]> level = leaves;
        int tiles = 0;
        for (int l = 0; !level.isEmpty(); l++) {
            var above = new ArrayList<byte[]>();
            for (int first = 0; first < level.size(); first += 256) {
                var hashes = level.subList(first, Math.min(first + 256, level.size()));
                var path = "tile/" + l + "/" + place(first / 256, hashes.size());
                assertThat(get(path, "application/octet-stream", "immutable"))
                        .as(path)
                        .isEqualTo(joined(hashes));
                tiles++;
                if (hashes.size() == 256) {
                    above.add(root(hashes));
                }
            }
            level = above;
        }
        assertThat(tiles).isGreaterThan(4);
    }

    @Test
    void every_partial_width_up_to_the_checkpoint_is_there_and_nothing_beyond()
            throws GeneralSecurityException {
        var head = head(RunningSite.installation().ledger().verifierKey().toString());
        long last = head.size() / 256;
        int width = (int) (head.size() % 256);
        var whole = RunningSite.bytes("/log/tile/0/000").body();
        for (int w : new int[] {1, 2, 100, 255}) {
            assertThat(RunningSite.bytes("/log/tile/0/000.p/" + w).body())
                    .as("a beginning of the full tile")
                    .isEqualTo(Arrays.copyOf(whole, w * 32));
        }
        for (var beyond :
                List.of(
                        "tile/0/" + "%03d.p/%d".formatted(last, width + 1),
                        "tile/0/" + place(last, 256),
                        "tile/0/" + place(last + 1, 1),
                        "tile/entries/" + "%03d.p/%d".formatted(last, width + 1),
                        "tile/1/" + "000.p/%d".formatted(head.size() / 256 + 1),
                        "tile/3/000.p/1")) {
            assertThat(RunningSite.bytes("/log/" + beyond).statusCode()).as(beyond).isEqualTo(404);
        }
    }
}

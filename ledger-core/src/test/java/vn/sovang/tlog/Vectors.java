package vn.sovang.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The worked examples under `src/test/resources/tlog`.
final class Vectors {
    private Vectors() {}

    static byte[] bytes(String name) {
        try (var in = Vectors.class.getResourceAsStream("/tlog/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String name) {
        return new String(bytes(name), UTF_8);
    }

    /// The rest of the line of VALUES.txt that starts with this key.
    static String value(String key) {
        return text("VALUES.txt")
                .lines()
                .filter(line -> line.startsWith(key + " "))
                .findFirst()
                .orElseThrow()
                .substring(key.length() + 1);
    }

    static List<byte[]> smallEntries() {
        return new EntryBundle(0, 5).parse(bytes("small/log/tile/entries/000.p/5"));
    }

    /// The entries of the larger logs: `entry 0`, `entry 1`, …
    static List<byte[]> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> ("entry " + i).getBytes(UTF_8)).toList();
    }

    /// Two-byte entries, low byte first, for the golden roots.
    static List<byte[]> twoBytes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 8)})
                .toList();
    }

    static Map<Integer, Hash> goldenRoots() {
        var roots = new TreeMap<Integer, Hash>();
        for (String line : text("VALUES.txt").lines().toList()) {
            String[] parts = line.split(" ", -1);
            if (parts[0].equals("golden")) {
                roots.put(Integer.parseInt(parts[1]), Hash.fromBase64(parts[2]));
            }
        }
        return roots;
    }

    static JsonNode merkle8() {
        return JsonMapper.builder().build().readTree(bytes("merkle8.json"));
    }

    static List<Hash> hashes(JsonNode array) {
        var hashes = new ArrayList<Hash>();
        array.forEach(hex -> hashes.add(Hash.fromHex(hex.asString())));
        return hashes;
    }

    static List<byte[]> merkle8Entries() {
        var entries = new ArrayList<byte[]>();
        merkle8()
                .get("leafInputsHex")
                .forEach(hex -> entries.add(HexFormat.of().parseHex(hex.asString())));
        return entries;
    }
}

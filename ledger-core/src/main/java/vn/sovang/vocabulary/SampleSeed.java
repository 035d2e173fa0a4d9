package vn.sovang.vocabulary;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// The seed of a sample (*số gieo*): 32 bytes, thrown or chosen by the inspector.
///
/// @param hex lower case
public record SampleSeed(String hex) {
    public static final int BYTES = 32;

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public SampleSeed {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalValue("seed", "not 64 hexadecimal digits");
        }
    }

    public static SampleSeed of(byte[] seed) {
        return new SampleSeed(HexFormat.of().formatHex(seed));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

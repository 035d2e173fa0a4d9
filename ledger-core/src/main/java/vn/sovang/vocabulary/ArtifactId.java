package vn.sovang.vocabulary;

import java.util.UUID;

/// One physical item (*hiện vật khen thưởng*).
public record ArtifactId(UUID value) implements Id {
    public static ArtifactId of(String text) {
        return new ArtifactId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "artifact:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package vn.sovang.vocabulary;

import java.util.UUID;

/// One paper that others refer to (*văn bản viện dẫn*).
public record PaperId(UUID value) implements Id {
    public static PaperId of(String text) {
        return new PaperId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "paper:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

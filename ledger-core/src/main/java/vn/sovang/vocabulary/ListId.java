package vn.sovang.vocabulary;

import java.util.UUID;

/// One list sent to a higher authority (*tờ trình kèm danh sách*).
public record ListId(UUID value) implements Id {
    public static ListId of(String text) {
        return new ListId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "list:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package vn.sovang.vocabulary;

import java.util.UUID;

/// One file taken in as a whole (*đợt nhập liệu*).
public record ImportId(UUID value) implements Id {
    public static ImportId of(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "import:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package vn.sovang.vocabulary;

import java.util.UUID;

/// One award line: one recipient, one award, one decision (*dòng khen thưởng*).
public record AwardId(UUID value) implements Id {
    public static AwardId of(String text) {
        return new AwardId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "award:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

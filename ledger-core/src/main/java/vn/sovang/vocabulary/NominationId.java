package vn.sovang.vocabulary;

import java.util.UUID;

/// One proposal of one award for one recipient (*đề nghị khen thưởng*).
public record NominationId(UUID value) implements Id {
    public static NominationId of(String text) {
        return new NominationId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "nomination:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

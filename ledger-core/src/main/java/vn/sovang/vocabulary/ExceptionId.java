package vn.sovang.vocabulary;

import java.util.UUID;

/// One exception from a rule that was decided for a time (*ngoại lệ*).
public record ExceptionId(UUID value) implements Id {
    public static ExceptionId of(String text) {
        return new ExceptionId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "exception:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package vn.sovang.vocabulary;

import java.util.UUID;

/// One inspection (*cuộc thanh tra, kiểm tra*).
public record InspectionId(UUID value) implements Id {
    public static InspectionId of(String text) {
        return new InspectionId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "inspection:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

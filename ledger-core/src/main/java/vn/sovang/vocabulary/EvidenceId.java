package vn.sovang.vocabulary;

import java.util.UUID;

/// One evidence bundle that was issued (*bộ bằng chứng*).
public record EvidenceId(UUID value) implements Id {
    public static EvidenceId of(String text) {
        return new EvidenceId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "evidence:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

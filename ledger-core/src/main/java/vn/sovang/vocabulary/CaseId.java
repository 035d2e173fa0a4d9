package vn.sovang.vocabulary;

import java.util.UUID;

/// One request to exchange, re-issue or first issue (*trường hợp cấp đổi, cấp lại, cấp mới*).
public record CaseId(UUID value) implements Id {
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "case:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

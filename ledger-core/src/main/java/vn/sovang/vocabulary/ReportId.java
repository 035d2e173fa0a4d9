package vn.sovang.vocabulary;

import java.util.UUID;

/// One report issued from the ledger (*báo cáo đã phát hành*).
public record ReportId(UUID value) implements Id {
    public static ReportId of(String text) {
        return new ReportId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "report:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package vn.sovang.vocabulary;

import java.util.UUID;

/// One report on paper, as an office wrote it (*báo cáo giấy*).
public record PaperReportId(UUID value) implements Id {
    public static PaperReportId of(String text) {
        return new PaperReportId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "paper-report:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

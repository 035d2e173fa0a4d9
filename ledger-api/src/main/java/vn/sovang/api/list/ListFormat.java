package vn.sovang.api.list;

import java.io.OutputStream;
import java.util.Locale;

/// What a list is taken away as.
public enum ListFormat {
    /// For any spreadsheet and any program (RFC 4180), UTF-8 with its mark.
    CSV("text/csv;charset=UTF-8") {
        @Override
        ListSheet open(OutputStream out, String title) {
            return new CsvList(out);
        }
    },
    /// For Excel; days are days, numbers are numbers.
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        ListSheet open(OutputStream out, String title) {
            return new XlsxList(out, title);
        }
    };

    private final String mediaType;

    ListFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// As files and addresses end.
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract ListSheet open(OutputStream out, String title);
}

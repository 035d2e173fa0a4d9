package vn.sovang.api.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms in which an annex is handed out.
public enum AnnexFormat {
    TEXT("txt", "text/plain;charset=UTF-8"),
    HTML("html", "text/html;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    AnnexFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /// The form of a file by its name's end, such as `phu-luc.xlsx`; the form itself by its name or
    /// extension.
    public static Optional<AnnexFormat> of(String text) {
        var end = text.substring(text.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(f ->
                        f.extension.equals(end) || f.name().toLowerCase(Locale.ROOT).equals(end))
                .findFirst();
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /// The annex in this form.
    ///
    /// @throws IOException if the workbook cannot be put together
    public byte[] write(Annex annex, Locale locale) throws IOException {
        return switch (this) {
            case TEXT -> AnnexText.write(annex).getBytes(StandardCharsets.UTF_8);
            case HTML -> AnnexHtml.write(annex, locale).getBytes(StandardCharsets.UTF_8);
            case XLSX -> AnnexWorkbook.write(annex);
        };
    }
}

package vn.sovang.api.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a paper can be written to.
public enum PaperFormat {
    /// Word, to be completed and signed.
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /// Excel: the tables.
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /// PDF/A, to be read or kept.
    PDF("application/pdf"),
    /// Plain text, UTF-8.
    TXT("text/plain;charset=UTF-8");

    private final String mediaType;

    PaperFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// `docx`, `xlsx`, `pdf` or `txt`: also how names of such files end.
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// All suffixes, Word first.
    public static List<String> suffixes() {
        return Arrays.stream(values()).map(PaperFormat::suffix).toList();
    }

    /// The format that a suffix names; none for any other.
    public static Optional<PaperFormat> of(String suffix) {
        for (var format : values()) {
            if (format.suffix().equals(suffix.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// Writes the paper; leaves the stream open.
    public void write(Paper paper, OutputStream out) throws IOException {
        switch (this) {
            case DOCX -> new DocxPaper(paper).write(out);
            case XLSX -> XlsxPaper.write(paper, out);
            case PDF -> PdfPaper.write(paper, out);
            case TXT -> TextPaper.write(paper, out);
        }
    }
}

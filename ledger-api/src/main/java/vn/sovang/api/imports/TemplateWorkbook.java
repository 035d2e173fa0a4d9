package vn.sovang.api.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// An empty workbook to fill in: every sheet with its headings, and above them a sentence that says
/// what a row is.
public final class TemplateWorkbook {
    private TemplateWorkbook() {}

    /// Writes the template; headings are Vietnamese whatever the language of the sentences.
    public static void write(Path file, Locale locale) throws IOException {
        SheetWriter.write(
                file,
                workbook -> {
                    for (var kind : SheetKind.values()) {
                        new SheetWriter(workbook, kind, "", Texts.text(locale, "template." + kind));
                    }
                });
    }
}

package vn.sovang.api.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes one sheet as the importer reads it: a sentence, the headings, then rows.
final class SheetWriter {
    private static final double WIDTH_CHARACTERS = 20;

    private final Worksheet sheet;
    private final SheetKind kind;
    private int row = 2;

    /// Fills a workbook.
    @FunctionalInterface
    interface Content {
        void write(Workbook workbook);
    }

    /// @param suffix number after the name, or nothing
    SheetWriter(Workbook workbook, SheetKind kind, String suffix, String sentence) {
        this.kind = kind;
        this.sheet = workbook.newWorksheet(Lexicon.sheetName(kind) + suffix);
        sheet.value(0, 0, sentence);
        sheet.style(0, 0).bold().set();
        int column = 0;
        for (var heading : kind.headings()) {
            sheet.value(1, column, Lexicon.caption(kind, heading));
            sheet.style(1, column).bold().set();
            sheet.width(column, WIDTH_CHARACTERS);
            column++;
        }
        sheet.freezePane(0, 2);
    }

    /// Appends a row; headings that the map does not have stay blank.
    void row(Map<Heading, ?> cells) {
        cells.forEach((heading, value) -> {
            int column = kind.headings().indexOf(heading);
            switch (value) {
                case LocalDate day -> {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("dd/mm/yyyy").set();
                }
                case Integer number -> sheet.value(row, column, number);
                default -> sheet.value(row, column, value.toString());
            }
        });
        row++;
    }

    /// Writes a workbook whose bytes depend on its content only.
    static void write(Path file, Content content) throws IOException {
        var draft = Files.createTempFile("sovang", ".xlsx");
        try {
            try (var out = Files.newOutputStream(draft);
                    var workbook = new Workbook(out, "So Vang", null)) {
                content.write(workbook);
            }
            SteadyZip.rewrite(draft, file);
        } finally {
            Files.delete(draft);
        }
    }
}

package vn.sovang.api.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sovang.api.paper.Paper.Block.Addressees;
import vn.sovang.api.paper.Paper.Block.Ground;
import vn.sovang.api.paper.Paper.Block.Heading;
import vn.sovang.api.paper.Paper.Block.Paragraph;
import vn.sovang.api.paper.Paper.Block.Tabular;
import vn.sovang.api.paper.Paper.Cell.Figure;
import vn.sovang.api.paper.Paper.Cell.Unknown;
import vn.sovang.api.paper.Paper.Cell.Words;
import vn.sovang.api.text.SheetText;

/// The tables of a paper for Excel, a sheet each, its words and its source on sheets of their own.
/// Figures are numbers; no cell begins like a formula.
final class XlsxPaper {
    private static final String FONT = "Times New Roman";
    private static final int SIZE = 12;
    private static final int NARROW = 6;
    private static final int WIDE = 60;
    private static final int FIGURE = 12;
    private static final int ACROSS = 150;

    private XlsxPaper() {}

    static void write(Paper paper, OutputStream out) throws IOException {
        // The workbook closes what it writes to; the caller's stream stays open.
        var workbook = new Workbook(out, "SoVang", "1.0");
        workbook.setGlobalDefaultFont(FONT, SIZE);
        for (var table : paper.tables()) {
            var name = table.caption().isEmpty() ? PaperTexts.text("sheet.table") : table.caption();
            table(workbook.newWorksheet(SheetText.sheetName(name)), paper, table);
        }
        words(workbook.newWorksheet(PaperTexts.text("sheet.paragraphs")), paper);
        source(workbook.newWorksheet(PaperTexts.text("sheet.source")), paper);
        workbook.finish();
    }

    private static void table(Worksheet sheet, Paper paper, Paper.Table table) {
        sheet.value(0, 0, paper.subject());
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, table.caption());
        int columns = table.head().size();
        int first = 3;
        for (int c = 0; c < columns; c++) {
            sheet.value(first, c, table.head().get(c));
            sheet.width(c, width(table, c));
        }
        for (int r = 0; r < table.rows().size(); r++) {
            var cells = table.rows().get(r);
            for (int c = 0; c < cells.size(); c++) {
                switch (cells.get(c)) {
                    case Figure figure -> sheet.value(first + 1 + r, c, figure.value());
                    case Words words -> sheet.value(first + 1 + r, c, SheetText.cell(words.text()));
                    case Unknown unknown -> sheet.value(first + 1 + r, c, unknown.text());
                }
            }
        }
        int last = first + table.rows().size();
        sheet.range(first, 0, last, columns - 1)
                .style()
                .borderStyle(BorderSide.TOP, BorderStyle.THIN)
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .borderStyle(BorderSide.LEFT, BorderStyle.THIN)
                .borderStyle(BorderSide.RIGHT, BorderStyle.THIN)
                .set();
        sheet.range(first, 0, first, columns - 1)
                .style()
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .set();
        if (table.summed()) {
            sheet.range(last, 0, last, columns - 1).style().bold().set();
        }
        if (!table.shares().isEmpty() && last > first) {
            sheet.range(first + 1, 0, last, columns - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
        sheet.freezePane(0, first + 1);
        print(sheet, columns);
    }

    /// Characters, so that the columns of a whole sheet across are about [#ACROSS].
    private static int width(Paper.Table table, int column) {
        if (!table.shares().isEmpty()) {
            return Math.max(NARROW, table.shares().get(column) * ACROSS / 100);
        }
        return column >= table.words() ? FIGURE : column == 0 && table.words() > 1 ? NARROW : WIDE;
    }

    private static void words(Worksheet sheet, Paper paper) {
        sheet.width(0, 100);
        int row = 0;
        for (var block : paper.content()) {
            var text =
                    switch (block) {
                        case Heading heading -> heading.text();
                        case Paragraph paragraph -> paragraph.text();
                        case Ground ground -> ground.text();
                        case Addressees all -> String.join("\n", all.lines());
                        case Tabular _ -> "";
                    };
            if (text.isEmpty()) {
                continue;
            }
            sheet.value(row, 0, SheetText.cell(text));
            sheet.style(row, 0).wrapText(true).set();
            row++;
        }
        print(sheet, 1);
    }

    private static void source(Worksheet sheet, Paper paper) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(PaperTexts.text("sheet.authority"), String.join(" ", paper.body())));
        lines.add(List.of(PaperTexts.text("sheet.period"), paper.subject()));
        var annex = paper.annex();
        if (annex != null) {
            lines.add(List.of(PaperTexts.text("sheet.known"), annex.source()));
        }
        if (paper.notice() != null) {
            lines.add(List.of(PaperTexts.text("sheet.about"), paper.notice()));
        }
        var proof = paper.proof();
        if (proof != null) {
            proof.lines().forEach(line -> lines.add(List.of(proof.title(), line)));
            proof.checkpoint()
                    .forEach(line -> lines.add(List.of(PaperTexts.text("proof.checkpoint"), line)));
        }
        sheet.width(0, 30);
        sheet.width(1, 90);
        for (int r = 0; r < lines.size(); r++) {
            sheet.value(r, 0, lines.get(r).get(0));
            sheet.value(r, 1, SheetText.cell(lines.get(r).get(1)));
            sheet.style(r, 1).wrapText(true).set();
        }
        print(sheet, 2);
    }

    private static void print(Worksheet sheet, int columns) {
        sheet.paperSize(org.dhatim.fastexcel.PaperSize.A4_PAPER);
        if (columns > 6) {
            sheet.pageOrientation("landscape");
        }
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }
}

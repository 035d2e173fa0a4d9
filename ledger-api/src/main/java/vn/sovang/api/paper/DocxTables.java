package vn.sovang.api.paper;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/// The tables of a Word paper, and the letters in them.
final class DocxTables {
    /// Points.
    static final int SIZE = 12;

    /// Of a table with many columns.
    private static final int SMALL = 9;

    /// Twentieths of a point between its letters and its lines.
    private static final int NARROW = 40;

    private static final String FONT = "Times New Roman";

    private final XWPFDocument document;

    DocxTables(XWPFDocument document) {
        this.document = document;
    }

    /// An empty table.
    ///
    /// @param widths of its columns, in twentieths of a point
    XWPFTable table(int rows, List<Integer> widths) {
        var table = document.createTable(rows, widths.size());
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setWidth(widths.stream().mapToInt(Integer::intValue).sum());
        var grid = table.getCTTbl().addNewTblGrid();
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        for (var row : table.getRows()) {
            for (int c = 0; c < widths.size(); c++) {
                row.getCell(c).setWidth(Integer.toString(widths.get(c)));
            }
        }
        return table;
    }

    /// A table of the paper, its head again on every page.
    void figures(Paper.Table content, int width) {
        var table = table(content.rows().size() + 1, widths(content, width));
        int points = content.isCrowded() ? SMALL : SIZE;
        if (content.isCrowded()) {
            table.setCellMargins(0, NARROW, 0, NARROW);
        }
        for (int c = 0; c < content.head().size(); c++) {
            var cell = table.getRow(0).getCell(c);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            run(centred(cell, true), content.head().get(c), points).setBold(true);
        }
        table.getRow(0).setRepeatHeader(true);
        table.getRow(0).setCantSplitRow(true);
        for (int r = 0; r < content.rows().size(); r++) {
            var row = table.getRow(r + 1);
            row.setCantSplitRow(true);
            var sum = content.summed() && r == content.rows().size() - 1;
            var cells = content.rows().get(r);
            for (int c = 0; c < cells.size(); c++) {
                var paragraph = row.getCell(c).getParagraphArray(0);
                paragraph.setAlignment(alignment(cells.get(c)));
                run(paragraph, cells.get(c).text(), points).setBold(sum);
            }
        }
    }

    private static ParagraphAlignment alignment(Paper.Cell cell) {
        return switch (cell) {
            case Paper.Cell.Words _ -> ParagraphAlignment.LEFT;
            case Paper.Cell.Figure _ -> ParagraphAlignment.RIGHT;
            case Paper.Cell.Unknown _ -> ParagraphAlignment.CENTER;
        };
    }

    private static List<Integer> widths(Paper.Table table, int width) {
        if (!table.shares().isEmpty()) {
            return table.shares().stream().map(share -> width * share / 100).toList();
        }
        // A narrow first column for numbers, figures alike, the rest for words.
        int figures = table.head().size() - table.words();
        int number = table.words() > 1 ? 600 : 0;
        int figure = Math.min(1_300, (width - number) / (figures + 2));
        var widths = new ArrayList<Integer>();
        if (number > 0) {
            widths.add(number);
        }
        widths.add(width - number - figure * figures);
        for (int i = 0; i < figures; i++) {
            widths.add(figure);
        }
        return widths;
    }

    static XWPFParagraph centred(XWPFTableCell cell, boolean first) {
        var paragraph = first ? cell.getParagraphArray(0) : cell.addParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        return paragraph;
    }

    /// All four ranges, or Word shows another face for Vietnamese letters.
    static XWPFRun run(XWPFParagraph paragraph, String text, int points) {
        var run = paragraph.createRun();
        for (var range : XWPFRun.FontCharRange.values()) {
            run.setFontFamily(FONT, range);
        }
        run.setFontSize(points);
        if (!text.isEmpty()) {
            run.setText(text);
        }
        return run;
    }
}

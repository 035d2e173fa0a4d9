package vn.sovang.api.entry;

import java.util.ArrayList;
import java.util.List;
import vn.sovang.vocabulary.Folding;

/// Rows pasted from a spreadsheet (*dán từ bảng tính*): one row a line, cells between tabs, in the
/// order of the office's list.
final class PastedLines {
    /// More than a list ever has; more is an import.
    static final int MOST = 1_000;

    private static final int NAME = 0;
    private static final int KIND = 1;
    private static final int AWARD = 2;
    private static final int RANK = 3;
    private static final int TYPE = 4;
    private static final int UNIT = 5;
    private static final int BIRTH = 6;

    private PastedLines() {}

    /// One row.
    ///
    /// @param number of the row in what was pasted, from 1
    record Line(
            int number,
            String name,
            String kind,
            String award,
            String rank,
            String type,
            String unit,
            String birth) {}

    /// A row as it was pasted.
    ///
    /// @param number of the row in what was pasted, from 1
    record Row(int number, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        /// The cell at a place, from 0; blank where the row is shorter.
        String cell(int at) {
            return at < cells.size() ? cells.get(at) : "";
        }
    }

    /// Blank rows are skipped, a first row of headings too.
    static List<Row> rows(String text) {
        var read = new ArrayList<Row>();
        var rows = text.lines().toList();
        for (int i = 0; i < rows.size() && read.size() <= MOST; i++) {
            var cells = cells(rows.get(i));
            boolean blank = cells.stream().allMatch(String::isEmpty);
            if (!blank && !(read.isEmpty() && isHeading(cells))) {
                read.add(new Row(i + 1, cells));
            }
        }
        return read;
    }

    /// The same as lines of awards.
    static List<Line> of(String text) {
        return rows(text).stream().map(PastedLines::line).toList();
    }

    /// Whoever types instead of pasting uses semicolons.
    private static List<String> cells(String row) {
        var cells = List.of(row.split(row.indexOf('\t') >= 0 ? "\t" : ";", -1));
        return cells.stream().map(PastedLines::bare).toList();
    }

    /// A spreadsheet puts cells with quotes or breaks in quotes.
    private static String bare(String cell) {
        var text = cell.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip() : text;
    }

    private static boolean isHeading(List<String> cells) {
        var first = Folding.letters(cells.getFirst());
        return first.equals("hovaten") || first.equals("hoten") || first.startsWith("tendoituong");
    }

    private static Line line(Row row) {
        return new Line(
                row.number(),
                row.cell(NAME),
                row.cell(KIND),
                row.cell(AWARD),
                row.cell(RANK),
                row.cell(TYPE),
                row.cell(UNIT),
                row.cell(BIRTH));
    }
}

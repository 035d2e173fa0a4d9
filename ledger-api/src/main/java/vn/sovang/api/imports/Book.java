package vn.sovang.api.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// A workbook as rows of cells, after all guards.
record Book(List<Page> pages) {
    /// Filling merged cells visits at most so many rows in a sheet.
    private static final int MAX_MERGE_VISITS = 1_000_000;

    /// One sheet.
    ///
    /// @param rows filled rows by their number
    /// @param formulas number of the first row with a formula, 0 where there is none
    record Page(
            String name,
            boolean hidden,
            boolean hiddenRows,
            boolean hiddenColumns,
            int formulas,
            NavigableMap<Integer, Map<Integer, Cell>> rows) {}

    Book {
        pages = List.copyOf(pages);
    }

    /// Reads a file.
    ///
    /// @throws UnreadableBook if it is no workbook, is damaged, breaks a limit or cannot be read
    static Book open(Path file) throws UnreadableBook {
        try {
            PackageGuard.check(file);
            try (var zip = new ZipFile(file.toFile())) {
                return read(file, new XmlParts(zip).scans());
            }
        } catch (IOException e) {
            throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
        }
    }

    /// The parser raises many kinds of exceptions on damaged files (its own, number formats, index
    /// bounds): all of them mean that the file is not a workbook we can trust.
    private static Book read(Path file, Map<String, SheetScan> scans) throws UnreadableBook {
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            var pages = new ArrayList<Page>();
            for (var sheet : workbook.getSheets().toList()) {
                var scan = scans.get(sheet.getName());
                if (scan == null) {
                    throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
                }
                pages.add(page(sheet, scan));
            }
            return new Book(pages);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
        }
    }

    private static Page page(Sheet sheet, SheetScan scan) throws UnreadableBook, IOException {
        var rows = new TreeMap<Integer, Map<Integer, Cell>>();
        boolean hiddenRows = false;
        int formulas = 0;
        int at = 0;
        try (var stream = sheet.openStream()) {
            for (var row : (Iterable<Row>) stream::iterator) {
                int number = scan.rowNumbers().get(at++);
                var cells = cells(row);
                if (!cells.isEmpty()) {
                    rows.put(number, cells);
                    hiddenRows |= row.isHidden();
                    formulas = formulas == 0 && Cells.hasFormula(row) ? number : formulas;
                }
            }
        } catch (UncheckedIOException e) {
            throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
        }
        fill(rows, scan.merges());
        return new Page(
                sheet.getName(),
                sheet.getVisibility() != SheetVisibility.VISIBLE,
                hiddenRows,
                scan.hiddenColumns(),
                formulas,
                rows);
    }

    private static Map<Integer, Cell> cells(Row row) {
        var cells = new TreeMap<Integer, Cell>();
        for (int column = 0;
                column < Math.min(row.getCellCount(), SheetScan.MAX_COLUMNS);
                column++) {
            int at = column;
            row.getOptionalCell(column).flatMap(Cells::read).ifPresent(cell -> cells.put(at, cell));
        }
        return cells;
    }

    /// What stands in a cell merged over several rows holds for each of them.
    private static void fill(
            NavigableMap<Integer, Map<Integer, Cell>> rows, List<SheetScan.Merge> merges)
            throws UnreadableBook {
        int visits = 0;
        for (var merge : merges) {
            var first = rows.get(merge.firstRow());
            var cell = first == null ? null : first.get(merge.column());
            if (cell == null) {
                continue;
            }
            for (var row : rows.subMap(merge.firstRow(), false, merge.lastRow(), true).values()) {
                row.putIfAbsent(merge.column(), cell);
                if (++visits > MAX_MERGE_VISITS) {
                    throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
                }
            }
        }
    }
}

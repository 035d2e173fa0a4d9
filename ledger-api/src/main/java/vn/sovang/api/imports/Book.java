package vn.sovang.api.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// A workbook, after all guards. Its rows are read one by one, so that a sheet of any length needs
/// the memory of one row; texts that cells share are held by the reader.
final class Book implements AutoCloseable {
    /// Filling merged cells visits at most so many rows in a sheet.
    private static final int MAX_MERGE_VISITS = 1_000_000;

    private final ReadableWorkbook workbook;
    private final List<Page> pages;

    private Book(ReadableWorkbook workbook, List<Page> pages) {
        this.workbook = workbook;
        this.pages = List.copyOf(pages);
    }

    /// One sheet.
    record Page(Sheet sheet, SheetScan scan) {
        String name() {
            return sheet.getName();
        }

        boolean hidden() {
            return sheet.getVisibility() != SheetVisibility.VISIBLE;
        }

        boolean hiddenColumns() {
            return scan.hiddenColumns();
        }
    }

    /// What one reading of a page showed beside its rows.
    ///
    /// @param hiddenRows whether a filled row is hidden
    /// @param formulas number of the first row with a formula, 0 where there is none
    record Seen(boolean hiddenRows, int formulas) {}

    /// Who reads the rows of a page.
    @FunctionalInterface
    interface RowReader {
        /// The next filled row, by its number from 1.
        void row(int number, Map<Integer, Cell> cells);
    }

    /// Opens a file.
    ///
    /// @throws UnreadableBook if it is no workbook, is damaged, breaks a limit or cannot be read
    static Book open(Path file) throws UnreadableBook {
        try {
            PackageGuard.check(file);
            try (var zip = new ZipFile(file.toFile())) {
                return open(file, new XmlParts(zip).scans());
            }
        } catch (IOException e) {
            throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
        }
    }

    /// The parser raises many kinds of exceptions on damaged files (its own, number formats, index
    /// bounds): all of them mean that the file is not a workbook we can trust.
    private static Book open(Path file, Map<String, SheetScan> scans)
            throws UnreadableBook, IOException {
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            var pages = new ArrayList<Page>();
            for (var sheet : workbook.getSheets().toList()) {
                var scan = scans.get(sheet.getName());
                if (scan == null) {
                    throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
                }
                pages.add(new Page(sheet, scan));
            }
            return new Book(workbook, pages);
        } catch (IOException | RuntimeException | UnreadableBook e) {
            if (workbook != null) {
                workbook.close();
            }
            throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
        }
    }

    List<Page> pages() {
        return pages;
    }

    /// Reads the filled rows of a page in order.
    ///
    /// @throws UnreadableBook if a row cannot be read; those before it were handed over
    Seen read(Page page, RowReader reader) throws UnreadableBook {
        boolean hiddenRows = false;
        int formulas = 0;
        int at = 0;
        var merges = new Merges(page.scan().merges());
        try (var stream = page.sheet().openStream()) {
            var rows = stream.iterator();
            for (var row = next(rows); row != null; row = next(rows)) {
                int number = page.scan().rowNumbers().get(at++);
                var cells = cells(row);
                if (!cells.isEmpty()) {
                    hiddenRows |= row.isHidden();
                    formulas = formulas == 0 && Cells.hasFormula(row) ? number : formulas;
                    merges.fill(number, cells);
                    reader.row(number, cells);
                }
            }
        } catch (IOException e) {
            throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
        }
        return new Seen(hiddenRows, formulas);
    }

    private static @Nullable Row next(Iterator<Row> rows) throws UnreadableBook {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
        }
    }

    private static Map<Integer, Cell> cells(Row row) throws UnreadableBook {
        try {
            var cells = new TreeMap<Integer, Cell>();
            int last = Math.min(row.getCellCount(), SheetScan.MAX_COLUMNS);
            for (int column = 0; column < last; column++) {
                int at = column;
                row.getOptionalCell(column)
                        .flatMap(Cells::read)
                        .ifPresent(cell -> cells.put(at, cell));
            }
            return cells;
        } catch (RuntimeException e) {
            throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
        }
    }

    /// What stands in a cell merged over several rows holds for each of them.
    private static final class Merges {
        private final List<SheetScan.Merge> coming;
        private final List<Held> open = new ArrayList<>();
        private int next;
        private int visits;

        private record Held(SheetScan.Merge merge, Cell cell) {}

        Merges(List<SheetScan.Merge> merges) {
            coming =
                    merges.stream()
                            .sorted(Comparator.comparingInt(SheetScan.Merge::firstRow))
                            .toList();
        }

        void fill(int number, Map<Integer, Cell> cells) throws UnreadableBook {
            open.removeIf(held -> held.merge().lastRow() < number);
            for (var held : open) {
                cells.putIfAbsent(held.merge().column(), held.cell());
                if (++visits > MAX_MERGE_VISITS) {
                    throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
                }
            }
            while (next < coming.size() && coming.get(next).firstRow() <= number) {
                var merge = coming.get(next++);
                var cell = merge.firstRow() == number ? cells.get(merge.column()) : null;
                if (cell != null) {
                    open.add(new Held(merge, cell));
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

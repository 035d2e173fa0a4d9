package vn.sovang.api.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.SheetText;
import vn.sovang.vocabulary.Folding;

/// The rows of a file that have to be put right, as a workbook under the office's own headings, and
/// back into the file from which they are (*tệp các dòng lỗi*). The file is one whole all the time:
/// rows that were right are taken in with those put right, or not at all (R17).
public final class CorrectedBook {
    /// Number of a row in the file it is from.
    private static final String ROW = "Dòng gốc";

    private static final String REASON = "Lỗi";

    private static final int ROWS_IN_MEMORY = 500;
    private static final double REASON_CHARACTERS = 80;
    private static final double WIDTH_CHARACTERS = 20;

    /// What a row of headings can be, if it is found.
    private static final int LAST_HEADER_ROW = 10;

    private final OwnHeadings own;

    /// @param own what the office said that its headings mean
    public CorrectedBook(OwnHeadings own) {
        this.own = own;
    }

    /// What is wrong with a row, in words.
    public record Mistake(String sheet, int row, String reason) {}

    /// A file cannot be put together with what is to correct it.
    public static final class NotOurs extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static boolean isOurs(String caption) {
        return Folding.letters(caption).equals(Folding.letters(ROW));
    }

    /// The wrong rows of one sheet.
    private record Extract(
            Map<Integer, Cell> headings, SortedMap<Integer, Map<Integer, Cell>> rows) {}

    /// Writes the rows that have mistakes, with a column that says which.
    ///
    /// @throws NotOurs if the file cannot be read, or no mistake is in a row
    public void extract(Path file, List<Mistake> mistakes, Path to) throws IOException, NotOurs {
        var reasons = new LinkedHashMap<String, Map<Integer, String>>();
        for (var mistake : mistakes) {
            reasons.computeIfAbsent(mistake.sheet(), _ -> new HashMap<>())
                    .merge(mistake.row(), mistake.reason(), (a, b) -> a + "\n" + b);
        }
        try (var book = Book.open(file);
                var out = Files.newOutputStream(to);
                var workbook = new Workbook(out, "So Vang", null)) {
            boolean any = false;
            for (var page : book.pages()) {
                var wrong = reasons.get(page.name());
                var extract =
                        wrong == null ? Optional.<Extract>empty() : extract(book, page, wrong);
                if (extract.isPresent()) {
                    any = true;
                    write(workbook.newWorksheet(page.name()), extract.get(), wrong);
                }
            }
            if (!any) {
                // A workbook needs a sheet to be closed.
                workbook.newWorksheet(REASON);
                throw new NotOurs();
            }
        } catch (UnreadableBook e) {
            throw new NotOurs();
        }
    }

    private Optional<Extract> extract(Book book, Book.Page page, Map<Integer, String> wrong)
            throws UnreadableBook {
        var first = new HashMap<Integer, Map<Integer, Cell>>();
        var rows = new TreeMap<Integer, Map<Integer, Cell>>();
        int header =
                read(
                        book,
                        page,
                        (number, cells) -> {
                            if (number <= LAST_HEADER_ROW) {
                                first.put(number, cells);
                            }
                            if (wrong.containsKey(number)) {
                                rows.put(number, cells);
                            }
                        });
        var headings = first.get(header);
        rows.remove(header);
        return headings == null || rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Extract(headings, rows));
    }

    /// @return number of the row of headings; 0 where none is known
    private int read(Book book, Book.Page page, Book.RowReader rows) throws UnreadableBook {
        var kind = new OwnSheets(book.pages(), own).kind(page).orElse(null);
        if (kind == null) {
            book.read(page, rows);
            return 0;
        }
        var reader = new Table.Reader(kind, page.name(), new Problems(), _ -> {}).knowing(own);
        book.read(
                page,
                (number, cells) -> {
                    rows.row(number, cells);
                    reader.row(number, cells);
                });
        reader.end();
        return reader.header();
    }

    private static void write(
            Worksheet sheet, Extract extract, @Nullable Map<Integer, String> reasons) {
        int last = extract.headings().keySet().stream().mapToInt(c -> c).max().orElse(0);
        row(sheet, 0, extract.headings());
        for (int column = 0; column <= last + 2; column++) {
            sheet.width(column, column == last + 2 ? REASON_CHARACTERS : WIDTH_CHARACTERS);
            sheet.style(0, column).bold().wrapText(true).set();
        }
        sheet.inlineString(0, last + 1, ROW);
        sheet.inlineString(0, last + 2, REASON);
        sheet.freezePane(0, 1);
        int at = 1;
        for (var row : extract.rows().entrySet()) {
            var known = new HashMap<>(row.getValue());
            known.keySet().retainAll(extract.headings().keySet());
            row(sheet, at, known);
            sheet.value(at, last + 1, row.getKey());
            var reason = reasons == null ? "" : reasons.getOrDefault(row.getKey(), "");
            sheet.inlineString(at, last + 2, SheetText.cell(reason));
            sheet.style(at, last + 2).wrapText(true).fontColor("b00020").set();
            at++;
        }
    }

    private static void row(Worksheet sheet, int at, Map<Integer, Cell> cells) {
        cells.forEach((column, cell) -> {
            switch (cell) {
                case Cell.Day day -> {
                    sheet.value(at, column, day.day());
                    sheet.style(at, column).format("dd/mm/yyyy").set();
                }
                case Cell.Words words ->
                        sheet.inlineString(at, column, SheetText.cell(words.text()));
                case Cell.Broken _ -> {}
            }
        });
    }

    /// Puts rows back into the file they are from. The same file and the same rows make the same
    /// bytes, so that what was taken in once is known again.
    ///
    /// A row that was left blank is taken out; one without a number comes behind the others.
    ///
    /// @throws NotOurs if either cannot be read, or the rows are not from this file
    public void merge(Path file, Path corrections, Path to) throws IOException, NotOurs {
        var draft = Files.createTempFile("sovang", ".xlsx");
        try {
            var rows = corrections(corrections);
            try (var book = Book.open(file);
                    var out = Files.newOutputStream(draft);
                    var workbook = new Workbook(out, "So Vang", null)) {
                for (var page : book.pages()) {
                    var put = rows.remove(page.name());
                    copy(book, page, put == null ? new Put() : put, workbook);
                }
                if (!rows.isEmpty()) {
                    throw new NotOurs();
                }
            }
            SteadyZip.pack(draft, to);
        } catch (UnreadableBook e) {
            throw new NotOurs();
        } finally {
            Files.delete(draft);
        }
    }

    /// The rows of one sheet that were put right, by column as its headings tell them apart.
    private static final class Put {
        private final Map<Integer, Map<String, Cell>> rows = new HashMap<>();
        private final List<Map<String, Cell>> more = new ArrayList<>();
    }

    private static Map<String, Put> corrections(Path file)
            throws IOException, UnreadableBook, NotOurs {
        var all = new LinkedHashMap<String, Put>();
        try (var book = Book.open(file)) {
            for (var page : book.pages()) {
                var put = new Put();
                var keys = new HashMap<Integer, String>();
                var number = new HashMap<Integer, String>();
                book.read(
                        page,
                        (at, cells) -> {
                            if (keys.isEmpty()) {
                                keys.putAll(keys(cells));
                                keys.forEach((column, key) -> {
                                    if (isOurs(key)) {
                                        number.put(column, key);
                                    }
                                });
                                return;
                            }
                            take(cells, keys, put);
                        });
                if (number.size() == 1) {
                    all.put(page.name(), put);
                }
            }
        }
        if (all.isEmpty()) {
            throw new NotOurs();
        }
        return all;
    }

    private static void take(Map<Integer, Cell> cells, Map<Integer, String> keys, Put put) {
        var row = new HashMap<String, Cell>();
        int number = 0;
        for (var cell : cells.entrySet()) {
            var key = keys.get(cell.getKey());
            if (key == null || key.equals(Folding.letters(REASON))) {
                continue;
            }
            if (isOurs(key)) {
                number = number(cell.getValue());
            } else {
                row.put(key, plain(cell.getValue()));
            }
        }
        if (number > 0) {
            put.rows.put(number, row);
        } else if (!row.isEmpty()) {
            put.more.add(row);
        }
    }

    private static int number(Cell cell) {
        var text = cell.shown().strip();
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    }

    /// Without the apostrophe that kept a text from being a formula.
    private static Cell plain(Cell cell) {
        if (cell instanceof Cell.Words(String text)
                && text.startsWith("'")
                && SheetText.cell(text.substring(1)).equals(text)) {
            return new Cell.Words(text.substring(1));
        }
        return cell;
    }

    private static Map<Integer, String> keys(Map<Integer, Cell> headings) {
        return OwnHeadings.Row.of(SheetKind.LINES, headings).keys();
    }

    private void copy(Book book, Book.Page page, Put put, Workbook workbook)
            throws IOException, UnreadableBook, NotOurs {
        int header = put.rows.isEmpty() && put.more.isEmpty() ? 0 : read(book, page, (_, _) -> {});
        if (header == 0 && !(put.rows.isEmpty() && put.more.isEmpty())) {
            throw new NotOurs();
        }
        var sheet = workbook.newWorksheet(page.name());
        var copy = new Copy(sheet, header, put);
        book.read(page, copy::row);
        copy.end();
        sheet.finish();
    }

    /// One sheet on its way into the new file. Rows stay where they were.
    private static final class Copy {
        private final Worksheet sheet;
        private final int header;
        private final Put put;
        private Map<Integer, String> keys = Map.of();
        private int last;
        private int written;

        Copy(Worksheet sheet, int header, Put put) {
            this.sheet = sheet;
            this.header = header;
            this.put = put;
        }

        void row(int number, Map<Integer, Cell> cells) {
            if (number == header) {
                keys = keys(cells);
            }
            var right = put.rows.remove(number);
            write(number, right == null ? cells : placed(right));
        }

        private Map<Integer, Cell> placed(Map<String, Cell> right) {
            var cells = new HashMap<Integer, Cell>();
            keys.forEach((column, key) -> {
                var cell = right.get(key);
                if (cell != null) {
                    cells.put(column, cell);
                }
            });
            return cells;
        }

        private void write(int number, Map<Integer, Cell> cells) {
            last = number;
            cells.forEach((column, cell) -> {
                switch (cell) {
                    case Cell.Day day -> {
                        sheet.value(number - 1, column, day.day());
                        sheet.style(number - 1, column).format("dd/mm/yyyy").set();
                    }
                    case Cell.Words words -> sheet.inlineString(number - 1, column, words.text());
                    // Still no value: an error must not become a text that is taken in.
                    case Cell.Broken _ -> sheet.formula(number - 1, column, "NA()");
                }
            });
            if (++written % ROWS_IN_MEMORY == 0) {
                flush();
            }
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// @throws NotOurs if a number is of no row of the sheet
        void end() throws NotOurs {
            if (!put.rows.isEmpty()) {
                throw new NotOurs();
            }
            put.more.forEach(row -> write(last + 1, placed(row)));
        }
    }
}

package vn.sovang.api.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One pass over a sheet's XML before the reader has it: counts what is really there, whatever the
/// sheet's `dimension` claims, and notes what the reader does not tell (merged cells, hidden
/// columns, row numbers where none are written).
///
/// @param rowNumbers number of each `row` element, in order
/// @param merges merged ranges of more than one row
/// @param hiddenColumns whether a column is hidden
record SheetScan(List<Integer> rowNumbers, List<Merge> merges, boolean hiddenColumns) {
    /// Filled rows a sheet may have, and a file (R17).
    static final int MAX_ROWS = 100_000;

    /// Columns from the first to the last filled cell.
    static final int MAX_COLUMNS = 100;

    /// Excel's own last row and column; blank cells may reach so far where a whole column is
    /// formatted.
    private static final int LAST_ROW = 1_048_576;

    private static final int LAST_COLUMN = 16_384;

    /// Blank places the reader would make room for; beyond it only hostile files go.
    private static final long MAX_PLACES = 50_000_000;

    private static final int MAX_MERGES = 20_000;

    /// The first column of a merged range, rows included.
    record Merge(int column, int firstRow, int lastRow) {}

    SheetScan {
        rowNumbers = List.copyOf(rowNumbers);
        merges = List.copyOf(merges);
    }

    /// Column of a cell reference such as `AB12`, from 0; -1 if it is none.
    static int column(String reference) {
        int column = 0;
        int at = 0;
        for (; at < reference.length() && at < 4; at++) {
            char c = reference.charAt(at);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return at == 0 || column > LAST_COLUMN ? -1 : column - 1;
    }

    private static int row(String reference) {
        int at = 0;
        while (at < reference.length() && Character.isLetter(reference.charAt(at))) {
            at++;
        }
        return number(reference.substring(at));
    }

    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 7 || !digits.chars().allMatch(SheetScan::digit)) {
            return -1;
        }
        int number = Integer.parseInt(digits);
        return number > LAST_ROW ? -1 : number;
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    /// Scans one sheet.
    ///
    /// @param sharedStrings how many there are; the reader would invent the ones beyond
    /// @throws UnreadableBook if it is malformed or too large
    static SheetScan of(XMLStreamReader xml, String sheet, int sharedStrings)
            throws UnreadableBook, XMLStreamException {
        var pass = new Pass(sheet, sharedStrings);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> pass.start(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> pass.text(xml);
                case XMLStreamConstants.END_ELEMENT -> pass.end(xml.getLocalName());
                case XMLStreamConstants.DTD -> throw new UnreadableBook(ProblemCode.HAS_DOCTYPE);
                default -> {}
            }
        }
        return new SheetScan(pass.rowNumbers, pass.merges, pass.hiddenColumns);
    }

    /// The state of one pass.
    private static final class Pass {
        private final String sheet;
        private final int sharedStrings;
        private final StringBuilder value = new StringBuilder();
        private final List<Integer> rowNumbers = new ArrayList<>();
        private final List<Merge> merges = new ArrayList<>();
        private boolean hiddenColumns;
        private int filledRows;
        private long places;
        private int row;
        private int column;
        private boolean inCell;
        private boolean isShared;
        private boolean rowFilled;

        Pass(String sheet, int sharedStrings) {
            this.sheet = sheet;
            this.sharedStrings = sharedStrings;
        }

        void start(XMLStreamReader xml) throws UnreadableBook {
            switch (xml.getLocalName()) {
                case "row" -> startRow(xml.getAttributeValue(null, "r"));
                case "c" -> {
                    startCell(xml.getAttributeValue(null, "r"));
                    isShared = "s".equals(xml.getAttributeValue(null, "t"));
                    value.setLength(0);
                }
                case "mergeCell" -> merge(xml.getAttributeValue(null, "ref"));
                case "col" -> hiddenColumns |= isTrue(xml.getAttributeValue(null, "hidden"));
                default -> {}
            }
        }

        private void startRow(@Nullable String number) throws UnreadableBook {
            int next = number == null ? row + 1 : number(number);
            if (next <= row || next > LAST_ROW) {
                throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
            }
            row = next;
            rowNumbers.add(row);
            column = -1;
            rowFilled = false;
        }

        private void startCell(@Nullable String reference) throws UnreadableBook {
            int next = reference == null ? column + 1 : column(reference);
            if (next <= column || next >= LAST_COLUMN) {
                throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
            }
            places += next - column;
            column = next;
            inCell = true;
            if (places > MAX_PLACES) {
                throw new UnreadableBook(
                        ProblemCode.TOO_LARGE_UNPACKED,
                        Long.toString(PackageGuard.MAX_UNPACKED_BYTES >> 20));
            }
        }

        void text(XMLStreamReader xml) throws UnreadableBook {
            if (!inCell || xml.isWhiteSpace()) {
                return;
            }
            if (column >= MAX_COLUMNS) {
                throw new UnreadableBook(
                        new Problem(
                                sheet,
                                row,
                                null,
                                null,
                                ProblemCode.TOO_MANY_COLUMNS,
                                List.of(Integer.toString(MAX_COLUMNS))));
            }
            rowFilled = true;
            if (isShared && value.length() < 8) {
                value.append(xml.getText());
            }
        }

        void end(String element) throws UnreadableBook {
            if (element.equals("c")) {
                inCell = false;
                checkShared();
            } else if (element.equals("row") && rowFilled && ++filledRows > MAX_ROWS) {
                throw new UnreadableBook(
                        Problem.ofSheet(
                                sheet, ProblemCode.TOO_MANY_ROWS, Integer.toString(MAX_ROWS)));
            }
        }

        private void checkShared() throws UnreadableBook {
            if (!isShared || value.isEmpty()) {
                return;
            }
            int index = number(value.toString().strip());
            if (index < 0 || index >= sharedStrings) {
                throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
            }
        }

        private void merge(@Nullable String range) throws UnreadableBook {
            if (range == null || merges.size() >= MAX_MERGES) {
                throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
            }
            var corners = range.toUpperCase(Locale.ROOT).split(":");
            int first = row(corners[0]);
            int last = row(corners[corners.length - 1]);
            int column = column(corners[0]);
            if (first < 1 || last < first || column < 0) {
                throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
            }
            if (last > first && column < MAX_COLUMNS) {
                merges.add(new Merge(column, first, last));
            }
        }

        private static boolean isTrue(@Nullable String flag) {
            return "1".equals(flag) || "true".equals(flag);
        }
    }
}

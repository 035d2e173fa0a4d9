package vn.sovang.api.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A recognised sheet: its headings found, its rows below them.
///
/// @param columns where each heading stands
/// @param captions headings as the file writes them
/// @param rows rows with something to read, totals and pre-numbered blank rows left out
record Table(
        SheetKind kind,
        String sheet,
        Map<Heading, Integer> columns,
        Map<Heading, String> captions,
        List<Line> rows) {
    /// Headings stand within the first rows; above them are titles and the name of the office.
    private static final int LAST_HEADER_ROW = 10;

    /// One known word can stand in a title; two make a row of headings.
    private static final int MIN_HEADINGS = 2;

    /// `(1) (2) (3)` or `A B 1 2` below the headings, as printed forms have it.
    private static final Pattern COLUMN_LABEL = Pattern.compile("\\(?(\\d{1,2}|[A-ZĐ])\\)?");

    /// One row by its number in the spreadsheet.
    record Line(int number, Map<Integer, Cell> cells) {}

    Table {
        columns = Map.copyOf(columns);
        captions = Map.copyOf(captions);
        rows = List.copyOf(rows);
    }

    String caption(Heading heading) {
        return captions.getOrDefault(heading, Lexicon.caption(kind, heading));
    }

    /// Reads a page as this kind of sheet; empty, with the reasons noted, if it cannot be.
    static Optional<Table> of(SheetKind kind, Book.Page page, Problems problems) {
        var header = headerRow(kind, page);
        if (header.isEmpty()) {
            if (!page.rows().isEmpty()) {
                problems.error(
                        Problem.ofSheet(
                                page.name(),
                                ProblemCode.HEADER_NOT_FOUND,
                                Integer.toString(LAST_HEADER_ROW),
                                captions(kind)));
            }
            return Optional.empty();
        }
        var columns = new EnumMap<Heading, Integer>(Heading.class);
        var captions = new EnumMap<Heading, String>(Heading.class);
        boolean clear = placeHeadings(kind, page, header.get(), columns, captions, problems);
        boolean complete = nothingMissing(kind, page, columns, problems);
        if (!clear || !complete) {
            return Optional.empty();
        }
        var rows = rows(page, header.get().number(), columns, problems);
        return Optional.of(new Table(kind, page.name(), columns, captions, rows));
    }

    private static String captions(SheetKind kind) {
        return String.join(
                "; ",
                kind.headings().stream()
                        .filter(kind.required()::contains)
                        .map(h -> Lexicon.caption(kind, h))
                        .toList());
    }

    private static Optional<Line> headerRow(SheetKind kind, Book.Page page) {
        Line best = null;
        long most = MIN_HEADINGS - 1;
        for (var row : page.rows().headMap(LAST_HEADER_ROW, true).entrySet()) {
            long known =
                    row.getValue().values().stream()
                            .map(cell -> Lexicon.heading(kind, cell.shown()))
                            .flatMap(Optional::stream)
                            .distinct()
                            .count();
            // A one-column sheet is not told from a title, unless nothing else is required.
            if (known > most || (best == null && known > 0 && known == kind.required().size())) {
                best = new Line(row.getKey(), row.getValue());
                most = known;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean placeHeadings(
            SheetKind kind,
            Book.Page page,
            Line header,
            Map<Heading, Integer> columns,
            Map<Heading, String> captions,
            Problems problems) {
        boolean clear = true;
        for (var cell : header.cells().entrySet()) {
            var caption = cell.getValue().shown().strip();
            var heading = Lexicon.heading(kind, caption).orElse(null);
            if (heading == null) {
                problems.notice(Problem.ofSheet(page.name(), ProblemCode.COLUMN_IGNORED, caption));
            } else if (columns.putIfAbsent(heading, cell.getKey()) == null) {
                captions.put(heading, caption);
            } else {
                clear = false;
                problems.error(
                        new Problem(
                                page.name(),
                                header.number(),
                                caption,
                                null,
                                ProblemCode.COLUMN_TWICE,
                                List.of(captions.getOrDefault(heading, caption))));
            }
        }
        return clear;
    }

    private static boolean nothingMissing(
            SheetKind kind, Book.Page page, Map<Heading, Integer> columns, Problems problems) {
        boolean complete = true;
        for (var heading : kind.headings()) {
            if (kind.required().contains(heading) && !columns.containsKey(heading)) {
                complete = false;
                problems.error(
                        new Problem(
                                page.name(),
                                0,
                                Lexicon.caption(kind, heading),
                                null,
                                ProblemCode.COLUMN_MISSING,
                                List.of(String.join("; ", Lexicon.captions(kind, heading)))));
            }
        }
        return complete;
    }

    private static List<Line> rows(
            Book.Page page, int header, Map<Heading, Integer> columns, Problems problems) {
        var rows = new ArrayList<Line>();
        for (var entry : page.rows().tailMap(header, false).entrySet()) {
            var row = new Line(entry.getKey(), known(entry.getValue(), columns));
            if (isBlank(row, columns) || (row.number() == header + 1 && isColumnLabels(row))) {
                continue;
            }
            if (isTotals(row, columns)) {
                problems.notice(
                        new Problem(
                                page.name(),
                                row.number(),
                                null,
                                null,
                                ProblemCode.TOTALS_SKIPPED,
                                List.of()));
                continue;
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<Integer, Cell> known(
            Map<Integer, Cell> cells, Map<Heading, Integer> columns) {
        var known = new HashMap<>(cells);
        known.keySet().retainAll(columns.values());
        return known;
    }

    /// Offices number more rows than they fill.
    private static boolean isBlank(Line row, Map<Heading, Integer> columns) {
        var ordinal = columns.get(Heading.ORDINAL);
        return row.cells().keySet().stream().allMatch(column -> column.equals(ordinal));
    }

    private static boolean isColumnLabels(Line row) {
        return row.cells().size() > 2
                && row.cells().values().stream()
                        .allMatch(cell -> COLUMN_LABEL.matcher(cell.shown().strip()).matches());
    }

    /// A person may be called Cộng; a line about a person names an award.
    private static boolean isTotals(Line row, Map<Heading, Integer> columns) {
        var award = columns.get(Heading.AWARD);
        return (award == null || !row.cells().containsKey(award))
                && row.cells().values().stream().noneMatch(Cell.Day.class::isInstance)
                && row.cells().values().stream()
                        .anyMatch(cell -> Lexicon.isWord("TOTALS", cell.shown()));
    }
}

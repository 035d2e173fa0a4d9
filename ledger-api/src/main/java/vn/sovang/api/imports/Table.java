package vn.sovang.api.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A recognised sheet: its headings found.
///
/// @param columns where each heading stands
/// @param captions headings as the file writes them
record Table(
        SheetKind kind,
        String sheet,
        Map<Heading, Integer> columns,
        Map<Heading, String> captions) {
    /// Headings stand within the first rows; above them are titles and the name of the office.
    private static final int LAST_HEADER_ROW = 10;

    /// Values that show what a column holds.
    private static final int EXAMPLES = 3;

    /// One known word can stand in a title; two make a row of headings.
    private static final int MIN_HEADINGS = 2;

    /// `(1) (2) (3)` or `A B 1 2` below the headings, as printed forms have it.
    private static final Pattern COLUMN_LABEL = Pattern.compile("\\(?(\\d{1,2}|[A-ZĐ])\\)?");

    /// One row by its number in the spreadsheet.
    record Line(int number, Map<Integer, Cell> cells) {}

    Table {
        columns = Map.copyOf(columns);
        captions = Map.copyOf(captions);
    }

    String caption(Heading heading) {
        return captions.getOrDefault(heading, Lexicon.caption(kind, heading));
    }

    /// Reads the rows of a sheet as they come: finds the headings among the first, and hands on
    /// rows with something to read, totals and pre-numbered blank rows left out. Owned by one
    /// reading.
    static final class Reader implements Book.RowReader {
        private final SheetKind kind;
        private final String sheet;
        private final Problems problems;
        private final Consumer<Fields> rows;
        private final OwnHeadings own;

        /// Rows among which the headings must be.
        private final List<Line> first = new ArrayList<>();

        private boolean begun;
        private @Nullable Table table;
        private int header;
        private int count;
        private @Nullable UnclearSheet unclear;

        Reader(SheetKind kind, String sheet, Problems problems, Consumer<Fields> rows) {
            this(kind, sheet, problems, rows, OwnHeadings.NONE);
        }

        private Reader(
                SheetKind kind,
                String sheet,
                Problems problems,
                Consumer<Fields> rows,
                OwnHeadings own) {
            this.kind = kind;
            this.sheet = sheet;
            this.problems = problems;
            this.rows = rows;
            this.own = own;
        }

        /// The same for an office that said what its headings mean.
        Reader knowing(OwnHeadings choices) {
            return new Reader(kind, sheet, problems, rows, choices);
        }

        /// Number of the row of headings; 0 where none was found.
        int header() {
            return header;
        }

        /// The headings, where they were not all understood.
        Optional<UnclearSheet> unclear() {
            return Optional.ofNullable(unclear);
        }

        @Override
        public void row(int number, Map<Integer, Cell> cells) {
            var line = new Line(number, cells);
            if (!begun && number <= LAST_HEADER_ROW) {
                first.add(line);
                return;
            }
            begin(true);
            take(line);
        }

        /// No more rows come.
        ///
        /// @return the table; empty, with the reasons noted, if the sheet could not be read
        Optional<Table> end() {
            begin(!first.isEmpty());
            return Optional.ofNullable(table);
        }

        /// Rows that were handed on.
        int count() {
            return count;
        }

        private void begin(boolean filled) {
            if (begun) {
                return;
            }
            begun = true;
            chosenRow()
                    .or(() -> headerRow(kind, first))
                    .ifPresentOrElse(
                            this::begin,
                            () -> {
                                if (filled) {
                                    notFound();
                                }
                            });
            first.clear();
        }

        /// The row for which somebody chose before. What was said of a sheet of that name is said
        /// of no row.
        private Optional<Line> chosenRow() {
            return first.stream()
                    .filter(line ->
                            OwnHeadings.Row.of(kind, line.cells()).chosen(own).values().stream()
                                    .anyMatch(this::isOfColumns))
                    .findFirst();
        }

        private boolean isOfColumns(String chosen) {
            return chosen.isEmpty() || OwnHeadings.named(kind, chosen).isPresent();
        }

        /// The first row with more than one cell could be the headings.
        private void notFound() {
            problems.error(
                    Problem.ofSheet(
                            sheet,
                            ProblemCode.HEADER_NOT_FOUND,
                            Integer.toString(LAST_HEADER_ROW),
                            Table.captions(kind)));
            first.stream()
                    .filter(line -> line.cells().size() >= MIN_HEADINGS)
                    .findFirst()
                    .ifPresent(line -> unclear = unclear(line, Map.of()));
        }

        private UnclearSheet unclear(Line headings, Map<Heading, Integer> columns) {
            var row = OwnHeadings.Row.of(kind, headings.cells());
            var meant = new HashMap<Integer, Heading>();
            columns.forEach((heading, column) -> meant.put(column, heading));
            return new UnclearSheet(
                    sheet,
                    row.signature(),
                    kind.headings().stream()
                            .map(heading ->
                                    new UnclearSheet.Field(
                                            heading.name(),
                                            Lexicon.caption(kind, heading),
                                            kind.required().contains(heading)))
                            .toList(),
                    row.keys().entrySet().stream()
                            .map(column -> column(headings, column, meant))
                            .toList());
        }

        private UnclearSheet.Column column(
                Line headings, Map.Entry<Integer, String> column, Map<Integer, Heading> meant) {
            int at = column.getKey();
            var heading = meant.get(at);
            var caption = headings.cells().get(at);
            return new UnclearSheet.Column(
                    column.getValue(),
                    caption == null ? "" : caption.shown().strip(),
                    heading == null ? "" : heading.name(),
                    first.stream()
                            .filter(line -> line.number() > headings.number())
                            .flatMap(line -> Stream.ofNullable(line.cells().get(at)))
                            .map(Cell::shown)
                            .limit(EXAMPLES)
                            .toList());
        }

        private void begin(Line headings) {
            var columns = new EnumMap<Heading, Integer>(Heading.class);
            var captions = new EnumMap<Heading, String>(Heading.class);
            boolean clear = placeHeadings(headings, columns, captions);
            boolean complete = nothingMissing(columns);
            header = headings.number();
            if (!clear || !complete) {
                unclear = unclear(headings, columns);
            } else {
                table = new Table(kind, sheet, columns, captions);
                first.stream().filter(line -> line.number() > header).forEach(this::take);
            }
        }

        private boolean placeHeadings(
                Line headings, Map<Heading, Integer> columns, Map<Heading, String> captions) {
            boolean clear = true;
            var row = OwnHeadings.Row.of(kind, headings.cells());
            var chosen = row.chosen(own);
            for (var cell : headings.cells().entrySet()) {
                var caption = cell.getValue().shown().strip();
                var heading = heading(caption, chosen.get(row.keys().get(cell.getKey())));
                if (CorrectedBook.isOurs(caption)) {
                    clear = false;
                    problems.error(Problem.ofSheet(sheet, ProblemCode.CORRECTIONS_ALONE));
                } else if (heading == null) {
                    problems.notice(Problem.ofSheet(sheet, ProblemCode.COLUMN_IGNORED, caption));
                } else if (columns.putIfAbsent(heading, cell.getKey()) == null) {
                    captions.put(heading, caption);
                } else {
                    clear = false;
                    problems.error(
                            new Problem(
                                    sheet,
                                    headings.number(),
                                    caption,
                                    null,
                                    ProblemCode.COLUMN_TWICE,
                                    List.of(captions.getOrDefault(heading, caption))));
                }
            }
            return clear;
        }

        /// What somebody chose for the column counts before what everybody knows.
        private @Nullable Heading heading(String caption, @Nullable String chosen) {
            if (chosen == null) {
                return Lexicon.heading(kind, caption).orElse(null);
            }
            var heading = OwnHeadings.named(kind, chosen).orElse(null);
            if (heading != null) {
                problems.notice(
                        Problem.ofSheet(
                                sheet,
                                ProblemCode.HEADING_CHOSEN,
                                caption,
                                Lexicon.caption(kind, heading)));
            }
            return heading;
        }

        private boolean nothingMissing(Map<Heading, Integer> columns) {
            boolean complete = true;
            for (var heading : kind.headings()) {
                if (kind.required().contains(heading) && !columns.containsKey(heading)) {
                    complete = false;
                    problems.error(
                            new Problem(
                                    sheet,
                                    0,
                                    Lexicon.caption(kind, heading),
                                    null,
                                    ProblemCode.COLUMN_MISSING,
                                    List.of(String.join("; ", Lexicon.captions(kind, heading)))));
                }
            }
            return complete;
        }

        private void take(Line whole) {
            var known = table;
            if (known == null) {
                return;
            }
            var row = new Line(whole.number(), known(whole.cells(), known.columns()));
            if (isBlank(row, known.columns())
                    || (row.number() == header + 1 && isColumnLabels(row))) {
                return;
            }
            if (isTotals(row, known.columns())) {
                problems.notice(
                        new Problem(
                                sheet,
                                row.number(),
                                null,
                                null,
                                ProblemCode.TOTALS_SKIPPED,
                                List.of()));
                return;
            }
            count++;
            rows.accept(new Fields(known, row, problems));
        }
    }

    private static String captions(SheetKind kind) {
        return String.join(
                "; ",
                kind.headings().stream()
                        .filter(kind.required()::contains)
                        .map(h -> Lexicon.caption(kind, h))
                        .toList());
    }

    private static Optional<Line> headerRow(SheetKind kind, List<Line> first) {
        Line best = null;
        long most = MIN_HEADINGS - 1;
        for (var row : first) {
            long known =
                    row.cells().values().stream()
                            .map(cell -> Lexicon.heading(kind, cell.shown()))
                            .flatMap(Optional::stream)
                            .distinct()
                            .count();
            // A one-column sheet is not told from a title, unless nothing else is required.
            if (known > most || (best == null && known > 0 && known == kind.required().size())) {
                best = row;
                most = known;
            }
        }
        return Optional.ofNullable(best);
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

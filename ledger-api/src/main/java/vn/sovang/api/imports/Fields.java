package vn.sovang.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Days;
import vn.sovang.imports.RecordImport;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.Text;

/// The cells of one row by heading. What is wrong with a cell is noted once, with its place, and
/// the cell is then as if it were blank.
final class Fields {
    /// The first commendations of the state are from 1946.
    private static final int FIRST_YEAR = 1945;

    /// Signs of a TCVN3 font (.VnTime), which stores Vietnamese as Latin-1 signs; none of them
    /// belongs into a name.
    private static final Pattern LEGACY = Pattern.compile("\\p{L}[µ¶·¸¹¨©®¾½¼»§]|[§®]\\p{L}");

    private final Table table;
    private Table.Line line;
    private final Problems problems;

    Fields(Table table, Table.Line line, Problems problems) {
        this.table = table;
        this.line = line;
        this.problems = problems;
    }

    /// Lets the cells go: everything was read of them; only the row's place is asked from here on.
    void forgetCells() {
        line = new Table.Line(line.number(), Map.of());
    }

    RecordImport.Source at(@Nullable Heading heading) {
        return new RecordImport.Source(
                table.sheet(), line.number(), heading == null ? null : table.caption(heading));
    }

    /// Notes a problem of this row.
    void error(
            @Nullable Heading heading, @Nullable String value, ProblemCode code, String... args) {
        problems.error(problem(heading, value, code, args));
    }

    /// Notes a value that is none of those known, with the nearest of them.
    void unknown(Heading heading, String value, ProblemCode code, Collection<String> known) {
        problems.error(problem(heading, value, code).near(Nearest.to(value, known).orElse(null)));
    }

    void notice(Heading heading, ProblemCode code) {
        problems.notice(
                new Problem(table.sheet(), 0, table.caption(heading), null, code, List.of()));
    }

    void noticeHere(Heading heading, String value, ProblemCode code) {
        problems.notice(problem(heading, value, code));
    }

    private Problem problem(
            @Nullable Heading heading, @Nullable String value, ProblemCode code, String... args) {
        var column = heading == null ? null : table.caption(heading);
        return new Problem(table.sheet(), line.number(), column, value, code, List.of(args));
    }

    boolean has(Heading heading) {
        return cell(heading) != null;
    }

    private @Nullable Cell cell(Heading heading) {
        var column = table.columns().get(heading);
        return column == null ? null : line.cells().get(column);
    }

    /// The text of a cell; null if it is blank or no text the ledger could hold.
    @Nullable String text(Heading heading) {
        return switch (cell(heading)) {
            case null -> null;
            case Cell.Words words -> clean(heading, words.text());
            case Cell.Day day -> {
                error(heading, day.shown(), ProblemCode.DATE_WHERE_TEXT);
                yield null;
            }
            case Cell.Broken broken -> {
                error(heading, broken.shown(), broken.code());
                yield null;
            }
        };
    }

    /// The same where a date may stand as well, such as a day of birth: as it would be written.
    @Nullable String written(Heading heading) {
        return cell(heading) instanceof Cell.Day day ? day.shown() : text(heading);
    }

    /// The same where a blank cell is a problem.
    @Nullable String required(Heading heading) {
        if (!has(heading)) {
            error(heading, null, ProblemCode.VALUE_MISSING);
        }
        return text(heading);
    }

    private @Nullable String clean(Heading heading, String raw) {
        if (raw.length() > Text.MAX_LENGTH) {
            error(
                    heading,
                    raw.substring(0, 40) + "…",
                    ProblemCode.TEXT_TOO_LONG,
                    Integer.toString(Text.MAX_LENGTH));
            return null;
        }
        if (LEGACY.matcher(raw).find()) {
            error(heading, raw, ProblemCode.LEGACY_FONT);
            return null;
        }
        try {
            return Text.of(heading.name(), raw);
        } catch (IllegalValue e) {
            error(heading, visible(raw), ProblemCode.TEXT_FORBIDDEN);
            return null;
        }
    }

    /// The text with what cannot be seen spelled out, so that the message shows what is wrong.
    private static String visible(String raw) {
        var shown = new StringBuilder();
        raw.codePoints()
                .forEach(c -> {
                    switch (Character.getType(c)) {
                        case Character.CONTROL,
                                Character.FORMAT,
                                Character.SURROGATE,
                                Character.PRIVATE_USE,
                                Character.UNASSIGNED ->
                                shown.append("[U+%04X]".formatted(c));
                        default -> shown.appendCodePoint(c);
                    }
                });
        return shown.toString();
    }

    /// The day of a cell; null if it is blank or no day.
    @Nullable LocalDate day(Heading heading) {
        var cell = cell(heading);
        var day =
                switch (cell) {
                    case null -> null;
                    case Cell.Day d -> d.day();
                    case Cell.Words words -> {
                        var text = clean(heading, words.text());
                        yield text == null ? null : parse(heading, text);
                    }
                    case Cell.Broken broken -> {
                        error(heading, broken.shown(), broken.code());
                        yield null;
                    }
                };
        if (day != null && cell != null && day.getYear() < FIRST_YEAR) {
            error(heading, cell.shown(), ProblemCode.DATE_IMPLAUSIBLE);
            return null;
        }
        return day;
    }

    private @Nullable LocalDate parse(Heading heading, String text) {
        var day = Days.read(text);
        if (day.isEmpty()) {
            error(heading, text, ProblemCode.NOT_A_DATE);
        }
        return day.orElse(null);
    }

    @Nullable LocalDate requiredDay(Heading heading) {
        if (!has(heading)) {
            error(heading, null, ProblemCode.VALUE_MISSING);
        }
        return day(heading);
    }

    /// The value that a cell stands for; empty if it is blank or unknown.
    <E extends Enum<E>> Optional<E> value(Heading heading, Class<E> type) {
        var text = text(heading);
        if (text == null) {
            return Optional.empty();
        }
        var value = Lexicon.value(type, text);
        if (value.isEmpty()) {
            var choices = new ArrayList<String>();
            Lexicon.choices(type).forEach((code, spelled) -> choices.add(spelled));
            var unknown =
                    problem(heading, text, ProblemCode.VALUE_UNKNOWN, String.join("; ", choices));
            problems.error(unknown.near(Nearest.to(text, choices).orElse(null)));
        }
        return value;
    }

    /// The same where a blank cell means a value of its own.
    <E extends Enum<E>> E value(Heading heading, Class<E> type, E blank) {
        return value(heading, type).orElse(blank);
    }
}

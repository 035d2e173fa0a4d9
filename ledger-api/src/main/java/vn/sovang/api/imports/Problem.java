package vn.sovang.api.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a file, or that its reader should know, and where.
///
/// The value may be a person's name: show it to whoever brought the file, never log it.
///
/// @param sheet name of the sheet; absent where the whole file is meant
/// @param row as the spreadsheet numbers it, from 1; 0 where no row is meant
/// @param column heading as the file has it; absent where no column is meant
/// @param value the cell as found
/// @param arguments what the text of the problem names besides
/// @param nearest what may have been meant; absent where nothing is near
public record Problem(
        @Nullable String sheet,
        int row,
        @Nullable String column,
        @Nullable String value,
        ProblemCode code,
        List<String> arguments,
        @Nullable String nearest) {
    public Problem {
        arguments = List.copyOf(arguments);
    }

    Problem(
            @Nullable String sheet,
            int row,
            @Nullable String column,
            @Nullable String value,
            ProblemCode code,
            List<String> arguments) {
        this(sheet, row, column, value, code, arguments, null);
    }

    /// The same with what may have been meant.
    Problem near(@Nullable String meant) {
        return new Problem(sheet, row, column, value, code, arguments, meant);
    }

    static Problem ofFile(ProblemCode code, String... arguments) {
        return new Problem(null, 0, null, null, code, List.of(arguments));
    }

    static Problem ofSheet(String sheet, ProblemCode code, String... arguments) {
        return new Problem(sheet, 0, null, null, code, List.of(arguments));
    }

    /// The problem as a sentence that begins with its place.
    public String text(Locale locale) {
        var parts = new ArrayList<String>();
        if (sheet != null) {
            parts.add(Texts.text(locale, "place.sheet", sheet));
        }
        if (row > 0) {
            parts.add(Texts.text(locale, "place.row", Integer.toString(row)));
        }
        if (column != null) {
            parts.add(Texts.text(locale, "place.column", column));
        }
        var says = reason(locale);
        return parts.isEmpty() ? says : String.join(", ", parts) + ": " + says;
    }

    /// The same without its place.
    public String reason(Locale locale) {
        var says = Texts.text(locale, "problem." + code, arguments.toArray());
        var found = value == null ? "" : " " + Texts.text(locale, "place.value", value);
        var near = nearest == null ? "" : " " + Texts.text(locale, "place.nearest", nearest);
        return says + found + near;
    }
}

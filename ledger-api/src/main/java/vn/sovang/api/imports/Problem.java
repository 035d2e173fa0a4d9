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
public record Problem(
        @Nullable String sheet,
        int row,
        @Nullable String column,
        @Nullable String value,
        ProblemCode code,
        List<String> arguments) {
    public Problem {
        arguments = List.copyOf(arguments);
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
        var says = Texts.text(locale, "problem." + code, arguments.toArray());
        var found = value == null ? "" : " " + Texts.text(locale, "place.value", value);
        return parts.isEmpty() ? says + found : String.join(", ", parts) + ": " + says + found;
    }
}

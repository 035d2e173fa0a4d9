package vn.sovang.api.text;

import java.util.regex.Pattern;

/// Text for spreadsheets, which take some of it for formulas and some of it not at all.
public final class SheetText {
    /// What spreadsheets take for the beginning of a formula, alone or after a line break or tab;
    /// the full-width forms are read as the others by some of them (OWASP ASVS 5.0, 1.2.10).
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// Not allowed in a sheet's name, which has 31 characters.
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\[\\]:*?/\\\\]");

    private static final int NAME_LENGTH = 31;

    private SheetText() {}

    /// The text as a cell may hold it: with an apostrophe before what would begin a formula.
    public static String cell(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// A caption as the name of a sheet.
    public static String sheetName(String caption) {
        var name = NOT_IN_A_NAME.matcher(caption).replaceAll(" ").strip();
        return name.length() > NAME_LENGTH ? name.substring(0, NAME_LENGTH).strip() : name;
    }
}

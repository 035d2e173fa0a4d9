package vn.sovang.api.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The annex as a workbook: a sheet of values and notes, then one for each table. Every cell is
/// text, and none of them a formula to whatever opens the file.
final class AnnexWorkbook {
    private static final double WIDTH_CHARACTERS = 28;

    /// What spreadsheets take for the beginning of a formula, alone or after a line break or tab;
    /// the full-width forms are read as the others by some of them.
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// Not allowed in a sheet's name, which has 31 characters.
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\[\\]:*?/\\\\]");

    private static final int NAME_LENGTH = 31;

    private AnnexWorkbook() {}

    static byte[] write(Annex annex) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "So Vang", null)) {
            overview(workbook.newWorksheet(name(1, annex.title())), annex);
            int number = 2;
            for (var table : annex.tables()) {
                table(workbook.newWorksheet(name(number, table.caption())), table);
                number++;
            }
        }
        return bytes.toByteArray();
    }

    /// The text as a cell may hold it: with an apostrophe before what would begin a formula.
    static String safe(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String name(int number, String caption) {
        var name = number + " " + NOT_IN_A_NAME.matcher(caption).replaceAll(" ");
        return name.length() > NAME_LENGTH ? name.substring(0, NAME_LENGTH).strip() : name;
    }

    private static void overview(Worksheet sheet, Annex annex) {
        sheet.value(0, 0, safe(annex.title()));
        sheet.style(0, 0).bold().set();
        int row = 1;
        for (var line : annex.head()) {
            row(sheet, row, List.of(line.name(), line.value()));
            row++;
        }
        for (var note : annex.notes()) {
            sheet.value(row, 0, safe(note));
            row++;
        }
        sheet.width(0, WIDTH_CHARACTERS);
        sheet.width(1, WIDTH_CHARACTERS);
    }

    private static void table(Worksheet sheet, Annex.Table table) {
        sheet.value(0, 0, safe(table.caption()));
        sheet.style(0, 0).bold().set();
        row(sheet, 1, table.columns());
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.style(1, column).bold().set();
            sheet.width(column, WIDTH_CHARACTERS);
        }
        int row = 2;
        for (var cells : table.rows()) {
            row(sheet, row, cells);
            row++;
        }
        if (table.rows().isEmpty()) {
            sheet.value(2, 0, safe(table.none()));
        }
        sheet.freezePane(0, 2);
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, safe(cells.get(column)));
        }
    }
}

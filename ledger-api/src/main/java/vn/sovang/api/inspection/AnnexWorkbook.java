package vn.sovang.api.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sovang.api.text.SheetText;

/// The annex as a workbook: a sheet of values and notes, then one for each table. Every cell is
/// text, and none of them a formula to whatever opens the file.
final class AnnexWorkbook {
    private static final double WIDTH_CHARACTERS = 28;

    private AnnexWorkbook() {}

    static byte[] write(Annex annex) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "So Vang", null)) {
            overview(workbook.newWorksheet(SheetText.sheetName("1 " + annex.title())), annex);
            int number = 2;
            for (var table : annex.tables()) {
                table(
                        workbook.newWorksheet(SheetText.sheetName(number + " " + table.caption())),
                        table);
                number++;
            }
        }
        return bytes.toByteArray();
    }

    private static void overview(Worksheet sheet, Annex annex) {
        sheet.value(0, 0, SheetText.cell(annex.title()));
        sheet.style(0, 0).bold().set();
        int row = 1;
        for (var line : annex.head()) {
            row(sheet, row, List.of(line.name(), line.value()));
            row++;
        }
        for (var note : annex.notes()) {
            sheet.value(row, 0, SheetText.cell(note));
            row++;
        }
        sheet.width(0, WIDTH_CHARACTERS);
        sheet.width(1, WIDTH_CHARACTERS);
    }

    private static void table(Worksheet sheet, Annex.Table table) {
        sheet.value(0, 0, SheetText.cell(table.caption()));
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
            sheet.value(2, 0, SheetText.cell(table.none()));
        }
        sheet.freezePane(0, 2);
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, SheetText.cell(cells.get(column)));
        }
    }
}

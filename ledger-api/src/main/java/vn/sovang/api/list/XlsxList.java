package vn.sovang.api.list;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.SheetText;
import vn.sovang.decider.Origin;

/// A list as a workbook: one sheet of rows whose heading stays in sight, one that says what the
/// list is. Texts stand in their cells and not in a table of all texts, so that rows can leave the
/// memory as they come.
final class XlsxList implements ListSheet {
    private static final int ROWS_IN_MEMORY = 500;
    private static final double WIDTH_CHARACTERS = 22;
    private static final double NOTE_CHARACTERS = 110;
    private static final String DAY = "dd/mm/yyyy";
    private static final String TIME = "dd/mm/yyyy hh:mm:ss";

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxList(OutputStream out, String title) {
        workbook = new Workbook(out, "So Vang", null);
        sheet = workbook.newWorksheet(SheetText.sheetName(title));
    }

    @Override
    public void head(List<String> headings) {
        for (int c = 0; c < headings.size(); c++) {
            sheet.width(c, WIDTH_CHARACTERS);
            sheet.inlineString(0, c, SheetText.cell(headings.get(c)));
            sheet.style(0, c).bold().wrapText(true).set();
        }
        sheet.freezePane(0, 1);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        row = 1;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        for (int c = 0; c < cells.size(); c++) {
            cell(c, cells.get(c));
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            case Instant instant -> {
                var time = LocalDateTime.ofInstant(instant, Origin.VIETNAM).withNano(0);
                sheet.value(row, column, time);
                sheet.style(row, column).format(TIME).set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.inlineString(row, column, SheetText.cell(cell.toString()));
        }
    }

    @Override
    public void notes(String title, List<String> lines) throws IOException {
        sheet.finish();
        var notes = workbook.newWorksheet(SheetText.sheetName(title));
        notes.width(0, NOTE_CHARACTERS);
        for (int r = 0; r < lines.size(); r++) {
            notes.inlineString(r, 0, SheetText.cell(lines.get(r)));
            notes.style(r, 0).wrapText(true).set();
        }
        notes.finish();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}

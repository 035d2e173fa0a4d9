package vn.sovang.api.list;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.SheetText;
import vn.sovang.decider.Origin;

/// A list as comma-separated values (RFC 4180): every line has as many fields as the first. Days
/// and times are ISO 8601, times those of Vietnam: every spreadsheet reads them alike.
final class CsvList implements ListSheet {
    /// Without it Excel takes UTF-8 for the code page of the machine.
    private static final char MARK = '\uFEFF';

    private static final String LINE_END = "\r\n";

    private final Writer out;
    private int columns;

    CsvList(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void head(List<String> headings) throws IOException {
        columns = headings.size();
        out.write(MARK);
        row(new ArrayList<>(headings));
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(text(cells.get(i))));
        }
        out.write(LINE_END);
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Instant instant ->
                    instant.atZone(Origin.VIETNAM).toOffsetDateTime().withNano(0).toString();
            case Number number -> number.toString();
            default -> SheetText.cell(cell.toString());
        };
    }

    private static String quoted(String text) {
        boolean plain =
                text.equals(text.strip())
                        && text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void notes(String title, List<String> lines) throws IOException {
        for (var line : lines) {
            var cells =
                    new ArrayList<@Nullable Object>(
                            Collections.nCopies(Math.max(1, columns), null));
            cells.set(0, line);
            row(cells);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

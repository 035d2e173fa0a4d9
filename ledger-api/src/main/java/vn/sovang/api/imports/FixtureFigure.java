package vn.sovang.api.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// One figure of the first half of 2024, as `demo/fixture-2024-h1.csv` has it (R6).
///
/// @param act what was done, such as `decided`
/// @param award code; blank for artifacts
/// @param kind name of a recipient kind; blank where the report does not say
record FixtureFigure(
        String act,
        String award,
        String kind,
        int count,
        String authority,
        String document,
        LocalDate day,
        String note) {
    static List<FixtureFigure> all() {
        var stream = FixtureFigure.class.getResourceAsStream("/demo/fixture-2024-h1.csv");
        if (stream == null) {
            throw new IllegalStateException("missing resource fixture-2024-h1.csv");
        }
        try (var csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().map(FixtureFigure::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FixtureFigure of(NamedCsvRecord row) {
        var count = row.getField("count");
        return new FixtureFigure(
                row.getField("act"),
                row.getField("award"),
                row.getField("recipient_kind"),
                count.isEmpty() ? 1 : Integer.parseInt(count),
                row.getField("authority"),
                row.getField("document"),
                LocalDate.parse(row.getField("date")),
                row.getField("note"));
    }
}

package vn.sovang.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ImportId;

/// Records a whole file.
///
/// @param fileSha256 lower-case hex of the file's bytes
/// @param rows rows that were read
/// @param confirmedBy user id of the second person; the importer's own where `selfConfirmed`
/// @param entries what the rows say, in an order in which nothing comes before what it names
public record RecordImport(
        Origin origin,
        ImportId imported,
        String fileName,
        String fileSha256,
        int rows,
        String confirmedBy,
        boolean selfConfirmed,
        List<Entry> entries)
        implements Command {
    /// Appends hold at most this many events (R15): larger files are refused, never cut.
    public static final int MAX_EVENTS = 5_000;

    /// One event of the file with its own paper and day.
    ///
    /// @param asFound the reason to keep the row although it breaks a rule; absent = refuse then
    public record Entry(
            LedgerEvent event,
            LocalDate effectiveOn,
            Document document,
            Provenance provenance,
            @Nullable String asFound,
            Source source) {}

    /// Where in the file an entry stands.
    ///
    /// @param row as the spreadsheet numbers it, from 1
    /// @param column heading of the column a rule speaks about, where one does
    public record Source(String sheet, int row, @Nullable String column) {}

    public RecordImport {
        entries = List.copyOf(entries);
    }

    /// What is said of the file beside its rows.
    public FileHead head() {
        return new FileHead(
                origin, imported, fileName, fileSha256, rows, confirmedBy, selfConfirmed);
    }
}

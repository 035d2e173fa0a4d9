package vn.sovang.imports;

import java.util.List;
import vn.sovang.decider.Origin;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.LedgerEvent;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.vocabulary.ImportId;

/// What is said of a file beside its rows.
///
/// @param fileSha256 lower-case hex of the file's bytes
/// @param rows rows that were read
/// @param confirmedBy user id of the second person; the importer's own where `selfConfirmed`
public record FileHead(
        Origin origin,
        ImportId imported,
        String fileName,
        String fileSha256,
        int rows,
        String confirmedBy,
        boolean selfConfirmed) {
    /// The command for a file that fits one append.
    public RecordImport with(List<Entry> entries) {
        return new RecordImport(
                origin, imported, fileName, fileSha256, rows, confirmedBy, selfConfirmed, entries);
    }

    /// The same confirmed by somebody else than who brought it (R10).
    public FileHead confirmed(String by) {
        return new FileHead(origin, imported, fileName, fileSha256, rows, by, false);
    }

    /// The event by which the file is known.
    ///
    /// @param facts events that came of it
    public ImportCompleted completed(int facts) {
        return new ImportCompleted(
                imported, fileName, fileSha256, rows, facts, confirmedBy, selfConfirmed);
    }

    /// An event about the import itself.
    public Fact fact(LedgerEvent event) {
        return new Fact(
                event,
                origin.effectiveOn(),
                origin.document(),
                origin.by(),
                origin.request().id(),
                origin.onBehalfOf(),
                origin.arrival(),
                null,
                null,
                imported,
                null);
    }

    /// A row as it is kept until it is decided: the event with its own day, paper and source.
    public Fact kept(Entry entry) {
        return new Fact(
                entry.event(),
                entry.effectiveOn(),
                entry.document(),
                origin.by(),
                origin.request().id(),
                null,
                null,
                null,
                entry.provenance(),
                imported,
                null);
    }
}

package vn.sovang.event;

import java.util.Set;
import vn.sovang.vocabulary.ImportId;

/// A file was taken in as a whole; its facts are known from this position on (*nhập xong*).
///
/// Corrected by what corrects the facts it brought, one by one: an import is never undone as a
/// whole.
///
/// @param fileName as given, without its folder
/// @param fileSha256 lower-case hex
/// @param rows rows that were read
/// @param facts events that came of them, this one not counted
/// @param confirmedBy second person who confirmed the file (R10)
/// @param selfConfirmed the importer had no second person and confirmed alone; an anomaly to look
///   at
public record ImportCompleted(
        ImportId imported,
        String fileName,
        String fileSha256,
        int rows,
        int facts,
        String confirmedBy,
        boolean selfConfirmed)
        implements LedgerEvent {
    @Override
    public Set<String> tags() {
        return Set.of(imported.tag());
    }
}

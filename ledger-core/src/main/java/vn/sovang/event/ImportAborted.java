package vn.sovang.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ImportId;

/// An import broke off after facts of it were stored; none of them is ever known to anybody (*hủy
/// nhập tệp*, R17).
///
/// Corrected by nothing: the file is taken in once more, as another import.
///
/// @param fileName as given, without its folder
/// @param fileSha256 lower-case hex
/// @param facts events that were stored under the import and stay unknown
/// @param rule code of what stood against its completion
/// @param sheet sheet of the first row concerned, where it was a row
/// @param row its number, from 1; 0 where no row is meant
public record ImportAborted(
        ImportId imported,
        String fileName,
        String fileSha256,
        int facts,
        String rule,
        @Nullable String sheet,
        int row)
        implements LedgerEvent {
    @Override
    public Set<String> tags() {
        return Set.of(imported.tag());
    }
}

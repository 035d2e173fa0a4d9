package vn.sovang.api.list;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a list row by row and keeps none of them. Texts never begin like a formula.
sealed interface ListSheet extends Closeable permits CsvList, XlsxList {
    void head(List<String> headings) throws IOException;

    /// Texts, numbers, days, instants; nothing for null.
    void row(List<@Nullable Object> cells) throws IOException;

    /// What the list is, behind its last row.
    ///
    /// @param title name of the part
    void notes(String title, List<String> lines) throws IOException;
}

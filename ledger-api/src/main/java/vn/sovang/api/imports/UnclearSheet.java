package vn.sovang.api.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sheet whose headings are not all understood, for whoever can say what they mean; or the
/// workbook itself, whose sheets then stand for columns and kinds of sheets for fields. Examples
/// may name people: show them to whoever brought the file, never keep them.
///
/// @param sheet absent where it is about the sheets of the workbook
/// @param signature under which choices are remembered
/// @param fields what a column can mean
public record UnclearSheet(
        @Nullable String sheet, String signature, List<Field> fields, List<Column> columns) {
    public UnclearSheet {
        fields = List.copyOf(fields);
        columns = List.copyOf(columns);
    }

    /// What a column can mean.
    ///
    /// @param name stable
    /// @param caption as templates write it
    /// @param required without it no row of the sheet can be understood
    public record Field(String name, String caption, boolean required) {}

    /// One column of the office's.
    ///
    /// @param key stable for the headings of the sheet
    /// @param field name of what it is understood to mean; empty for nothing
    /// @param examples the first values under it
    public record Column(String key, String caption, String field, List<String> examples) {
        public Column {
            examples = List.copyOf(examples);
        }
    }
}

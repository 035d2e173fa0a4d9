package vn.sovang.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The template is what the reader reads.
class TemplateWorkbookTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void has_every_sheet_with_every_heading_and_no_row() throws IOException, UnreadableBook {
        var template = folder.resolve("template.xlsx");
        TemplateWorkbook.write(template, Locale.ENGLISH);
        var problems = new Problems();
        try (var book = Book.open(template)) {
            assertThat(book.pages()).hasSize(SheetKind.values().length);
            for (var page : book.pages()) {
                var kind = Lexicon.sheet(page.name()).orElseThrow();
                var reader = new Table.Reader(kind, page.name(), problems, row -> {});
                book.read(page, reader);
                assertThat(reader.end().orElseThrow().columns().keySet())
                        .containsExactlyInAnyOrderElementsOf(kind.headings());
                assertThat(reader.count()).isZero();
            }
        }
        assertThat(problems.none()).isTrue();
        assertThat(problems.notices()).isEmpty();
        assertThat(new Desk(folder).problems(template))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NO_ROWS);
    }
}

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
        var pages = Book.open(template).pages();
        assertThat(pages).hasSize(SheetKind.values().length);
        var problems = new Problems();
        for (var page : pages) {
            var kind = Lexicon.sheet(page.name()).orElseThrow();
            var table = Table.of(kind, page, problems).orElseThrow();
            assertThat(table.columns().keySet())
                    .containsExactlyInAnyOrderElementsOf(kind.headings());
            assertThat(table.rows()).isEmpty();
        }
        assertThat(problems.none()).isTrue();
        assertThat(problems.notices()).isEmpty();
        assertThat(new Desk(folder).problems(template))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NO_ROWS);
    }
}

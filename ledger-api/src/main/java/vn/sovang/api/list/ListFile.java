package vn.sovang.api.list;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.list.Listing.At;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.projection.register.Page;

/// Writes a whole list as a file: page by page at one position, a page in memory. The file is
/// finished before anybody gets the first byte of it, so that nobody takes half a list for a whole.
final class ListFile {
    /// What spreadsheets and people can still handle.
    static final int MAX_ROWS = 100_000;

    /// Rows of a page; lists that cannot give so many give fewer.
    private static final int PAGE = 5_000;

    private final Lists lists;
    private final InstantSource clock;
    private final int most;
    private final Path folder;

    /// In the system's folder for temporary files.
    ListFile(Lists lists, InstantSource clock) {
        this(lists, clock, MAX_ROWS, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// @param most rows of a file
    /// @param folder where files are written
    ListFile(Lists lists, InstantSource clock, int most, Path folder) {
        this.lists = lists;
        this.clock = clock;
        this.most = most;
        this.folder = folder;
    }

    /// A file of its own that the caller deletes.
    ///
    /// @throws Failure for whatever of the question cannot be used; `LIST_TOO_LONG`
    Path write(Listing<?, ?> list, ListQuestion question, ListReader reader, ListFormat format)
            throws IOException {
        var file = Files.createTempFile(folder, "sovang-list", "." + format.suffix());
        boolean whole = false;
        try (var out = Files.newOutputStream(file)) {
            write(list, new Asked(question, reader), format, out);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    private record Asked(ListQuestion question, ListReader reader) {}

    private <R> void write(Listing<R, ?> list, Asked asked, ListFormat format, OutputStream out)
            throws IOException {
        var messages = asked.reader().messages();
        var words = new Words(lists.projections(), messages);
        var columns = list.sheet().columns();
        var first = lists.read(list, asked.question(), asked.reader(), PAGE);
        try (var sheet = format.open(out, messages.text(list.title()))) {
            sheet.head(columns.stream().map(column -> column.heading(messages)).toList());
            boolean rebuilt = false;
            int rows = 0;
            for (Page<R> page = first.page(); ; ) {
                rows += page.rows().size();
                if (rows > most) {
                    throw Failure.of(FailureCode.LIST_TOO_LONG, "most", Integer.toString(most));
                }
                for (R row : page.rows()) {
                    rebuilt |= isRebuilt(list, row);
                    sheet.row(cells(columns, row, words));
                }
                var next = page.next();
                if (next == null) {
                    break;
                }
                page = lists.behind(list, asked.question(), first.at(), next, PAGE);
            }
            if (list.sheet().rebuilt() == null) {
                rebuilt = lists.projections().register().asOf(first.at().position()).holdsRebuilt();
            }
            sheet.notes(
                    messages.text("list.source"),
                    notes(list, asked, first.at(), new Told(rows, rebuilt)));
        }
    }

    private static <R> boolean isRebuilt(Listing<R, ?> list, R row) {
        var rebuilt = list.sheet().rebuilt();
        return rebuilt != null && rebuilt.test(row);
    }

    private static <R> List<@Nullable Object> cells(
            List<Listing.Column<R>> columns, R row, Words words) {
        var cells = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            var cell = column.value().apply(row, words);
            cells.add(
                    cell instanceof Boolean flag
                            ? words.messages().text(flag ? "list.yes" : "list.no")
                            : cell);
        }
        return cells;
    }

    private record Told(int rows, boolean rebuilt) {}

    /// What the list is: its filters, the moment it holds for, when it was written, whether its
    /// rows were rebuilt (R6). No hash, no root (R13).
    private List<String> notes(Listing<?, ?> list, Asked asked, At at, Told told) {
        var messages = asked.reader().messages();
        var format = new VietnameseFormat();
        var locale = messages.locale();
        var lines = new ArrayList<String>();
        if (told.rebuilt()) {
            lines.add(
                    messages.text(
                            list.sheet().rebuilt() == null
                                    ? "list.reconstruction"
                                    : "banner.reconstruction"));
        }
        lines.add(
                messages.text(
                        "list.note",
                        messages.text(list.title()),
                        format.number(told.rows(), locale)));
        asked.question()
                .filters()
                .forEach((name, value) -> lines.add(filter(name, value, asked.reader())));
        if (list.day() != null) {
            lines.add(messages.text("list.note.day", format.date(at.day())));
        }
        lines.add(moment(at, asked.reader(), format));
        lines.add(messages.text("list.note.written", format.time(clock.instant())));
        return lines;
    }

    private static String filter(String name, String value, ListReader reader) {
        return reader.messages()
                .text("list.note.filter", Map.of("name", name, "value", Failure.shown(value)));
    }

    private static String moment(At at, ListReader reader, VietnameseFormat format) {
        var messages = reader.messages();
        var position = format.number(at.position(), messages.locale());
        Instant recordedAt = at.recordedAt();
        var text =
                recordedAt == null
                        ? messages.text("list.note.position", position)
                        : messages.text("list.note.moment", position, format.time(recordedAt));
        return at.provisional() ? text + " " + messages.text("list.note.provisional") : text;
    }
}

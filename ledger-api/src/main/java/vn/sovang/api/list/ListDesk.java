package vn.sovang.api.list;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.api.door.Scope;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.projection.Projections;

/// Lists for the command line, which sees all units.
public final class ListDesk {
    private final Lists lists;
    private final ListReader reader;

    public ListDesk(Ledger ledger, Projections projections, Messages messages) {
        this.lists = new Lists(ledger, projections);
        this.reader = new ListReader(Scope.atTheMachine(), messages);
    }

    /// A page as a table and in the form of programs.
    ///
    /// @param rebuilt whether a row was rebuilt from the totals of a report (R6)
    public record Table(
            List<String> headings, List<List<String>> rows, boolean rebuilt, ListAnswer<?> answer) {
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /// One page of a list; empty if there is no list of that name.
    ///
    /// @param asked parameters by name, each as often as it was written
    /// @throws vn.sovang.api.text.Failure for whatever of the question cannot be used
    public Optional<Table> table(String name, Map<String, String[]> asked) {
        return find(name).map(list -> table(list, asked));
    }

    private <R, F> Table table(Listing<R, F> list, Map<String, String[]> asked) {
        var question = ListQuestion.of(list.parameters(), asked);
        var read = lists.read(list, question, reader, question.limit());
        var messages = reader.messages();
        var words = new Words(lists.projections(), messages);
        var columns = list.sheet().columns();
        var rebuilt = list.sheet().rebuilt();
        var rows = read.page().rows();
        return new Table(
                columns.stream().map(column -> column.heading(messages)).toList(),
                rows.stream()
                        .map(row ->
                                columns.stream()
                                        .map(c -> text(c.value().apply(row, words), messages))
                                        .toList())
                        .toList(),
                rebuilt != null && rows.stream().anyMatch(rebuilt),
                lists.answer(list, question, reader, read));
    }

    /// A cell in the words of a reader.
    static String text(@Nullable Object cell, Messages messages) {
        var format = new VietnameseFormat();
        return switch (cell) {
            case null -> "–";
            case LocalDate day -> format.date(day);
            case Instant instant -> format.time(instant);
            case Boolean flag -> messages.text(flag ? "list.yes" : "list.no");
            case Number number -> format.number(number.longValue(), messages.locale());
            default -> cell.toString();
        };
    }

    /// A whole list as a file that the caller moves or deletes; empty if there is no list of that
    /// name.
    ///
    /// @throws vn.sovang.api.text.Failure for whatever of the question cannot be used
    public Optional<Path> file(String name, Map<String, String[]> asked, ListFormat format)
            throws IOException {
        var list = find(name).orElse(null);
        if (list == null) {
            return Optional.empty();
        }
        var question = ListQuestion.ofFile(list.parameters(), asked);
        var file = new ListFile(lists, InstantSource.system());
        return Optional.of(file.write(list, question, reader, format));
    }

    /// By its address, or by the last part of that.
    private Optional<Listing<?, ?>> find(String name) {
        return lists.addresses().stream()
                .filter(address -> address.equals(name) || address.endsWith("/" + name))
                .findFirst()
                .flatMap(lists::find);
    }
}

package vn.sovang.api.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.register.FactSheet;
import vn.sovang.api.register.RegisterDesk;
import vn.sovang.api.register.Timeline;
import vn.sovang.api.text.Messages;
import vn.sovang.vocabulary.Document;

/// Writes things of the register, their stories and differences for a person at a terminal.
final class RegisterPrinter {
    private final Console console;
    private final Messages messages;

    RegisterPrinter(Console console) {
        this.console = console;
        this.messages = console.messages();
    }

    void print(FactSheet sheet) {
        var title = sheet.title();
        console.print(sheet.status() == null ? title : title + " (" + sheet.status() + ")");
        var trouble = sheet.trouble();
        if (trouble != null) {
            console.print(trouble);
        }
        if (sheet.reconstructed()) {
            console.print(messages.text("banner.reconstruction"));
        }
        var table = new ArrayList<List<String>>();
        sheet.facts().forEach(fact -> table.add(List.of(fact.label(), fact.text())));
        table(table);
    }

    void print(List<Timeline> story) {
        if (story.isEmpty()) {
            console.print(messages.text("history.none"));
            return;
        }
        var table = new ArrayList<List<String>>();
        table.add(
                List.of(
                        messages.text("history.position"),
                        messages.text("history.effective"),
                        messages.text("trace.event"),
                        messages.text("history.document"),
                        messages.text("history.recorded"),
                        messages.text("history.by")));
        story.forEach(step -> table.add(line(step)));
        table(table);
    }

    private List<String> line(Timeline step) {
        var line = step.line();
        var found = line.asFound();
        var event = messages.event(line.type());
        return List.of(
                Long.toString(line.position()),
                console.format().date(line.effectiveOn()),
                found == null ? event : event + " [" + messages.rule(found.rule()) + "]",
                document(step.paper(), step.noneBecause()),
                console.format().time(line.recordedAt()),
                line.by().user() + " (" + messages.role(line.by().role()) + ")");
    }

    private String document(Document.@Nullable Paper paper, @Nullable String none) {
        if (paper == null) {
            return messages.text("history.document.none", String.valueOf(none));
        }
        var number = paper.number().asWritten();
        var date = paper.date();
        return date == null
                ? messages.text("history.document.undated", number, paper.authority())
                : messages.text(
                        "history.document.paper",
                        number,
                        console.format().documentDate(date),
                        paper.authority());
    }

    void print(RegisterDesk.Differences found) {
        console.print(
                messages.text(
                        "comparison.between",
                        console.number(found.from()),
                        console.number(found.to())));
        console.print(messages.of(found.kind()));
        var table = new ArrayList<List<String>>();
        table.add(
                List.of(
                        messages.text("comparison.field"),
                        messages.text("comparison.before"),
                        messages.text("comparison.after"),
                        messages.text("comparison.events")));
        found.lines()
                .forEach(line ->
                        table.add(
                                List.of(
                                        line.label(),
                                        line.before(),
                                        line.after(),
                                        line.events().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(" ")))));
        if (table.size() > 1) {
            table(table);
        }
    }

    private void table(List<List<String>> lines) {
        if (!lines.isEmpty()) {
            Columns.of(lines, lines.getFirst().size()).forEach(console::print);
        }
    }
}

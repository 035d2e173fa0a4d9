package vn.sovang.api.command;

import java.util.ArrayList;
import java.util.List;
import vn.sovang.api.statistics.FigureDesk;
import vn.sovang.api.statistics.FigureWords;
import vn.sovang.api.statistics.TracedEvent;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.statistics.Comparison;
import vn.sovang.projection.statistics.Dimension;
import vn.sovang.projection.statistics.OfficialForm;

/// Writes figures in lines, comparisons, events and forms for a person at a terminal.
final class FigurePrinter {
    private final Console console;
    private final Messages messages;
    private final FigureWords words;

    FigurePrinter(Console console) {
        this.console = console;
        this.messages = console.messages();
        this.words = new FigureWords(messages);
    }

    String text(FigureDesk.Lines lines) {
        var text = new ArrayList<>(StatisticsPrinter.basis(lines.answer(), console));
        var recipients = lines.recipients();
        var table = new ArrayList<List<String>>();
        var head = head(lines.breakdown().by());
        head.add(messages.text("statistics.count"));
        if (recipients != null) {
            head.add(messages.text("statistics.distinct"));
        }
        table.add(head);
        int i = 0;
        for (var line : lines.breakdown().lines()) {
            var cells = new ArrayList<String>();
            cells.add(messages.of(line.measure()));
            for (var dimension : lines.breakdown().by()) {
                cells.add(words.of(dimension, line.cells().getFirst(), lines.answer()));
            }
            cells.add(console.number(line.count()));
            if (recipients != null) {
                cells.add(console.number(recipients.get(i)));
            }
            i++;
            table.add(cells);
        }
        text.addAll(Columns.of(table, 1 + lines.breakdown().by().size()));
        return String.join("\n", text);
    }

    private List<String> head(List<Dimension> by) {
        var head = new ArrayList<String>();
        head.add(messages.text("statistics.measure"));
        by.forEach(dimension -> head.add(messages.of(dimension)));
        return head;
    }

    String text(Comparison comparison) {
        var text = new ArrayList<>(StatisticsPrinter.basis(comparison.first(), console));
        text.addAll(StatisticsPrinter.basis(comparison.second(), console));
        if (comparison.acrossReform()) {
            text.add(
                    messages.text(
                            "statistics.break", console.format().date(Comparison.DISTRICTS_ENDED)));
        }
        var table = new ArrayList<List<String>>();
        var head = head(comparison.by());
        head.add(messages.text("statistics.first"));
        head.add(messages.text("statistics.second"));
        head.add(messages.text("statistics.difference"));
        table.add(head);
        for (var line : comparison.lines()) {
            var cells = new ArrayList<String>();
            cells.add(messages.of(line.measure()));
            for (var dimension : comparison.by()) {
                cells.add(words.of(dimension, line.cell(), comparison.first()));
            }
            cells.add(console.number(line.first()));
            cells.add(console.number(line.second()));
            cells.add(signed(line.difference()));
            table.add(cells);
        }
        text.addAll(Columns.of(table, 1 + comparison.by().size()));
        return String.join("\n", text);
    }

    private String signed(long value) {
        return value > 0 ? "+" + console.number(value) : console.number(value);
    }

    String text(FigureDesk.Events events) {
        var text = new ArrayList<>(StatisticsPrinter.basis(events.answer(), console));
        var table = new ArrayList<List<String>>();
        table.add(
                List.of(
                        messages.text("history.position"),
                        messages.text("trace.counts.on"),
                        messages.text("trace.event"),
                        messages.text("history.document"),
                        messages.text("history.recorded"),
                        messages.text("trace.delta")));
        for (var event : events.events()) {
            table.add(line(event));
        }
        text.addAll(Columns.of(table, 5));
        text.add(messages.text("cli.trace.proof"));
        if (events.next() != null) {
            text.add(messages.text("cli.trace.next", events.next()));
        }
        return String.join("\n", text);
    }

    private List<String> line(TracedEvent event) {
        var paper = event.paper();
        return List.of(
                Long.toString(event.counted().position()),
                console.format().date(event.counted().effectiveOn()),
                messages.event(event.type()),
                paper == null ? "–" : paper.number().asWritten(),
                console.format().time(event.recorded().recordedAt()),
                signed(event.counted().delta()));
    }

    String text(FigureDesk.Form form) {
        var text = new ArrayList<>(StatisticsPrinter.basis(form.answer(), console));
        text.add(messages.of(form.form().code()));
        var table = new ArrayList<List<String>>();
        var head = new ArrayList<String>();
        head.add("");
        form.form().columns().forEach(column -> head.add(messages.of(column)));
        table.add(head);
        for (var row : form.form().rows()) {
            table.add(line(form.form(), row));
        }
        text.addAll(Columns.of(table, 1));
        return String.join("\n", text);
    }

    private List<String> line(OfficialForm form, OfficialForm.Row row) {
        var cells = new ArrayList<String>();
        var gap = row.gap();
        cells.add(
                gap == null
                        ? messages.of(row.row())
                        : messages.of(row.row()) + " (" + messages.of(gap) + ")");
        for (int i = 0; i < form.columns().size(); i++) {
            cells.add(
                    gap != null ? "" : row.counts().get(i) == 0 ? "–" : count(row.counts().get(i)));
        }
        return cells;
    }

    private String count(long value) {
        return console.number(value);
    }
}

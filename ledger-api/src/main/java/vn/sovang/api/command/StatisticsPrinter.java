package vn.sovang.api.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.statistics.PeriodName;
import vn.sovang.api.statistics.StatisticsTable;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.report.Counts;
import vn.sovang.projection.report.HalfYearReport;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.vocabulary.ReissueKind;

/// Prints figures and the two paragraphs for a person at a terminal.
final class StatisticsPrinter {
    private static final int GAP = 2;

    private final Console console;
    private final Messages messages;

    StatisticsPrinter(Console console) {
        this.console = console;
        this.messages = console.messages();
    }

    /// @param report null where the ledger knows no authority to report on
    void print(Answered answer, @Nullable HalfYearReport report) {
        head(answer, report);
        var table = StatisticsTable.of(answer, report);
        for (var stage : table.stages()) {
            print(stage);
        }
        printReissues(table);
        printOthers(table);
        if (table.isEmpty()) {
            console.print("");
            console.print(messages.text("statistics.none"));
        }
        if (report != null) {
            for (var paragraph : List.of(report.emulation(), report.resistance())) {
                console.print("");
                console.print(paragraph);
            }
        }
    }

    private void head(Answered answer, @Nullable HalfYearReport report) {
        var format = console.format();
        if (report != null && report.authority().authorityName() != null) {
            console.print(report.authority().authorityName());
        }
        console.print(
                messages.text(
                        "cli.statistics.title",
                        PeriodName.of(answer.period(), messages),
                        format.date(answer.from()),
                        format.date(answer.to())));
        console.print(
                messages.text(
                        "cli.statistics.known",
                        answer.position(),
                        answer.recordedAt() == null ? "–" : format.time(answer.recordedAt())));
        if (answer.provisional()) {
            console.print(messages.text("statistics.provisional"));
        }
        if (answer.enteredAfterTheFact() > 0) {
            console.print(
                    messages.text(
                            "statistics.after.the.fact",
                            console.number(answer.enteredAfterTheFact())));
        }
    }

    private void print(StatisticsTable.Stage stage) {
        var lines = new ArrayList<List<String>>();
        lines.add(
                List.of(
                        messages.text("statistics.level"),
                        messages.text("statistics.award"),
                        messages.text("statistics.collectives"),
                        messages.text("statistics.individuals"),
                        messages.text("statistics.households"),
                        messages.text("statistics.sum")));
        for (var row : stage.rows()) {
            lines.add(line(messages.of(row.level()), row.award(), row.counts()));
        }
        lines.add(line("", messages.text("statistics.sum"), stage.sum()));
        print(messages.text("statistics.table." + stage.measure()), lines, 2);
    }

    private List<String> line(String level, String award, Counts counts) {
        return List.of(
                level,
                award,
                figure(counts.collectives()),
                figure(counts.individuals()),
                figure(counts.households()),
                figure(counts.total()));
    }

    private String award(String name) {
        return StatisticsTable.isUnknown(name) ? messages.text("statistics.award.unknown") : name;
    }

    private String figure(long count) {
        return count == 0 ? "–" : console.number(count);
    }

    private void printReissues(StatisticsTable table) {
        if (table.reissues().isEmpty()) {
            return;
        }
        var lines = new ArrayList<List<String>>();
        for (var kind : ReissueKind.values()) {
            lines.add(List.of(messages.of(kind), figure(table.reissues().getOrDefault(kind, 0L))));
        }
        lines.add(List.of(messages.text("statistics.sum"), figure(table.reissueSum())));
        print(messages.text("statistics.table.REISSUE"), lines, 1);
    }

    private void printOthers(StatisticsTable table) {
        if (table.others().isEmpty()) {
            return;
        }
        var lines =
                table.others().stream()
                        .map(o ->
                                List.of(
                                        messages.of(o.measure()),
                                        award(o.award()),
                                        figure(o.count())))
                        .toList();
        print(messages.text("statistics.table.OTHER"), lines, 2);
    }

    /// Columns as wide as their widest cell; the first `left` are words, the others figures.
    private void print(String title, List<List<String>> lines, int left) {
        var widths =
                IntStream.range(0, lines.getFirst().size())
                        .map(c -> lines.stream().mapToInt(l -> width(l.get(c))).max().orElse(0))
                        .toArray();
        console.print("");
        console.print(title);
        for (var line : lines) {
            var text = new StringBuilder();
            for (int c = 0; c < line.size(); c++) {
                var padding = " ".repeat(widths[c] - width(line.get(c)));
                text.append(" ".repeat(GAP))
                        .append(c < left ? line.get(c) + padding : padding + line.get(c));
            }
            console.print(text.toString().stripTrailing());
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}

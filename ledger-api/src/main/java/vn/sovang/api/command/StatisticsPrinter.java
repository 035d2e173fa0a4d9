package vn.sovang.api.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.statistics.FigureWords;
import vn.sovang.api.statistics.PeriodName;
import vn.sovang.api.statistics.StatisticsTable;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.report.Counts;
import vn.sovang.projection.report.HalfYearReport;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.UnitView;
import vn.sovang.vocabulary.ReissueKind;

/// Prints figures and the two paragraphs for a person at a terminal.
final class StatisticsPrinter {
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
        // The words of a report are those of what the ledger knows, under the units of then.
        if (report != null && !answer.claimed() && answer.query().units() == UnitView.AS_THEN) {
            for (var paragraph : List.of(report.emulation(), report.resistance())) {
                console.print("");
                console.print(paragraph);
            }
        }
    }

    private void head(Answered answer, @Nullable HalfYearReport report) {
        if (report != null && report.authority().authorityName() != null) {
            console.print(report.authority().authorityName());
        }
        basis(answer, console).forEach(console::print);
    }

    /// What figures stand on.
    static List<String> basis(Answered answer, Console console) {
        var messages = console.messages();
        var format = console.format();
        var basis = new ArrayList<String>();
        basis.add(
                messages.text(
                        "cli.statistics.title",
                        PeriodName.of(answer.period(), messages),
                        format.date(answer.from()),
                        format.date(answer.to())));
        basis.add(
                messages.text(
                        "cli.statistics.known",
                        answer.position(),
                        answer.recordedAt() == null ? "–" : format.time(answer.recordedAt())));
        if (answer.query().officeKnewAt() != null) {
            basis.add(
                    messages.text(
                            "statistics.claimed.banner",
                            format.date(answer.query().officeKnewAt()),
                            console.number(answer.withoutArrival())));
        }
        if (answer.query().units() == UnitView.AS_NOW) {
            basis.add(messages.text("statistics.units.as.now"));
            basis.addAll(new FigureWords(messages).unallocated(answer));
        }
        if (answer.provisional()) {
            basis.add(messages.text("statistics.provisional"));
        }
        if (answer.enteredAfterTheFact() > 0) {
            basis.add(
                    messages.text(
                            "statistics.after.the.fact",
                            console.number(answer.enteredAfterTheFact())));
        }
        return basis;
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

    private void print(String title, List<List<String>> lines, int left) {
        console.print("");
        console.print(title);
        Columns.of(lines, left).forEach(console::print);
    }
}

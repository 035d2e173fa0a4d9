package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.api.inspection.NumberGapsDesk;
import vn.sovang.api.report.ReportForms;
import vn.sovang.api.statistics.Figures;
import vn.sovang.inspection.NumberGaps;
import vn.sovang.inspection.NumberGaps.Entry;
import vn.sovang.inspection.NumberGaps.Range;
import vn.sovang.inspection.NumberGaps.Series;

/// `numbers`: decision numbers of an authority in a year that are missing, used twice, or out of
/// the order of their days.
@Command(name = "numbers", sortOptions = false)
final class NumbersCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Option(
            names = "--authority",
            paramLabel = "NAME|ID",
            required = true,
            descriptionKey = "authority")
    private @Nullable String authority;

    @Option(names = "--year", paramLabel = "YEAR", required = true, descriptionKey = "numbers-year")
    private @Nullable String year;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    NumbersCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        NumberGapsDesk.year(year);
        try (var installation = data.open(console)) {
            installation.catchUp();
            var figures = new Figures(installation.projections());
            var gaps = new NumberGapsDesk(installation.ledger(), figures).list(authority, year);
            if (json) {
                console.print(ReportForms.write(gaps.series()));
            } else {
                print(gaps);
            }
        }
        return 0;
    }

    private void print(NumberGaps gaps) {
        var messages = console.messages();
        gaps.series().forEach(this::print);
        for (var entry : gaps.unreadable()) {
            console.print(messages.text("numbers.unreadable", text(entry)));
        }
        if (gaps.series().isEmpty() && gaps.unreadable().isEmpty()) {
            console.print(messages.text("numbers.none"));
        }
        console.print(messages.text("numbers.note"));
    }

    private void print(Series series) {
        var messages = console.messages();
        console.print(
                messages.text(
                        "numbers.series",
                        series.symbol(),
                        series.first(),
                        series.last(),
                        console.number(series.decisions())));
        if (!series.missing().isEmpty()) {
            var ranges =
                    series.missing().stream()
                            .map(NumbersCommand::text)
                            .collect(Collectors.joining(", "));
            console.print("  " + messages.text("numbers.missing", ranges));
        }
        for (var twice : series.duplicates()) {
            var bearers =
                    twice.decisions().stream().map(this::text).collect(Collectors.joining(", "));
            console.print("  " + messages.text("numbers.twice", twice.number(), bearers));
        }
        for (var late : series.outOfOrder()) {
            console.print(
                    "  "
                            + messages.text(
                                    "numbers.order", text(late.decision()), text(late.after())));
        }
    }

    private static String text(Range range) {
        return range.from() == range.to()
                ? Integer.toString(range.from())
                : range.from() + "–" + range.to();
    }

    private String text(Entry entry) {
        return entry.number() + " (" + console.format().date(entry.signedOn()) + ")";
    }
}

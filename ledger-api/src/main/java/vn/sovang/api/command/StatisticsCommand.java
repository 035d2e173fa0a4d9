package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.api.statistics.FigureDesk;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsJson;
import vn.sovang.api.statistics.StatisticsQuestion;

/// `statistics`: the figures of a period, as known at a moment.
@Command(name = "statistics", sortOptions = false)
final class StatisticsCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Option(names = "--period", paramLabel = "PERIOD", required = true, descriptionKey = "period")
    private String period = "";

    @Option(names = "--policy", paramLabel = "POLICY", descriptionKey = "policy")
    private @Nullable String policy;

    @Option(names = "--authority", paramLabel = "NAME|ID", descriptionKey = "authority")
    private @Nullable String authority;

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Option(names = "--view", paramLabel = "VIEW", descriptionKey = "view")
    private @Nullable String view;

    @Option(names = "--units", paramLabel = "as-then|as-now", descriptionKey = "units")
    private @Nullable String units;

    @Option(names = "--office-knew-at", paramLabel = "DAY", descriptionKey = "office-knew-at")
    private @Nullable String officeKnewAt;

    @Mixin private final FigureOptions options = new FigureOptions();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    StatisticsCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        var question =
                new StatisticsQuestion(
                        period, policy, authority, knownAt, view, units, officeKnewAt);
        question.check();
        try (var installation = data.open(console)) {
            installation.catchUp();
            var figures = new Figures(installation.projections(), installation.ledger());
            if (options.asks()) {
                answer(new FigureDesk(figures, installation.ledger().feed()), question);
            } else {
                print(figures, question);
            }
        }
        return 0;
    }

    private void answer(FigureDesk desk, StatisticsQuestion question) {
        var printer = new FigurePrinter(console);
        if (options.form() != null) {
            var form = desk.form(question, options.form());
            console.print(json ? form.json() : printer.text(form));
        } else if (options.trace()) {
            var events =
                    desk.events(question, options.parameters(), options.after(), options.limit());
            console.print(json ? events.json() : printer.text(events));
        } else if (options.compares()) {
            var other = question.about(options.compare(), options.compareKnownAt());
            other.check();
            var comparison = desk.comparison(question, other, options.parameters());
            console.print(json ? StatisticsJson.write(comparison) : printer.text(comparison));
        } else {
            var lines = desk.lines(question, options.parameters(), options.distinct());
            console.print(
                    json
                            ? StatisticsJson.write(
                                    lines.answer(), lines.breakdown(), lines.recipients())
                            : printer.text(lines));
        }
    }

    private void print(Figures figures, StatisticsQuestion question) {
        if (json) {
            console.print(StatisticsJson.write(figures.ask(question)));
            return;
        }
        var printer = new StatisticsPrinter(console);
        var main = figures.mainAuthority(question);
        if (main.isEmpty()) {
            printer.print(figures.ask(question), null);
            return;
        }
        var answer = figures.ask(question, main.get());
        if (figures.isReconstructed(main.get(), answer)) {
            console.print(console.messages().text("banner.reconstruction"));
            console.print("");
        }
        printer.print(answer, figures.report(question, main.get()));
    }
}

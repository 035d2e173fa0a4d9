package vn.sovang.api.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.api.Installation;
import vn.sovang.api.demo.Demo;
import vn.sovang.api.demo.DemoAccounts;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;

/// `demo`: records the half-year of the seed report, prints it, shows the sealed log, serves.
@Command(name = "demo", sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final StatisticsQuestion SEED =
            new StatisticsQuestion("2024-H1", null, Demo.AUTHORITY, null, "restated");

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final SiteOptions site = new SiteOptions();

    @Option(names = "--exit", descriptionKey = "exit")
    private boolean exit;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (var installation = data.open(console)) {
            console.say("cli.demo.recording");
            var steps = Demo.record(installation);
            installation.catchUp();
            console.print(console.messages().text("banner.reconstruction"));
            console.print("");
            printFigures(installation);
            printStories(steps);
            printSeal(installation);
            if (!exit) {
                site.serve(console, installation, url -> printAccounts(installation, url));
            }
        }
        return 0;
    }

    private void printFigures(Installation installation) {
        var figures = new Figures(installation.projections());
        var authority = figures.mainAuthority(SEED).orElseThrow();
        new StatisticsPrinter(console)
                .print(figures.ask(SEED, authority), figures.report(SEED, authority));
    }

    private void printAccounts(Installation installation, String url) {
        var messages = console.messages();
        console.print(messages.text("cli.demo.accounts", url));
        for (var issued : DemoAccounts.issue(installation.accounts())) {
            var role = issued.account().roles().iterator().next();
            console.print(
                    messages.text(
                            "cli.demo.account",
                            "%-24s".formatted(issued.account().id()),
                            issued.password(),
                            messages.text("value.Role." + role)));
        }
    }

    /// The four verbs of the register, once each.
    private void printStories(List<Demo.Step> steps) {
        var messages = console.messages();
        console.print("");
        console.print(messages.text("cli.demo.stories"));
        for (var step : steps) {
            console.print(
                    messages.text(
                            "cli.demo.step",
                            console.format().date(step.on()),
                            messages.text("cli.demo.step." + step.key()),
                            step.position()));
        }
    }

    private void printSeal(Installation installation) {
        var sealed = installation.ledger().seal();
        var messages = console.messages();
        console.print("");
        console.print(messages.text("cli.demo.size", console.number(sealed.size())));
        console.print(messages.text("cli.demo.root", sealed.root()));
        console.print(messages.text("cli.demo.checkpoint"));
        console.print(sealed.note().stripTrailing());
        console.print("");
    }
}

package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.api.report.ReportDesk;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// `report issue`: the figures of a period, fixed with their paper and checkpoint.
@Command(name = "issue", sortOptions = false)
final class ReportIssueCommand implements Callable<Integer>, FailureReport.JsonOutput {
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

    @Mixin private final ReportPaperOptions paper = new ReportPaperOptions();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ReportIssueCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        var question = new StatisticsQuestion(period, policy, authority, knownAt, view);
        question.check();
        paper.check();
        try (var installation = data.open(console)) {
            installation.catchUp();
            var projections = installation.projections();
            var figures = new Figures(projections);
            var desk = new ReportDesk(installation.ledger(), projections, figures);
            var unit =
                    figures.mainAuthority(question)
                            .orElseThrow(() ->
                                    Failure.at("authority", FailureCode.PARAMETER_MISSING, ""));
            var name = String.valueOf(new ReportNames(projections).unit(unit));
            var issued = desk.issue(question, unit, paper.issuing(name));
            return new ReportPrinter(console, installation, json).issued(desk, issued);
        }
    }
}

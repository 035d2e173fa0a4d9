package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.report.ReportDesk;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.KnownAtText;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// `report reconcile`: a report, a paper's claims (`--paper`), or a period at an earlier moment
/// (`--period … --from …`) beside what the ledger knows.
@Command(name = "reconcile", sortOptions = false)
final class ReportReconcileCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(arity = "0..1", paramLabel = "ID", descriptionKey = "report-id")
    private @Nullable String id;

    @Option(names = "--paper", paramLabel = "ID", descriptionKey = "report-paper")
    private @Nullable String paper;

    @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "period")
    private @Nullable String period;

    @Option(names = "--policy", paramLabel = "POLICY", descriptionKey = "policy")
    private @Nullable String policy;

    @Option(names = "--authority", paramLabel = "NAME|ID", descriptionKey = "authority")
    private @Nullable String authority;

    @Option(names = "--view", paramLabel = "VIEW", descriptionKey = "view")
    private @Nullable String view;

    @Option(names = "--from", paramLabel = "POSITION|TIME", descriptionKey = "report-from")
    private @Nullable String from;

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ReportReconcileCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        KnownAtText.parse(knownAt);
        KnownAtText.parse(from);
        if (id == null && paper == null && period == null) {
            throw Failure.at("ID | paper | period", FailureCode.PARAMETER_MISSING, "");
        }
        try (var installation = data.open(console)) {
            installation.catchUp();
            var projections = installation.projections();
            var desk = new ReportDesk(installation.ledger(), projections, new Figures(projections));
            var printer = new ReportPrinter(console, installation, json);
            if (paper != null) {
                printer.claims(desk.check(desk.paper(paper), knownAt));
            } else if (id != null) {
                printer.compared(desk.reconcile(desk.find(id), knownAt));
            } else {
                var question = new StatisticsQuestion(period, policy, authority, knownAt, view);
                printer.compared(desk.reconcile(question, from));
            }
        }
        return 0;
    }
}

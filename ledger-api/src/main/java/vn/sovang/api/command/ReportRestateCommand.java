package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.report.ReportDesk;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.KnownAtText;

/// `report restate`: a report again, as the ledger knows it now; the old one keeps its figures.
@Command(name = "restate", sortOptions = false)
final class ReportRestateCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "report-id")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "reason")
    private String reason = "";

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Mixin private final ReportPaperOptions paper = new ReportPaperOptions();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ReportRestateCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        var moment = KnownAtText.parse(knownAt);
        paper.check();
        try (var installation = data.open(console)) {
            installation.catchUp();
            var projections = installation.projections();
            var desk = new ReportDesk(installation.ledger(), projections, new Figures(projections));
            var report = desk.find(id);
            var unit = report.scope().authority();
            var name = String.valueOf(new ReportNames(projections).unit(unit));
            var issued = desk.restate(report, moment, reason, paper.issuing(name));
            return new ReportPrinter(console, installation, json).issued(desk, issued);
        }
    }
}

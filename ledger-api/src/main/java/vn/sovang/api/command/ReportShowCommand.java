package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.report.ReportDesk;
import vn.sovang.api.statistics.Figures;

/// `report show`: one report with the figures it was issued with.
@Command(name = "show", sortOptions = false)
final class ReportShowCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "report-id")
    private String id = "";

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ReportShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        try (var installation = data.open(console)) {
            installation.catchUp();
            var projections = installation.projections();
            var desk = new ReportDesk(installation.ledger(), projections, new Figures(projections));
            new ReportPrinter(console, installation, json).show(desk.find(id));
        }
        return 0;
    }
}

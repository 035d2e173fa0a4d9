package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `report list`: reports issued, and papers whose claims the ledger holds.
@Command(name = "list", sortOptions = false)
final class ReportListCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ReportListCommand(Console console) {
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
            new ReportPrinter(console, installation, json).list();
        }
        return 0;
    }
}

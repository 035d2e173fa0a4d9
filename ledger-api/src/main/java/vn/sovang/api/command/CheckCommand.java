package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `check`: derives the whole ledger again and names everything that is not as it was written.
/// Reads only; works beside a running service.
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final PolicyOption policy = new PolicyOption();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (var installation = data.open(console, policy)) {
            var ledger = installation.ledger();
            var progress = new ProgressLine(console, ledger.feed().head());
            var models = installation.projections();
            var report = ledger.check(progress::at, models::positions);
            progress.end();
            return new CheckPrinter(console).print(report);
        }
    }
}

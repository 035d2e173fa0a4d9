package vn.sovang.api.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.sovang.access.AccessEntry.Checked;
import vn.sovang.seal.CheckReport;
import vn.sovang.tlog.VerifierKey;

/// `check`: derives the ledger and the access log again and names everything that is not as it was
/// written. Reads only; works beside a running service.
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
            int answer = new CheckPrinter(console).print(report, "cli.check.size");
            var access = ledger.access();
            var reads = access.check(entries -> {});
            answer = Math.max(answer, new CheckPrinter(console).print(reads, "cli.check.access"));
            access.note(
                    ByOption.account(),
                    List.of(
                            checked(ledger.verifierKey(), report),
                            checked(access.verifierKey(), reads)));
            return answer;
        }
    }

    private static Checked checked(VerifierKey log, CheckReport report) {
        return new Checked(log.name(), report.size(), report.findings().size());
    }
}

package vn.sovang.api.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.api.paper.HalfYearPapers;
import vn.sovang.api.paper.PaperFormat;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// `report`: the report on a period as a draft for the office, in Word, Excel, PDF or plain text;
/// and, by its subcommands, reports issued from the ledger, restated, and compared with what it
/// knows now.
@Command(name = "report", sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "period")
    private @Nullable String period;

    @Option(names = "--policy", paramLabel = "POLICY", descriptionKey = "policy")
    private @Nullable String policy;

    @Option(names = "--authority", paramLabel = "NAME|ID", descriptionKey = "authority")
    private @Nullable String authority;

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "paper-out")
    private @Nullable Path out;

    @Option(names = "--proof", descriptionKey = "paper-proof")
    private boolean proof;

    @Mixin private final ByOption by = new ByOption();

    private ReportCommand(Console console) {
        this.console = console;
    }

    static CommandLine all(Console console) {
        return new CommandLine(new ReportCommand(console))
                .addSubcommand("issue", new ReportIssueCommand(console))
                .addSubcommand("restate", new ReportRestateCommand(console))
                .addSubcommand("list", new ReportListCommand(console))
                .addSubcommand("show", new ReportShowCommand(console))
                .addSubcommand("reconcile", new ReportReconcileCommand(console));
    }

    @Override
    public Integer call() throws IOException {
        if (period == null || out == null) {
            throw new ParameterException(
                    new CommandLine(this), console.messages().text("cli.report.missing"));
        }
        var question = new StatisticsQuestion(period, policy, authority, knownAt, null);
        question.check();
        var format = format(out);
        var who = by.accessor();
        try (var installation = data.open(console)) {
            installation.catchUp();
            var ledger = installation.ledger();
            if (proof) {
                ledger.seal();
            }
            var figures = new Figures(installation.projections(), ledger);
            var draft = new HalfYearPapers(ledger, figures).write(question, proof);
            ledger.access().enter(who, List.of(new Exported("report " + format.suffix(), period)));
            var bytes = new ByteArrayOutputStream();
            format.write(draft.paper(), bytes);
            Files.write(out, bytes.toByteArray());
            console.say("cli.report.written", out);
        }
        return 0;
    }

    private static PaperFormat format(Path file) {
        var name = String.valueOf(file.getFileName());
        var suffix = name.substring(name.lastIndexOf('.') + 1);
        return PaperFormat.of(suffix)
                .orElseThrow(() -> Failure.at("out", FailureCode.PAPER_FORMAT_UNKNOWN, name));
    }
}

package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import vn.sovang.api.Intake;
import vn.sovang.api.Intake.Source;
import vn.sovang.api.imports.OwnHeadings;
import vn.sovang.api.imports.Submission;
import vn.sovang.api.imports.TemplateWorkbook;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.event.Actor;

/// `import`: takes an office's workbook in, all of it or nothing.
@Command(name = "import", sortOptions = false)
final class ImportCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private static final String ROLE = "IMPORTER";

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE.xlsx", descriptionKey = "file")
    private @Nullable Path file;

    @Option(names = "--map", paramLabel = "OWN=OURS", descriptionKey = "map")
    private Map<String, String> headings = new LinkedHashMap<>();

    @Option(names = "--waiting", descriptionKey = "waiting")
    private boolean waiting;

    @Option(names = "--cancel", paramLabel = "ID", descriptionKey = "cancel")
    private @Nullable String cancelled;

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Option(names = "--by", paramLabel = "USER", descriptionKey = "by")
    private String by = "cli";

    @Option(names = "--confirmed-by", paramLabel = "USER", descriptionKey = "confirmed-by")
    private @Nullable String confirmedBy;

    @Option(names = "--template", descriptionKey = "template")
    private boolean template;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        if (waiting || cancelled != null) {
            return withoutFile();
        }
        var file = file();
        if (template) {
            TemplateWorkbook.write(file, console.messages().locale());
            console.print(console.messages().text("cli.import.template", file));
            return 0;
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Failure.of(FailureCode.FILE_UNREADABLE, "file", file.toString());
        }
        var report = new ImportReport(console, json);
        try (var installation = data.open(console)) {
            console.say("cli.import.reading", file);
            // What a process left that was killed comes first: the file may depend on it.
            installation.ledger().bulkImports().resume();
            var intake = new Intake(installation.ledger());
            var submission = submission();
            var named = Source.of(file);
            var source = new Source(named.file(), named.name(), OwnHeadings.everywhere(headings));
            var result =
                    dryRun
                            ? intake.rehearse(source, submission)
                            : intake.record(source, submission, report);
            return report.print(result, submission);
        }
    }

    private Path file() {
        if (file == null) {
            throw Failure.at("FILE.xlsx", FailureCode.PARAMETER_MISSING, "");
        }
        return file;
    }

    /// What waits to be confirmed, or lets one of it go.
    private int withoutFile() throws IOException {
        if (file != null) {
            throw new ParameterException(
                    new CommandLine(this), console.messages().text("cli.import.alone"));
        }
        var wanted = WaitingFiles.named(cancelled);
        try (var installation = data.open(console)) {
            new WaitingFiles(console, json).print(new Intake(installation.ledger()), wanted);
            return 0;
        }
    }

    /// Whoever names no other person, or themselves, has confirmed alone (R10).
    private Submission submission() {
        var confirmer = confirmedBy == null || confirmedBy.isBlank() ? by : confirmedBy;
        return new Submission(
                new Actor(by, ROLE, null), Instant.now(), confirmer, confirmer.equals(by));
    }
}

package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.api.paper.Certificates;
import vn.sovang.api.paper.PaperQuestion;
import vn.sovang.api.paper.PaperReader;

/// `paper certificates`: the lines of a decision printed on blanks; tells every text that wraps or
/// is smaller, and prints nothing while one does not fit.
@Command(name = "certificates", sortOptions = false)
final class PaperCertificatesCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "paper-decision")
    private String decision = "";

    @Option(names = "--award", paramLabel = "CODE", descriptionKey = "paper-award-code")
    private @Nullable String award;

    @Option(names = "--artifact", paramLabel = "KIND", descriptionKey = "paper-artifact")
    private @Nullable String artifact;

    @Option(names = "--line", paramLabel = "ID", descriptionKey = "paper-line")
    private List<String> lines = new ArrayList<>();

    @Option(names = "--merit", paramLabel = "TEXT", descriptionKey = "paper-merit")
    private @Nullable String merit;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "paper-sheets")
    private Path out = Path.of("");

    @Mixin private final ByOption by = new ByOption();

    PaperCertificatesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var who = by.accessor();
        var asked = new PaperQuestion.OnBlanks(decision, award, artifact, lines, merit);
        try (var opened = data.open(console)) {
            opened.catchUp();
            opened.ledger().access().enter(who, List.of(new Exported("paper certificates", "pdf")));
            var certificates =
                    new Certificates(opened.ledger(), opened.projections(), opened.blankLayouts());
            var run = asked.run(certificates, PaperReader.atTheMachine(who));
            for (var sheet : run.sheets()) {
                if (sheet.outcome() != Certificates.Outcome.PRINTED) {
                    console.say("cli.paper.sheet", sheet.lineNumber(), words(sheet));
                }
            }
            Files.write(out, run.file());
            console.say("cli.report.written", out);
        }
        return 0;
    }

    private String words(Certificates.Sheet sheet) {
        var messages = console.messages();
        var fields = sheet.adjusted().stream().map(messages::of).toList();
        var outcome = messages.of(sheet.outcome());
        return fields.isEmpty() ? outcome : outcome + ": " + String.join(", ", fields);
    }
}

package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.paper.ConfirmationPapers;
import vn.sovang.api.paper.PaperQuestion;

/// `paper confirmation`: the letter that says what the books hold of an award.
@Command(name = "confirmation", sortOptions = false)
final class PaperConfirmationCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ID", descriptionKey = "paper-award")
    private String award = "";

    @Option(names = "--unit", paramLabel = "ID", descriptionKey = "paper-unit")
    private @Nullable String unit;

    @Option(names = "--addressee", paramLabel = "TEXT", descriptionKey = "paper-addressee")
    private @Nullable String addressee;

    @Option(names = "--purpose", paramLabel = "TEXT", descriptionKey = "paper-purpose")
    private @Nullable String purpose;

    @Option(names = "--proof", descriptionKey = "paper-proof")
    private boolean proof;

    @Mixin private final PaperOut out = new PaperOut();

    PaperConfirmationCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var asked = new PaperQuestion.Confirmation(award, unit, addressee, purpose, proof);
        return out.write(
                console,
                "confirmation",
                (opened, reader) -> {
                    if (proof) {
                        opened.ledger().seal();
                    }
                    return asked.draft(
                            new ConfirmationPapers(opened.ledger(), opened.projections()), reader);
                });
    }
}

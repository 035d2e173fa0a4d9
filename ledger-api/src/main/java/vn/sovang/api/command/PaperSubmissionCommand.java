package vn.sovang.api.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.api.paper.PaperQuestion;
import vn.sovang.api.paper.SubmissionPapers;

/// `paper submission`: the letter that submits nominations, with its list.
@Command(name = "submission", sortOptions = false)
final class PaperSubmissionCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--list", paramLabel = "ID", descriptionKey = "paper-list")
    private @Nullable String list;

    @Option(names = "--nomination", paramLabel = "ID", descriptionKey = "paper-nomination")
    private List<String> nominations = new ArrayList<>();

    @Option(names = "--unit", paramLabel = "ID", descriptionKey = "paper-unit")
    private @Nullable String unit;

    @Option(names = "--to", paramLabel = "ID", descriptionKey = "paper-to")
    private @Nullable String to;

    @Mixin private final PaperOut out = new PaperOut();

    PaperSubmissionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var asked = new PaperQuestion.Submission(list, nominations, unit, to);
        return out.write(
                console,
                "submission",
                (opened, reader) ->
                        asked.draft(
                                new SubmissionPapers(opened.ledger(), opened.projections()),
                                reader));
    }
}

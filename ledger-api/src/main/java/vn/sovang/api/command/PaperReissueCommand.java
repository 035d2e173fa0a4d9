package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.api.paper.PaperQuestion;
import vn.sovang.api.paper.ReissuePapers;

/// `paper reissue-list`: the list of cases of one kind that an office sends up.
@Command(name = "reissue-list", sortOptions = false)
final class PaperReissueCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--kind", paramLabel = "KIND", required = true, descriptionKey = "paper-kind")
    private @Nullable String kind;

    @Option(names = "--list", paramLabel = "ID", descriptionKey = "paper-list")
    private @Nullable String list;

    @Option(names = "--unit", paramLabel = "ID", descriptionKey = "paper-unit")
    private @Nullable String unit;

    @Option(names = "--status", paramLabel = "STATUS", descriptionKey = "paper-status")
    private @Nullable String status;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", descriptionKey = "paper-from")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "YYYY-MM-DD", descriptionKey = "paper-until")
    private @Nullable String until;

    @Mixin private final PaperOut out = new PaperOut();

    PaperReissueCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var asked = new PaperQuestion.ReissueList(kind, list, unit, status, from, until);
        return out.write(
                console,
                "reissue-list",
                (opened, reader) ->
                        asked.draft(
                                new ReissuePapers(opened.ledger(), opened.projections()), reader));
    }
}

package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.paper.FormPapers;
import vn.sovang.api.statistics.FigureDesk;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;

/// `paper form`: a statistical form of the ministry as a paper.
@Command(name = "form", sortOptions = false)
final class PaperFormCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FORM", descriptionKey = "paper-form")
    private String form = "";

    @Option(names = "--period", paramLabel = "PERIOD", required = true, descriptionKey = "period")
    private @Nullable String period;

    @Option(names = "--policy", paramLabel = "POLICY", descriptionKey = "policy")
    private @Nullable String policy;

    @Option(names = "--authority", paramLabel = "NAME|ID", descriptionKey = "authority")
    private @Nullable String authority;

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Mixin private final PaperOut out = new PaperOut();

    PaperFormCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var question = new StatisticsQuestion(period, policy, authority, knownAt, null);
        question.check();
        return out.write(
                console,
                "form",
                (opened, reader) -> {
                    var figures = new Figures(opened.projections(), opened.ledger());
                    var desk = new FigureDesk(figures, opened.ledger().feed());
                    return new FormPapers(opened.projections(), figures, desk).of(question, form);
                });
    }
}

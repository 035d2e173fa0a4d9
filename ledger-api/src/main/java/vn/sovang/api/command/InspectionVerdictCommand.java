package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.decider.Origin;
import vn.sovang.inspection.InspectionCommand;
import vn.sovang.inspection.Inspections;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.InspectionId;

/// `inspection accept` and `inspection reopen`: what an inspector says to an explanation, that it
/// is enough or that there must be another.
@Command(sortOptions = false)
final class InspectionVerdictCommand implements Callable<Integer> {
    private final Console console;
    private final Verdict verdict;

    @Mixin private final DataOptions data = new DataOptions();

    @Mixin private final InspectionFindingOptions which = new InspectionFindingOptions();

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "inspection-text")
    private String text = "";

    @Mixin private final InspectionActOptions act = new InspectionActOptions();

    /// The command that says it.
    @FunctionalInterface
    interface Verdict {
        InspectionCommand of(Origin origin, InspectionId inspection, int finding, String text);
    }

    InspectionVerdictCommand(Console console, Verdict verdict) {
        this.console = console;
        this.verdict = verdict;
    }

    @Override
    public Integer call() throws IOException {
        act.check();
        var inspection = which.inspection();
        InspectionActOptions.require("--text", text);
        try (var installation = data.open(console)) {
            installation.catchUp();
            var origin = act.origin(installation, Inspections.INSPECTOR);
            var command = verdict.of(origin, inspection, which.finding, text);
            return new InspectionPrinter(console).record(installation, command);
        } catch (IllegalValue unusable) {
            throw InspectionActOptions.malformed(unusable);
        }
    }
}

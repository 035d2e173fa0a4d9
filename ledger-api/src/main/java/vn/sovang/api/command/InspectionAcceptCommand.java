package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.inspection.InspectionCommand.AcceptExplanation;
import vn.sovang.inspection.Inspections;
import vn.sovang.vocabulary.IllegalValue;

/// `inspection accept`: an inspector takes the explanation and concludes.
@Command(name = "accept", sortOptions = false)
final class InspectionAcceptCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Mixin private final InspectionFindingOptions which = new InspectionFindingOptions();

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "inspection-text")
    private String text = "";

    @Mixin private final InspectionActOptions act = new InspectionActOptions();

    InspectionAcceptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        act.check();
        var inspection = which.inspection();
        InspectionActOptions.require("--text", text);
        try (var installation = data.open(console)) {
            installation.catchUp();
            var origin = act.origin(installation, Inspections.INSPECTOR);
            var command = new AcceptExplanation(origin, inspection, which.finding, text);
            return new InspectionPrinter(console).record(installation, command);
        } catch (IllegalValue unusable) {
            throw InspectionActOptions.malformed(unusable);
        }
    }
}

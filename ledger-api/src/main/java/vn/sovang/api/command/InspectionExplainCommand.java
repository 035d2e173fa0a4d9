package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.sovang.api.inspection.InspectionDesk;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.inspection.InspectionCommand.ExplainFinding;
import vn.sovang.projection.inspection.InspectionFinding;
import vn.sovang.vocabulary.InspectedMatter;

/// `inspection explain`: the office's explanation of a finding.
@Command(name = "explain", sortOptions = false)
final class InspectionExplainCommand implements Callable<Integer> {
    private static final String ROLE = "CLERK";

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Mixin private final InspectionFindingOptions which = new InspectionFindingOptions();

    @Mixin private final InspectionTextOptions text = new InspectionTextOptions();

    @Mixin private final InspectionActOptions act = new InspectionActOptions();

    InspectionExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        act.check();
        var inspection = which.inspection();
        try (var installation = data.open(console)) {
            installation.catchUp();
            var desk = new InspectionDesk(installation.ledger(), installation.projections());
            var command =
                    new ExplainFinding(
                            act.origin(installation, ROLE),
                            inspection,
                            which.finding,
                            text.words(),
                            text.detail(installation, matter(desk)));
            return new InspectionPrinter(console).record(installation, command);
        }
    }

    private InspectedMatter matter(InspectionDesk desk) {
        return desk.find(which.id, desk.position(null))
                .finding(which.finding)
                .map(InspectionFinding::about)
                .orElseThrow(() ->
                        Failure.at(
                                "FINDING",
                                FailureCode.VALUE_UNKNOWN,
                                Integer.toString(which.finding)));
    }
}

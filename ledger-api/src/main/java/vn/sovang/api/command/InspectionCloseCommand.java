package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.sovang.api.inspection.InspectionDesk;
import vn.sovang.inspection.InspectionCommand.CloseInspection;
import vn.sovang.inspection.Inspections;
import vn.sovang.vocabulary.InspectionId;

/// `inspection close`: ends an inspection with its minutes.
@Command(name = "close", sortOptions = false)
final class InspectionCloseCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "inspection-id")
    private String id = "";

    @Mixin private final InspectionActOptions act = new InspectionActOptions();

    InspectionCloseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        act.checkPaper();
        var inspection = new InspectionId(InspectionDesk.uuid("id", id));
        try (var installation = data.open(console)) {
            installation.catchUp();
            var origin = act.origin(installation, Inspections.INSPECTOR);
            return new InspectionPrinter(console)
                    .record(installation, new CloseInspection(origin, inspection));
        }
    }
}

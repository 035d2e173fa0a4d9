package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.api.inspection.InspectionDesk;
import vn.sovang.api.inspection.InspectionForms;

/// `inspection list`: inspections as known at a moment.
@Command(name = "list", sortOptions = false)
final class InspectionListCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    InspectionListCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        try (var installation = data.open(console)) {
            installation.catchUp();
            var desk = new InspectionDesk(installation.ledger(), installation.projections());
            var rows = desk.all(null, desk.position(knownAt));
            if (json) {
                console.print(
                        RegisterJson.write(rows.stream().map(InspectionForms.Head::of).toList()));
                return 0;
            }
            rows.forEach(new InspectionPrinter(console)::head);
            if (rows.isEmpty()) {
                console.print(console.messages().text("inspections.none"));
            }
        }
        return 0;
    }
}

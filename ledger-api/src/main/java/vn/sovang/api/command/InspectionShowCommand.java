package vn.sovang.api.command;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.Installation;
import vn.sovang.api.inspection.InspectionDesk;
import vn.sovang.api.inspection.InspectionFile;
import vn.sovang.api.inspection.InspectionForms;
import vn.sovang.api.report.ReportNames;
import vn.sovang.inspection.Inspections;
import vn.sovang.privacy.Unmasking;
import vn.sovang.projection.inspection.InspectionAct;
import vn.sovang.projection.inspection.InspectionRow;
import vn.sovang.vocabulary.Sealed;

/// `inspection show`: one inspection as known at a moment; what is sealed opens only when asked
/// for, and that is entered.
@Command(name = "show", sortOptions = false)
final class InspectionShowCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "inspection-id")
    private String id = "";

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Option(names = "--details", descriptionKey = "inspection-details")
    private boolean details;

    @Option(names = "--by", paramLabel = "USER", descriptionKey = "inspection-by")
    private @Nullable String by;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    InspectionShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        if (details) {
            InspectionActOptions.require("--by", by);
        }
        try (var installation = data.open(console)) {
            installation.catchUp();
            var desk = new InspectionDesk(installation.ledger(), installation.projections());
            var names = new ReportNames(installation.projections());
            var file =
                    InspectionFile.of(desk, id, desk.position(knownAt), names, console.messages());
            if (json) {
                console.print(RegisterJson.write(InspectionForms.One.of(file)));
                return 0;
            }
            var opened = details ? open(installation, file.inspection()) : Map.<UUID, String>of();
            new InspectionPrinter(console)
                    .show(file, desk.sample(file.inspection()), act -> sealed(act, opened));
        }
        return 0;
    }

    /// What an inspection demands is shown whatever the person says; who asked is on record first.
    private Map<UUID, String> open(Installation installation, InspectionRow row) {
        var sealed =
                row.findings().stream()
                        .flatMap(f -> f.acts().stream())
                        .flatMap(act -> Stream.ofNullable(act.detail()))
                        .toList();
        return installation
                .ledger()
                .identities()
                .open(
                        sealed,
                        new Unmasking(
                                String.valueOf(by),
                                Inspections.INSPECTOR,
                                "inspection " + row.id(),
                                Unmasking.Need.LAW_DEMANDS));
    }

    private String sealed(InspectionAct act, Map<UUID, String> opened) {
        Sealed detail = act.detail();
        if (detail == null) {
            return "";
        }
        return details
                ? opened.getOrDefault(
                        detail.sealId(), console.messages().text("inspections.erased"))
                : console.messages().text("inspections.sealed");
    }
}

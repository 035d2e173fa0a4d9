package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.api.inspection.Annex;
import vn.sovang.api.inspection.AnnexFormat;
import vn.sovang.api.inspection.InspectionDesk;
import vn.sovang.api.inspection.InspectionFile;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// `inspection annex`: the annex to the minutes as a file; that it leaves is entered first.
@Command(name = "annex", sortOptions = false)
final class InspectionAnnexCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "inspection-id")
    private String id = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            descriptionKey = "inspection-out")
    private Path out = Path.of("");

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Mixin private final ByOption by = new ByOption();

    InspectionAnnexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var who = by.accessor();
        var format =
                AnnexFormat.of(out.toString())
                        .orElseThrow(() ->
                                Failure.at("--out", FailureCode.VALUE_UNKNOWN, out.toString()));
        try (var installation = data.open(console)) {
            installation.catchUp();
            var desk = new InspectionDesk(installation.ledger(), installation.projections());
            var names = new ReportNames(installation.projections());
            var messages = console.messages();
            var file = InspectionFile.of(desk, id, desk.position(knownAt), names, messages);
            var bytes =
                    format.write(Annex.of(file, desk.sample(file.inspection())), messages.locale());
            installation
                    .ledger()
                    .access()
                    .enter(
                            who,
                            List.of(
                                    new Exported(
                                            "inspection annex",
                                            file.inspection().id().toString())));
            Files.write(out, bytes);
            console.print(messages.text("cli.inspection.annexed", out));
        }
        return 0;
    }
}

package vn.sovang.api.command;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.Installation;
import vn.sovang.api.inspection.InspectionDesk;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.inspection.InspectionCommand.RecordFinding;
import vn.sovang.inspection.Inspections;
import vn.sovang.vocabulary.FindingSeverity;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.InspectionId;

/// `inspection find`: what an inspector found.
@Command(name = "find", sortOptions = false)
final class InspectionFindCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "inspection-id")
    private String id = "";

    @Parameters(index = "1", paramLabel = "MATTER", descriptionKey = "inspection-matter")
    private String matter = "";

    @Option(names = "--severity", paramLabel = "SEVERITY", descriptionKey = "inspection-severity")
    private String severity = FindingSeverity.SHORTCOMING.name();

    @Mixin private final InspectionTextOptions text = new InspectionTextOptions();

    @Mixin private final InspectionActOptions act = new InspectionActOptions();

    InspectionFindCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        act.check();
        var about = matter();
        var weight = severity();
        try (var installation = data.open(console)) {
            installation.catchUp();
            var command =
                    new RecordFinding(
                            act.origin(installation, Inspections.INSPECTOR),
                            new InspectionId(InspectionDesk.uuid("id", id)),
                            about,
                            weight,
                            text.words(),
                            text.detail(installation, about));
            return new InspectionPrinter(console)
                    .record(
                            installation,
                            command,
                            p -> {
                                installation.awaitPosition(p);
                                return console.messages()
                                        .text("cli.inspection.found", number(installation, p), p);
                            });
        }
    }

    /// The number that the ledger gave it.
    private @Nullable Integer number(Installation installation, long position) {
        var desk = new InspectionDesk(installation.ledger(), installation.projections());
        return desk.find(id, position).findings().stream()
                .filter(f -> f.found().position() == position)
                .map(f -> f.number())
                .findFirst()
                .orElse(null);
    }

    private InspectedMatter matter() {
        try {
            return InspectedMatter.of(matter.strip());
        } catch (IllegalValue unusable) {
            throw Failure.at("MATTER", FailureCode.PARAMETER_MALFORMED, matter).because(unusable);
        }
    }

    private FindingSeverity severity() {
        try {
            return FindingSeverity.valueOf(severity.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw Failure.at("--severity", FailureCode.VALUE_UNKNOWN, severity).because(none);
        }
    }
}

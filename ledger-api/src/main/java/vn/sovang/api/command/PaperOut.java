package vn.sovang.api.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.api.Installation;
import vn.sovang.api.paper.Draft;
import vn.sovang.api.paper.PaperFormat;
import vn.sovang.api.paper.PaperReader;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// Where a paper goes, and for whom it is drawn up; that it leaves is entered first.
final class PaperOut {
    @Mixin private final DataOptions data = new DataOptions();

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "paper-out")
    private Path out = Path.of("");

    @Mixin private final ByOption by = new ByOption();

    /// Draws up a paper.
    @FunctionalInterface
    interface Drawing {
        Draft draw(Installation opened, PaperReader reader);
    }

    int write(Console console, String what, Drawing drawing) throws IOException {
        var format = format(out);
        var who = by.accessor();
        try (var installation = data.open(console)) {
            installation.catchUp();
            installation
                    .ledger()
                    .access()
                    .enter(who, List.of(new Exported("paper " + what, format.suffix())));
            var draft = drawing.draw(installation, PaperReader.atTheMachine(who));
            var bytes = new ByteArrayOutputStream();
            format.write(draft.paper(), bytes);
            Files.write(out, bytes.toByteArray());
            console.say("cli.report.written", out);
        }
        return 0;
    }

    private static PaperFormat format(Path file) {
        var name = String.valueOf(file.getFileName());
        return PaperFormat.of(name.substring(name.lastIndexOf('.') + 1))
                .orElseThrow(() -> Failure.at("out", FailureCode.PAPER_FORMAT_UNKNOWN, name));
    }
}

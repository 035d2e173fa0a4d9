package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.sovang.seal.LogExport;

/// `export DIR`: writes the log as a static directory (C2SP tlog-tiles) that anybody can verify. It
/// holds the exact bytes of every event, names sealed.
@Command(name = "export", sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "DIR", descriptionKey = "export-to")
    private Path directory = Path.of("");

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (var installation = data.open(console)) {
            var ledger = installation.ledger();
            var checkpoint = ledger.cosigned(ledger.seal());
            var progress = new ProgressLine(console, checkpoint.size());
            new LogExport(ledger.published())
                    .write(checkpoint, ledger.verifierKey(), directory, progress::at);
            progress.end();
            console.print(
                    console.messages()
                            .text(
                                    "cli.export.done",
                                    console.number(checkpoint.size()),
                                    directory,
                                    ledger.verifierKey()));
        }
        return 0;
    }
}

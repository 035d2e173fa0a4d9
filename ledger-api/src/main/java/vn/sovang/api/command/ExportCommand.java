package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.Ledger;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.seal.LogExport;
import vn.sovang.seal.PublishedLog;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.tlog.VerifierKey;

/// `export DIR`: writes the log as a static directory (C2SP tlog-tiles) that anybody can verify. It
/// holds the exact bytes of every event, names sealed. With `--access` it is the log of who read
/// what instead. Either is entered there before anything is written.
@Command(name = "export", sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "DIR", descriptionKey = "export-to")
    private Path directory = Path.of("");

    @Option(names = "--access", descriptionKey = "export-access")
    private boolean access;

    @Mixin private final ByOption by = new ByOption();

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var who = by.accessor();
        try (var installation = data.open(console)) {
            var ledger = installation.ledger();
            var from = access ? accessLog(ledger) : log(ledger);
            ledger.access()
                    .enter(
                            who,
                            List.of(
                                    new Exported(
                                            access ? "export --access" : "export",
                                            "1.." + from.checkpoint().size())));
            write(from);
        }
        return 0;
    }

    /// What is exported, up to where.
    private record From(PublishedLog log, SealedCheckpoint checkpoint, VerifierKey key) {}

    private static From log(Ledger ledger) {
        var checkpoint = ledger.cosigned(ledger.seal());
        return new From(ledger.published(), checkpoint, ledger.verifierKey());
    }

    private static From accessLog(Ledger ledger) {
        var log = ledger.access();
        return new From(log.published(), log.seal(), log.verifierKey());
    }

    private void write(From from) throws IOException {
        var size = from.checkpoint().size();
        var progress = new ProgressLine(console, size);
        new LogExport(from.log()).write(from.checkpoint(), from.key(), directory, progress::at);
        progress.end();
        console.print(
                console.messages()
                        .text("cli.export.done", console.number(size), directory, from.key()));
    }
}

package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.seal.LogDirectory;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.VerifierKey;

/// `verify DIR`: checks an exported log with nothing but a public key. No database, no network, no
/// secret.
@Command(name = "verify", sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    private final Console console;

    @Mixin CommandLineInterface.HelpOption help = new CommandLineInterface.HelpOption();

    @Parameters(paramLabel = "DIR", descriptionKey = "verify-what")
    private Path directory = Path.of("");

    @Option(names = "--vkey", paramLabel = "VKEY", descriptionKey = "vkey")
    private @Nullable String vkey;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        VerifierKey key;
        try {
            key = VerifierKey.parse((vkey == null ? keyBeside() : vkey).strip());
        } catch (MalformedLogDataException e) {
            console.say("cli.verify.key", e.getMessage() == null ? "" : e.getMessage());
            return REFUSED;
        }
        if (vkey == null) {
            console.say("cli.verify.unsure");
        }
        var progress = new ProgressLine(console, 0);
        var report = LogDirectory.verify(directory, key, progress::at);
        progress.end();
        return new CheckPrinter(console).print(report);
    }

    /// The key that lies beside the log proves only that log and key came together.
    private String keyBeside() throws IOException {
        return Files.readString(directory.resolve("vkey"));
    }
}

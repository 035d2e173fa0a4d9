package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.api.Installation;
import vn.sovang.seal.KeyFiles;
import vn.sovang.tlog.MalformedLogDataException;

/// `keygen`: makes the key files before the first start, so that they can be copied away and the
/// public key given out before anything is recorded. Needs no database; overwrites nothing.
@Command(name = "keygen", sortOptions = false)
final class KeygenCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int USAGE = 2;

    private final Console console;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private Path data = Path.of("data");

    @Option(names = "--origin", paramLabel = "NAME", descriptionKey = "origin")
    private @Nullable String origin;

    @Mixin CommandLineInterface.HelpOption help = new CommandLineInterface.HelpOption();

    KeygenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var folder = data.resolve("keys");
        var name = origin == null ? Installation.defaultOrigin() : origin.strip();
        try {
            Files.createDirectories(folder);
            var made = new KeyFiles(folder, new SecureRandom()).generate(name);
            if (made.isEmpty()) {
                console.say("cli.keygen.there", folder);
                return REFUSED;
            }
            console.print(made.get().verifierKey().toString());
            console.say("cli.keygen.done", folder);
            return 0;
        } catch (MalformedLogDataException e) {
            console.say("cli.keygen.name", name);
            return USAGE;
        }
    }
}

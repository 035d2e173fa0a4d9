package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.sovang.api.Installation;

/// The options that every command has.
final class DataOptions {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    Path data = Path.of("data");

    @Option(names = "--origin", paramLabel = "NAME", descriptionKey = "origin")
    @Nullable String origin;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    boolean help;

    /// Opens the data directory; from here on the log is there.
    ///
    /// @throws IOException if the directory cannot be used
    Installation open(Console console) throws IOException {
        Logs.to(data);
        console.say("cli.opening", data);
        return Installation.open(data, origin);
    }

    /// The same with the witnesses of another policy than the directory's own.
    Installation open(Console console, PolicyOption policy) throws IOException {
        if (policy.file == null) {
            return open(console);
        }
        Logs.to(data);
        console.say("cli.opening", data);
        policy.require();
        return Installation.open(data, origin, policy.file);
    }
}

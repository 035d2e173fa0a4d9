package vn.sovang.api.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where bytes go that somebody else reads: a file, or the terminal as they are.
final class OutOption {
    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out")
    private @Nullable Path file;

    void write(Console console, String text) throws IOException {
        if (file == null) {
            console.out().print(text);
            console.out().flush();
        } else {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            console.say("cli.witness.written", file);
        }
    }
}

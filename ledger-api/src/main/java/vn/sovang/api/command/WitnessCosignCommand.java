package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.sovang.witness.CosignatureLines;
import vn.sovang.witness.Witness;
import vn.sovang.witness.Witness.Answer;

/// `witness cosign FILE`: the witness by USB stick. What comes in and goes out are the bytes of the
/// HTTP exchange.
@Command(name = "cosign", sortOptions = false)
final class WitnessCosignCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    private final Console console;

    @Mixin private final WitnessOptions options = new WitnessOptions();
    @Mixin private final OutOption out = new OutOption();

    @Parameters(paramLabel = "FILE", descriptionKey = "cosign-what")
    private Path file = Path.of("");

    WitnessCosignCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var request = Files.readAllBytes(file);
        return switch (Witness.open(options.folder, InstantSource.system())
                .addCheckpoint(request)) {
            case Answer.Cosigned it -> {
                out.write(console, CosignatureLines.text(it.lines()));
                yield 0;
            }
            case Answer.Malformed it -> refused("cli.witness.malformed", it.why());
            case Answer.UnknownLog it -> refused("cli.witness.unknown", it.origin());
            case Answer.OtherSize it -> refused("cli.witness.size", Long.toString(it.lastSize()));
            case Answer.Refused it ->
                    refused("cli.witness.refused." + it.verdict(), file.toString());
        };
    }

    private int refused(String key, String about) {
        console.say(key, about);
        return REFUSED;
    }
}

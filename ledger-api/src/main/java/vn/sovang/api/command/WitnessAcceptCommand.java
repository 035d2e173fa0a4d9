package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.sovang.seal.Cosignatures.Outcome;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteSignature;

/// `witness accept FILE`: takes what a witness signed on its own machine into the ledger, after
/// verifying it.
@Command(name = "accept", sortOptions = false)
final class WitnessAcceptCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final PolicyOption policy = new PolicyOption();

    @Parameters(paramLabel = "FILE", descriptionKey = "accept-what")
    private Path file = Path.of("");

    WitnessAcceptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var lines = lines();
        try (var installation = data.open(console, policy)) {
            int refused = 0;
            for (var line : lines) {
                switch (installation.ledger().cosignatures().accept(line)) {
                    case Outcome.Kept it ->
                            console.print(
                                    console.messages()
                                            .text(
                                                    "cli.witness.kept",
                                                    it.witness().name(),
                                                    console.number(it.size()),
                                                    it.at()));
                    case Outcome.Worthless it -> {
                        console.say("cli.witness.worthless." + it.why(), it.witness());
                        refused = REFUSED;
                    }
                }
            }
            return refused;
        }
    }

    private List<NoteSignature> lines() throws IOException {
        try {
            return NoteSignature.parseLines(Files.readAllBytes(file));
        } catch (MalformedLogDataException e) {
            throw WitnessOptions.malformed(e);
        }
    }
}

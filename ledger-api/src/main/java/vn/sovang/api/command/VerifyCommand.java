package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.seal.LogDirectory;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.tlog.WitnessPolicy;
import vn.sovang.witness.Quorum;

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

    @Mixin private final PolicyOption policy = new PolicyOption();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        var believed = policy.require();
        var named = vkey == null && believed != null ? keyOf(believed) : vkey;
        VerifierKey key;
        try {
            key = VerifierKey.parse((named == null ? keyBeside() : named).strip());
        } catch (MalformedLogDataException e) {
            console.say("cli.verify.key", e.getMessage() == null ? "" : e.getMessage());
            return REFUSED;
        }
        if (named == null) {
            console.say("cli.verify.unsure");
        }
        var progress = new ProgressLine(console, 0);
        var report = LogDirectory.verify(directory, key, progress::at);
        progress.end();
        int answer = new CheckPrinter(console).print(report);
        return believed == null || answer != 0 ? answer : quorum(believed);
    }

    /// Whether enough witnesses of the policy cosigned the checkpoint; names those that did not.
    private int quorum(WitnessPolicy believed) throws IOException {
        var note = SignedNote.parse(Files.readAllBytes(directory.resolve("checkpoint")));
        var quorum = Quorum.of(believed, note);
        for (var it : quorum.cosigned()) {
            var at = Instant.ofEpochSecond(it.posixSeconds());
            console.print(console.messages().text("cli.verify.cosigned", it.witness(), at));
        }
        for (var name : quorum.forged()) {
            console.print(console.messages().text("cli.verify.forged", name));
        }
        if (quorum.met()) {
            console.print(console.messages().text("cli.verify.quorum"));
            return 0;
        }
        var missing = String.join(", ", quorum.missing());
        console.print(console.messages().text("cli.verify.noquorum", missing));
        return REFUSED;
    }

    /// The log's key from a policy that came another way.
    private @Nullable String keyOf(WitnessPolicy believed) throws IOException {
        var origin = Files.readString(directory.resolve("checkpoint")).lines().findFirst();
        return believed.logs().stream()
                .map(log -> log.key())
                .filter(log -> origin.filter(log.name()::equals).isPresent())
                .map(VerifierKey::toString)
                .findFirst()
                .orElse(null);
    }

    /// The key that lies beside the log proves only that log and key came together.
    private String keyBeside() throws IOException {
        return Files.readString(directory.resolve("vkey"));
    }
}

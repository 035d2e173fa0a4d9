package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.evidence.EvidencePage;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.evidence.BundleReport.Standing;
import vn.sovang.evidence.BundleVerification;
import vn.sovang.evidence.ExportedLog;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.tlog.WitnessPolicy;

/// `verify BUNDLE.zip|DIR|URL`: checks an evidence bundle, an exported log or a log over the
/// network with nothing but a public key. No database, no secret, and but for a URL no network.
@Command(name = "verify", sortOptions = false)
final class VerifyCommand implements Callable<Integer>, FailureReport.JsonOutput {
    /// A bundle is never larger; see `BundleZip`.
    private static final long MAX_BUNDLE_BYTES = 256L << 20;

    private static final int MAX_NOTE_BYTES = 1_000_000;

    private final Console console;

    @Mixin CommandLineInterface.HelpOption help = new CommandLineInterface.HelpOption();

    @Parameters(paramLabel = "BUNDLE.zip|DIR|URL", descriptionKey = "verify-what")
    private String what = "";

    @Option(names = "--vkey", paramLabel = "KEY|FILE", descriptionKey = "vkey")
    private @Nullable String vkey;

    @Option(names = "--log", paramLabel = "DIR", descriptionKey = "verify-log")
    private @Nullable Path log;

    @Option(names = "--checkpoint", paramLabel = "FILE", descriptionKey = "verify-checkpoint")
    private @Nullable Path checkpoint;

    @Option(names = "--token", paramLabel = "TOKEN", descriptionKey = "verify-token")
    private @Nullable String token;

    @Mixin private final PolicyOption policy = new PolicyOption();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        var believed = policy.require();
        var keys = vkey == null ? keysOf(believed) : keys(vkey);
        if (what.matches("https?://.+")) {
            return address(keys, believed);
        }
        var path = Path.of(what);
        if (Files.isDirectory(path)) {
            return directory(path, keys, believed);
        }
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(what);
        }
        return bundle(path, keys, believed);
    }

    private int bundle(Path file, List<VerifierKey> keys, @Nullable WitnessPolicy believed)
            throws IOException {
        if (Files.size(file) > MAX_BUNDLE_BYTES) {
            throw Failure.of(FailureCode.BUNDLE_TOO_LARGE, "file", file.toString());
        }
        var whole = log == null ? null : ExportedLog.open(log, logKey(log, keys));
        var report =
                new BundleVerification(new EvidencePage(), keys, kept(), whole)
                        .verify(Files.readAllBytes(file));
        int answer = new BundlePrinter(console, json).print(report);
        var note = report.checkpoint();
        return believed == null || answer != 0 || note == null
                ? answer
                : new QuorumPrinter(console, json).print(believed, note);
    }

    private VerifierKey logKey(Path directory, List<VerifierKey> keys) throws IOException {
        if (keys.isEmpty()) {
            return keyBeside(directory);
        }
        var origin = Files.readString(directory.resolve("checkpoint")).lines().findFirst();
        return keys.stream()
                .filter(key -> origin.filter(key.name()::equals).isPresent())
                .findFirst()
                .orElse(keys.getFirst());
    }

    private byte @Nullable [] kept() throws IOException {
        if (checkpoint == null) {
            return null;
        }
        if (Files.size(checkpoint) > MAX_NOTE_BYTES) {
            throw Failure.of(FailureCode.FILE_UNREADABLE, "file", checkpoint.toString());
        }
        return Files.readAllBytes(checkpoint);
    }

    private int address(List<VerifierKey> keys, @Nullable WitnessPolicy believed)
            throws IOException {
        if (keys.isEmpty()) {
            throw Failure.at("--vkey", FailureCode.PARAMETER_MISSING, "");
        }
        var copy = Files.createTempDirectory("sovang-mirror");
        try {
            var progress = new ProgressLine(console, 0);
            try {
                new LogMirror(what, token).copy(copy, keys.getFirst(), progress::at);
            } catch (IllegalArgumentException e) {
                throw Failure.at("URL", FailureCode.PARAMETER_MALFORMED, what).because(e);
            }
            progress.end();
            return directory(copy, keys, believed);
        } finally {
            delete(copy);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private int directory(Path directory, List<VerifierKey> keys, @Nullable WitnessPolicy believed)
            throws IOException {
        if (keys.isEmpty()) {
            console.say("cli.verify.unsure");
        }
        var key = logKey(directory, keys);
        var whole = ExportedLog.open(directory, key);
        var printer = new LogPrinter(console, json, keys.isEmpty());
        var note = kept();
        int answer =
                note == null
                        ? printer.print(whole.report(), Standing.NOT_ASKED, 0)
                        : printer.print(whole.report(), since(whole, key, note), keptSize(note));
        return believed == null || answer != 0
                ? answer
                : new QuorumPrinter(console, json)
                        .print(
                                believed,
                                SignedNote.parse(
                                        Files.readAllBytes(directory.resolve("checkpoint"))));
    }

    /// Whether the log begins with the tree of the checkpoint that was kept.
    private static Standing since(ExportedLog whole, VerifierKey key, byte[] note) {
        if (!whole.report().intact()) {
            return Standing.NOT_PROVED;
        }
        try {
            var kept = SignedNote.parse(note);
            var before = Checkpoint.of(kept);
            var root = whole.roots(Set.of(before.size())).get(before.size());
            return kept.verify(List.of(key)) instanceof NoteVerdict.Verified
                            && before.origin().equals(key.name())
                            && Objects.equals(before.root(), root)
                    ? Standing.PROVED
                    : Standing.NOT_PROVED;
        } catch (MalformedLogDataException e) {
            return Standing.NOT_PROVED;
        }
    }

    private static long keptSize(byte[] note) {
        try {
            return Checkpoint.of(SignedNote.parse(note)).size();
        } catch (MalformedLogDataException e) {
            return 0;
        }
    }

    /// The logs' keys of a policy that came another way.
    private static List<VerifierKey> keysOf(@Nullable WitnessPolicy believed) {
        return believed == null
                ? List.of()
                : believed.logs().stream().map(log -> log.key()).toList();
    }

    /// A key, or a file with one a line.
    private static List<VerifierKey> keys(String given) throws IOException {
        var text =
                given.indexOf('+') < 0 || Files.isRegularFile(Path.of(given))
                        ? Files.readString(Path.of(given))
                        : given;
        try {
            var keys = text.lines().filter(l -> !l.isBlank()).map(String::strip).toList();
            if (keys.isEmpty()) {
                throw Failure.of(FailureCode.KEY_MALFORMED, "reason", given);
            }
            return keys.stream().map(VerifierKey::parse).toList();
        } catch (MalformedLogDataException e) {
            throw Failure.of(FailureCode.KEY_MALFORMED, "reason", String.valueOf(e.getMessage()))
                    .because(e);
        }
    }

    /// The key that lies beside the log proves only that log and key came together.
    private static VerifierKey keyBeside(Path directory) throws IOException {
        return keys(directory.resolve("vkey").toString()).getFirst();
    }
}

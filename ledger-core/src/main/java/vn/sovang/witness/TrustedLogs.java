package vn.sovang.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.VerifierKey;

/// The keys of the logs a witness cosigns for: the file `logs` of its folder, one vkey a line, `#`
/// for comments. The name of a key is the origin it speaks for. One origin may have several keys,
/// for the time in which a log changes its own.
///
/// Read anew for each request, so that a key is trusted, or no more, from the next request on.
final class TrustedLogs {
    private final Path folder;

    TrustedLogs(Path folder) {
        this.folder = folder;
    }

    /// The keys of an origin; empty if this witness does not know it.
    List<VerifierKey> keys(String origin) throws IOException {
        return all().stream().filter(key -> key.name().equals(origin)).toList();
    }

    List<VerifierKey> all() throws IOException {
        var keys = new ArrayList<VerifierKey>();
        var content = DurableFile.read(file()).orElse(new byte[0]);
        for (var line : new String(content, StandardCharsets.UTF_8).lines().toList()) {
            var text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                try {
                    keys.add(VerifierKey.parse(text));
                } catch (MalformedLogDataException wrong) {
                    throw new WitnessNotReady(file() + ": " + wrong.getMessage(), wrong);
                }
            }
        }
        return keys;
    }

    /// Trusts one more key; no change if it is trusted already.
    ///
    /// @return whether it was new
    boolean add(VerifierKey key) throws IOException {
        Files.createDirectories(folder);
        return FileLocks.alone(
                folder.resolve("lock"),
                () -> {
                    if (all().contains(key)) {
                        return false;
                    }
                    var before =
                            new String(
                                    DurableFile.read(file()).orElse(new byte[0]),
                                    StandardCharsets.UTF_8);
                    var gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
                    DurableFile.replace(
                            file(), (before + gap + key + "\n").getBytes(StandardCharsets.UTF_8));
                    return true;
                });
    }

    private Path file() {
        return folder.resolve("logs");
    }
}

package vn.sovang.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import vn.sovang.tlog.Cosigner;
import vn.sovang.tlog.KeyType;
import vn.sovang.tlog.MalformedLogDataException;

/// A witness's own private key in its folder, readable by the owner alone: `witness.key`, one line
/// of type, name and seed. The public half lies beside it as `vkey`.
final class WitnessKey {
    private static final int SEED_BYTES = 32;
    private static final String FILE = "witness.key";

    private WitnessKey() {}

    /// The key of the folder.
    ///
    /// @throws WitnessNotReady if the folder has none, or it cannot be read
    static Cosigner read(Path folder) throws IOException {
        var line =
                DurableFile.read(folder.resolve(FILE))
                        .orElseThrow(() -> new WitnessNotReady("no " + folder.resolve(FILE)));
        var words = new String(line, StandardCharsets.UTF_8).strip().split(" ", -1);
        try {
            if (words.length != 3) {
                throw new MalformedLogDataException("not type, name and seed");
            }
            var seed = HexFormat.of().parseHex(words[2]);
            return cosigner(KeyType.valueOf(words[0]), words[1], seed);
        } catch (IllegalArgumentException | MalformedLogDataException wrong) {
            // The cause would quote the seed.
            throw new WitnessNotReady(folder.resolve(FILE) + " is not a witness's key");
        }
    }

    /// The key of the folder; a new one if it has none. Of two that make it at the same time one
    /// makes it and both have it.
    static Cosigner readOrMake(Path folder, String name, KeyType type, SecureRandom random)
            throws IOException {
        Files.createDirectories(folder);
        return FileLocks.alone(
                folder.resolve("lock"),
                () -> {
                    if (!Files.exists(folder.resolve(FILE))) {
                        var seed = new byte[SEED_BYTES];
                        random.nextBytes(seed);
                        var vkey = cosigner(type, name, seed).verifierKey() + "\n";
                        var line = type + " " + name + " " + HexFormat.of().formatHex(seed) + "\n";
                        DurableFile.replace(
                                folder.resolve(FILE), line.getBytes(StandardCharsets.UTF_8));
                        DurableFile.replace(
                                folder.resolve("vkey"), vkey.getBytes(StandardCharsets.UTF_8));
                    }
                    return read(folder);
                });
    }

    private static Cosigner cosigner(KeyType type, String name, byte[] seed) {
        return switch (type) {
            case ED25519_COSIGNATURE -> Cosigner.ed25519(name, seed);
            case ML_DSA_44_COSIGNATURE -> Cosigner.mlDsa44(name, seed);
            case ED25519 -> throw new IllegalArgumentException("a witness cosigns, with a time");
        };
    }
}

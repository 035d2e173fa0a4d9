package vn.sovang.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import vn.sovang.tlog.NoteSigner;

/// Keys in files beside the data, never in the database: the log's signing key and the master key
/// of the identities. Readable by the owner alone.
public final class KeyFiles {
    private static final int SECRET_BYTES = 32;

    private final Path directory;
    private final SecureRandom random;

    public KeyFiles(Path directory, SecureRandom random) {
        this.directory = directory;
        this.random = random;
    }

    /// The log's name and signing key. Made at the first call; the name is then kept in `origin`
    /// beside the key, and the public key in `vkey` for anyone who verifies.
    ///
    /// @param proposedOrigin name to take if the log has none yet
    public NoteSigner logSigner(String proposedOrigin) {
        var origin = textOf("origin", proposedOrigin);
        var signer = NoteSigner.ed25519(origin, secret("log.key"));
        textOf("vkey", signer.verifierKey().toString());
        return signer;
    }

    /// The key that wraps every subject's key.
    public byte[] masterKey() {
        return secret("master.key");
    }

    private String textOf(String name, String proposed) {
        return new String(
                        readOrCreate(name, (proposed + "\n").getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8)
                .strip();
    }

    private byte[] secret(String name) {
        var fresh = new byte[SECRET_BYTES];
        random.nextBytes(fresh);
        var hex = HexFormat.of().formatHex(fresh).getBytes(StandardCharsets.US_ASCII);
        var bytes = readOrCreate(name, hex);
        return HexFormat.of().parseHex(new String(bytes, StandardCharsets.US_ASCII).strip());
    }

    /// What the file holds; `fresh` if it is not there yet. Of two processes that create it at the
    /// same time one wins and both read its content.
    private byte[] readOrCreate(String name, byte[] fresh) {
        var file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                create(file, fresh);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create(Path file, byte[] content) throws IOException {
        Files.createDirectories(directory);
        var draft = Files.createTempFile(directory, "key", ".draft");
        try {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--------"));
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            Files.write(draft, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--------"));
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException alreadyThere) {
            // Another process was faster; its content is the one that counts.
        } finally {
            Files.delete(draft);
        }
    }
}

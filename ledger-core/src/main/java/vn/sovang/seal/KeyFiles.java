package vn.sovang.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sovang.eventstore.NodeKey;
import vn.sovang.eventstore.NodeKeys;
import vn.sovang.tlog.NoteSigner;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.verification.VerificationKeys;

/// Keys in files beside the data, never in the database. Readable by the owner alone.
///
/// | file | holds |
/// |---|---|
/// | `origin` | the log's name |
/// | `log.key` | seed of the signing key, in hexadecimal |
/// | `log.next.key` | seed of the key that takes over, while a rotation is under way |
/// | `vkey` | the public key in use, for auditors |
/// | `vkeys` | every public key this log ever had, the one in use first; no other is believed |
/// | `node.key` | what seals this node's appends ([NodeKey]) |
/// | `nodes/*.key` | the same of nodes with a folder of their own, copied here by hand |
/// | `master.key` | wraps the keys of people ([vn.sovang.privacy]) |
/// | `verification.key` | what codes on certificates are made with ([VerificationKeys]) |
/// | `verification.id` | names its first secret, so that a loss is noticed |
public final class KeyFiles {
    private static final int SECRET_BYTES = 32;
    private static final String ORIGIN = "origin";
    private static final String SIGNING = "log.key";
    private static final String NEXT = "log.next.key";
    private static final String PUBLIC = "vkey";
    private static final String HISTORY = "vkeys";
    private static final String NODE = "node.key";
    private static final String MASTER = "master.key";
    private static final String VERIFICATION = "verification.key";
    private static final String VERIFICATION_ID = "verification.id";

    private final Path directory;
    private final SecureRandom random;

    public KeyFiles(Path directory, SecureRandom random) {
        this.directory = directory;
        this.random = random;
    }

    /// Makes every key before the first start.
    ///
    /// @return the signer; empty, and nothing is changed, if any file of it is there already
    public Optional<NoteSigner> generate(String origin) {
        for (var name :
                List.of(
                        ORIGIN,
                        SIGNING,
                        NEXT,
                        PUBLIC,
                        HISTORY,
                        NODE,
                        MASTER,
                        VERIFICATION,
                        VERIFICATION_ID)) {
            if (Files.exists(directory.resolve(name))) {
                return Optional.empty();
            }
        }
        // A name that cannot be a key's must not leave files behind.
        NoteSigner.ed25519(origin, fresh());
        var signer = logSigner(origin);
        nodeKeys();
        masterKey();
        verificationKeys();
        return Optional.of(signer);
    }

    /// The log's name and signing key. Made at the first call; the name is then kept in `origin`
    /// beside the key, and the public key in `vkey` for anyone who verifies.
    ///
    /// @param proposedOrigin name to take if the log has none yet
    public NoteSigner logSigner(String proposedOrigin) {
        var origin = textOf(ORIGIN, proposedOrigin);
        requireKept(PUBLIC, SIGNING);
        var signer = NoteSigner.ed25519(origin, secret(SIGNING));
        var vkey = textOf(PUBLIC, signer.verifierKey().toString());
        textOf(HISTORY, vkey);
        return signer;
    }

    /// A key that was lost must not be replaced by a fresh one that nobody knows.
    private void requireKept(String known, String secret) {
        if (Files.exists(directory.resolve(known)) && !Files.exists(directory.resolve(secret))) {
            throw gone(known, secret);
        }
    }

    private UncheckedIOException gone(String known, String secret) {
        return new UncheckedIOException(
                new NoSuchFileException(
                        directory.resolve(secret).toString(),
                        null,
                        "the key of " + known + " is gone; put it back from its copy"));
    }

    /// The log's name. Only after [#logSigner(String)].
    public String origin() {
        return text(directory.resolve(ORIGIN)).strip();
    }

    /// The signing keys this node holds: one, or two during a rotation.
    public List<NoteSigner> signers() {
        var signers = new ArrayList<NoteSigner>();
        signers.add(NoteSigner.ed25519(origin(), secret(SIGNING)));
        next().ifPresent(signers::add);
        return signers;
    }

    private Optional<NoteSigner> next() {
        return Files.exists(directory.resolve(NEXT))
                ? Optional.of(NoteSigner.ed25519(origin(), secret(NEXT)))
                : Optional.empty();
    }

    /// Every public key of this log that is believed here, the one in use first.
    public List<VerifierKey> believed() {
        return text(directory.resolve(HISTORY))
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> VerifierKey.parse(line.strip()))
                .toList();
    }

    /// Makes the key that is to take over, or finds the one of an attempt that broke off.
    public NoteSigner prepareNext() {
        var next = NoteSigner.ed25519(origin(), secret(NEXT));
        believe(List.of(), List.of(next.verifierKey()));
        return next;
    }

    /// Lets the next key take the old one's place once the log says so; else does nothing. The old
    /// secret is gone with it: nobody has a use for it but a forger.
    public void settle(KeyHistory history) {
        var next = next();
        if (next.isPresent() && history.inUse().equals(List.of(next.get().verifierKey()))) {
            believe(List.of(next.get().verifierKey()), List.of());
            replace(PUBLIC, next.get().verifierKey() + "\n");
            move(directory.resolve(NEXT), directory.resolve(SIGNING));
        }
    }

    private void believe(List<VerifierKey> first, List<VerifierKey> last) {
        Set<VerifierKey> all = new LinkedHashSet<>(first);
        all.addAll(believed());
        all.addAll(last);
        var lines = new StringBuilder();
        all.forEach(key -> lines.append(key).append('\n'));
        if (!lines.toString().equals(text(directory.resolve(HISTORY)))) {
            replace(HISTORY, lines.toString());
        }
    }

    /// The key that seals this node's appends, and those of the nodes in `nodes/`.
    public NodeKeys nodeKeys() {
        var origin = origin();
        var others = new ArrayList<NodeKey>();
        var folder = directory.resolve("nodes");
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*.key")) {
                files.forEach(file -> others.add(NodeKey.of(hex(text(file)), origin)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new NodeKeys(NodeKey.of(secret(NODE), origin), others);
    }

    /// The key that wraps every subject's key.
    public byte[] masterKey() {
        return secret(MASTER);
    }

    /// What codes on certificates are made with. Codes are printed: a secret that was lost must not
    /// be replaced by another, under which none of them would be known.
    ///
    /// @throws UncheckedIOException if it is not the one that was used before
    public VerificationKeys verificationKeys() {
        requireKept(VERIFICATION_ID, VERIFICATION);
        var first = VerificationKeys.first(fresh()).getBytes(US_ASCII);
        var keys = VerificationKeys.parse(new String(readOrCreate(VERIFICATION, first), US_ASCII));
        if (!textOf(VERIFICATION_ID, keys.id()).equals(keys.id())) {
            throw gone(VERIFICATION_ID, VERIFICATION);
        }
        return keys;
    }

    private String textOf(String name, String proposed) {
        return new String(readOrCreate(name, (proposed + "\n").getBytes(UTF_8)), UTF_8).strip();
    }

    private byte[] fresh() {
        var fresh = new byte[SECRET_BYTES];
        random.nextBytes(fresh);
        return fresh;
    }

    private byte[] secret(String name) {
        var hex = HexFormat.of().formatHex(fresh()).getBytes(US_ASCII);
        return hex(new String(readOrCreate(name, hex), US_ASCII));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.strip());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        var draft = draft(content);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException alreadyThere) {
            // Another process was faster; its content is the one that counts.
        } finally {
            Files.delete(draft);
        }
        flushDirectory();
    }

    private void replace(String name, String content) {
        try {
            move(draft(content.getBytes(UTF_8)), directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void move(Path from, Path to) {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flushDirectory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file for the owner's eyes, flushed, under a name that means nothing.
    private Path draft(byte[] content) throws IOException {
        Files.createDirectories(directory);
        var draft = Files.createTempFile(directory, "key", ".draft");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        Files.write(draft, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--------"));
        return draft;
    }

    private void flushDirectory() throws IOException {
        try (var folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}

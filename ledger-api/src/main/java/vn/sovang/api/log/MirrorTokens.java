package vn.sovang.api.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import vn.sovang.decider.Request;

/// Who may mirror the entries of the log (*quyền sao nhật ký*): a file `keys/mirrors` with a name
/// and the SHA-256 of a token a line. A token is 256 random bits, so a plain hash of it gives
/// nothing away. Read at each request: what is revoked here is revoked at once.
public final class MirrorTokens {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
    private static final String PREFIX = "sovang_";
    private static final int TOKEN_BYTES = 32;

    private final Path file;

    /// @param data the data directory
    public MirrorTokens(Path data) {
        this.file = data.resolve("keys").resolve("mirrors");
    }

    private record Grant(String name, String sha256) {}

    /// Grants a token; a name that had one has only the new one from now on.
    ///
    /// @return the token, which is stored nowhere
    /// @throws IllegalArgumentException for a name with spaces or signs
    public String grant(String name, SecureRandom random) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(name);
        }
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var grants = new ArrayList<>(read());
        grants.removeIf(grant -> grant.name.equals(name));
        grants.add(new Grant(name, hash(token)));
        write(grants);
        return token;
    }

    /// @return whether the name had a token
    public boolean revoke(String name) throws IOException {
        var grants = new ArrayList<>(read());
        var had = grants.removeIf(grant -> grant.name.equals(name));
        if (had) {
            write(grants);
        }
        return had;
    }

    /// Names with a token.
    public List<String> names() throws IOException {
        return read().stream().map(Grant::name).toList();
    }

    /// Whether somebody was granted this token.
    public boolean accepts(String token) throws IOException {
        var presented = hash(token).getBytes(US_ASCII);
        boolean accepted = false;
        for (var grant : read()) {
            accepted |= MessageDigest.isEqual(grant.sha256.getBytes(US_ASCII), presented);
        }
        return accepted;
    }

    private static String hash(String token) {
        return Request.sha256(token.getBytes(UTF_8));
    }

    private List<Grant> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Grant(parts[0], parts[1]))
                .toList();
    }

    /// Whole or not at all, readable by the owner alone.
    private void write(List<Grant> grants) throws IOException {
        Files.createDirectories(file.getParent());
        var draft =
                Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")
                        ? Files.createTempFile(
                                file.getParent(),
                                "mirrors",
                                ".draft",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")))
                        : Files.createTempFile(file.getParent(), "mirrors", ".draft");
        Files.write(draft, grants.stream().map(g -> g.name + " " + g.sha256).toList());
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

package vn.sovang.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// Passwords of an embedded server's logins, one file each, readable by the service's user only.
final class ServerSecrets {
    private static final int PASSWORD_BYTES = 24;

    private final Path directory;

    ServerSecrets(Path directory) throws IOException {
        this.directory =
                Files.isDirectory(directory)
                        ? directory
                        : Files.createDirectory(
                                directory,
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rwx------")));
    }

    /// The password of this login, made up at its first use.
    Credentials credentials(String user) {
        Path file = file(user);
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return new Credentials(user, Files.readString(file).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException("the password of " + user, failure);
        }
    }

    Path file(String user) {
        return directory.resolve("postgres-" + user);
    }

    /// Written beside and then renamed: a crash leaves no empty password behind.
    private static void write(Path file) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Path fresh =
                Files.createTempFile(
                        file.getParent(),
                        ".new",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        Files.move(fresh, file);
    }
}

package vn.sovang.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The server's programs, unpacked from the jar that carries them.
///
/// Not in the system's folder for temporary files: a cleaner would take them away under a running
/// server.
final class PostgresPrograms {
    private static final Set<PosixFilePermission> EXECUTABLE =
            Set.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private PostgresPrograms() {}

    /// Unpacks them unless this very archive is there already.
    ///
    /// @return the directory with `bin`, `lib` and `share`
    static Path unpackInto(Path directory) throws IOException {
        byte[] archive = archive();
        Path unpacked = directory.resolve("postgres-" + digest(archive));
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        Files.createDirectories(directory);
        Path fresh = Files.createTempDirectory(directory, "unpacking");
        unpack(archive, fresh);
        try {
            Files.move(fresh, unpacked);
        } catch (FileSystemException another) {
            // Another process was quicker. Its copy is as good as this one.
            delete(fresh);
            if (!Files.isDirectory(unpacked)) {
                throw another;
            }
        }
        return unpacked;
    }

    private static byte[] archive() throws IOException {
        String architecture = System.getProperty("os.arch", "");
        String hardware = architecture.equals("amd64") ? "x86_64" : architecture;
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        try (InputStream in =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        system.startsWith("linux") ? "Linux" : system, hardware)) {
            return in.readAllBytes();
        } catch (RuntimeException missing) {
            throw new DatabaseUnavailable(
                    "No PostgreSQL is included for "
                            + system
                            + " on "
                            + architecture
                            + ". Use a server of your own.",
                    missing);
        }
    }

    private static void unpack(byte[] archive, Path into) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("an archive entry outside its directory: " + file);
                }
                unpack(tar, entry, file);
                entry = tar.getNextEntry();
            }
        } catch (IOException failed) {
            delete(into);
            throw failed;
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path parent = Objects.requireNonNull(file.getParent(), "checked to lie inside");
        Files.createDirectories(parent);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if (parent.endsWith("bin")) {
                Files.setPosixFilePermissions(file, EXECUTABLE);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}

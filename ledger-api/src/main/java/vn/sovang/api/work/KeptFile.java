package vn.sovang.api.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A file that somebody brought and has to put right. It names people, so it lies on the disk under
/// a key that is in the memory of this process only: whatever ends the process ends the file.
final class KeptFile {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;

    private final Path packed;
    private final String name;
    private final String owner;
    private final byte[] key;
    private final byte[] start;

    private KeptFile(Path packed, String name, String owner) {
        this.packed = packed;
        this.name = name;
        this.owner = owner;
        this.key = random(KEY_BYTES);
        this.start = random(BLOCK_BYTES);
    }

    /// @param plain left where it is
    /// @param name as its owner calls it
    /// @param owner user id of whoever brought it
    static KeptFile of(Path plain, String name, String owner) {
        try {
            var packed = Files.createTempFile("kept", ".bin");
            packed.toFile().deleteOnExit();
            var kept = new KeptFile(packed, name, owner);
            try (var out =
                    new CipherOutputStream(
                            Files.newOutputStream(packed), kept.cipher(Cipher.ENCRYPT_MODE))) {
                Files.copy(plain, out);
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    String name() {
        return name;
    }

    boolean isOf(String user) {
        return owner.equals(user);
    }

    /// A plain copy; whoever asks for it deletes it.
    Path open() {
        try {
            var plain = Files.createTempFile("import", ".xlsx");
            try (var in =
                    new CipherInputStream(
                            Files.newInputStream(packed), cipher(Cipher.DECRYPT_MODE))) {
                Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
            }
            return plain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cipher cipher(int mode) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }

    void delete() {
        packed.toFile().delete();
    }
}

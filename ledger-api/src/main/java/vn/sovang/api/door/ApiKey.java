package vn.sovang.api.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A key of a program (*khóa truy cập*): 256 random bits, of which the service keeps the hash only.
final class ApiKey {
    /// Tells it from tokens of a provider and of mirrors, and makes a leaked one findable.
    static final String PREFIX = "svk_";

    private static final int BYTES = 32;

    private ApiKey() {}

    static String fresh(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// No salt and no work: there is nothing to guess.
    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}

package vn.sovang.api.door;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// What a password must be, and how it is kept: Argon2id, never in clear.
///
/// The rules are those of ASVS 5.0, 6.2: long enough, not one of the common ones, and nothing about
/// capitals, digits or signs. What was typed is put into NFC first, because two keyboards write "ế"
/// in two ways.
final class Passwords {
    static final int MIN_LENGTH = 8;

    /// Beyond it nobody types, but somebody could make the service hash megabytes.
    static final int MAX_LENGTH = 256;

    /// OWASP's advice for Argon2id: 19 MiB, two passes, one lane.
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /// Letters and digits that nobody takes for one another.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    /// 16 of 31 signs: 79 bits.
    private static final int GROUPS = 4;

    private static final int GROUP = 4;

    private static final Argon2PasswordEncoder ARGON2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);

    private final SecureRandom random;

    Passwords(SecureRandom random) {
        this.random = random;
    }

    /// The hash that a password of an unknown account is compared with, so that the answer takes as
    /// long.
    String nobodys() {
        return Nobody.HASH;
    }

    /// One for somebody to type once, such as `f7kq-3m9x-pz2c-h8wd`.
    String random() {
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    static String hash(String password) {
        var hash = ARGON2.encode(normal(password));
        if (hash == null) {
            throw new IllegalStateException("no hash of a password");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        return password.length() <= MAX_LENGTH && ARGON2.matches(normal(password), hash);
    }

    /// @throws Failure `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG`, `PASSWORD_COMMON`
    void require(String password, String account) {
        var text = normal(password);
        int length = text.codePointCount(0, text.length());
        if (length < MIN_LENGTH) {
            throw Failure.of(FailureCode.PASSWORD_TOO_SHORT, "least", Integer.toString(MIN_LENGTH));
        }
        if (text.length() > MAX_LENGTH) {
            throw Failure.of(FailureCode.PASSWORD_TOO_LONG, "most", Integer.toString(MAX_LENGTH));
        }
        var plain = text.toLowerCase(Locale.ROOT);
        if (Common.WORDS.contains(plain) || plain.equals(account)) {
            throw Failure.of(FailureCode.PASSWORD_COMMON);
        }
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /// Made at first use: it costs as much as a sign-in.
    private static final class Nobody {
        static final String HASH = Passwords.hash("nobody");
    }

    /// The passwords that are tried first.
    private static final class Common {
        static final Set<String> WORDS = read();

        private static Set<String> read() {
            try (InputStream in = Passwords.class.getResourceAsStream("/door/common.txt")) {
                if (in == null) {
                    throw new IllegalStateException("missing from the jar: /door/common.txt");
                }
                return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

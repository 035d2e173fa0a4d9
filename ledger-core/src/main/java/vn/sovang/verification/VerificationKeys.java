package vn.sovang.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.VerificationCode;

/// The secrets that codes are made with (*khoá mã xác minh*), each from a position of the log on.
///
/// A code is the first 95 bits of HMAC-SHA-256 over `sovang/verification/v1` and the tag of the
/// item or award line. The secret is the one that was in use at the position of the event by which
/// the thing came into the ledger: whatever is derived again from the log, on whichever node, gives
/// the code that was printed. Further secrets are for things to come; none is ever taken away.
///
/// Its text is one line a secret, `<position> <64 hexadecimal digits>`, oldest first.
public final class VerificationKeys {
    public static final int SECRET_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String CODE = "sovang/verification/v1\0";
    private static final String NAME = "sovang/verification-key-id/v1";
    private static final int NAME_DIGITS = 16;
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})");

    private final List<Version> versions;

    private VerificationKeys(List<Version> versions) {
        this.versions = List.copyOf(versions);
    }

    /// @param from first position whose things have their codes from it
    private record Version(long from, SecretKeySpec key) {}

    /// @throws IllegalArgumentException for a text that holds anything else, or whose first secret
    ///   is not for the whole log
    public static VerificationKeys parse(String text) {
        var versions = text.lines().filter(line -> !line.isBlank()).map(VerificationKeys::version);
        var keys = new VerificationKeys(versions.toList());
        long before = -1;
        for (var version : keys.versions) {
            if (version.from() <= before) {
                throw new IllegalArgumentException("secrets of codes stand oldest first");
            }
            before = version.from();
        }
        if (keys.versions.isEmpty() || keys.versions.getFirst().from() != 0) {
            throw new IllegalArgumentException("the first secret of codes is for position 0");
        }
        return keys;
    }

    private static Version version(String line) {
        var read = LINE.matcher(line.strip());
        if (!read.matches()) {
            throw new IllegalArgumentException("a line is no secret of codes");
        }
        var secret = HexFormat.of().parseHex(read.group(2));
        return new Version(Long.parseLong(read.group(1)), new SecretKeySpec(secret, ALGORITHM));
    }

    /// The text of a first secret.
    public static String first(byte[] secret) {
        return "0 " + HexFormat.of().formatHex(secret) + "\n";
    }

    /// The code of an item or an award line.
    ///
    /// @param position of the event by which it came into the ledger
    public VerificationCode codeOf(Id thing, long position) {
        var inUse = versions.getFirst();
        for (var version : versions) {
            inUse = version.from() <= position ? version : inUse;
        }
        return VerificationCode.of(hmac(inUse.key(), CODE + thing.tag()));
    }

    /// Under which a code is looked up. Tables hold this and never a code; and how long looking it
    /// up takes tells nothing about codes that are near.
    public static byte[] fingerprint(VerificationCode code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(code.characters().getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }

    /// Names the first secret without telling it: 16 hexadecimal digits.
    public String id() {
        var named = hmac(versions.getFirst().key(), NAME);
        return HexFormat.of().formatHex(named).substring(0, NAME_DIGITS);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(US_ASCII));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", absent);
        }
    }

    /// Only the name, so that a log line cannot give the secret away.
    @Override
    public String toString() {
        return "secret of codes " + id();
    }
}

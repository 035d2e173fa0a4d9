package vn.sovang.api.list;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// Where a page ended, opaque to callers. It carries the position and the day at which the first
/// page was answered, so that rows that are added meanwhile move nothing, and a digest over list
/// and filters: a cursor that was changed, cut short or taken from another list is refused.
///
/// The digest is no secret. A cursor that somebody makes up well shows no more than asking from the
/// beginning does: whose rows are shown is worked out anew for every page.
///
/// @param key of the last row, as the read model writes it
record ListCursor(long position, LocalDate day, String key) {
    private static final int DIGEST = 8;
    private static final int LONGEST = 1_000;

    /// @param about the list and its filters
    /// @throws Failure `CURSOR_MALFORMED`
    static ListCursor parse(String text, String about) {
        try {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            var bytes = Base64.getUrlDecoder().decode(text);
            int length = bytes.length - DIGEST;
            if (length < 0) {
                throw new IllegalArgumentException("too short");
            }
            var payload = new String(bytes, 0, length, StandardCharsets.UTF_8);
            var digest = Arrays.copyOfRange(bytes, length, bytes.length);
            if (!MessageDigest.isEqual(digest, digest(payload, about))) {
                throw new IllegalArgumentException("of another list");
            }
            var parts = payload.split("\n", 3);
            return new ListCursor(position(parts[0]), LocalDate.parse(parts[1]), parts[2]);
        } catch (IllegalArgumentException
                | DateTimeException
                | ArrayIndexOutOfBoundsException none) {
            throw malformed(text).because(none);
        }
    }

    private static long position(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(text);
        }
        return Long.parseLong(text);
    }

    static Failure malformed(String text) {
        return Failure.at("after", FailureCode.CURSOR_MALFORMED, text);
    }

    String write(String about) {
        var payload = position + "\n" + day + "\n" + key;
        var text = payload.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(text.length + DIGEST).put(text).put(digest(payload, about));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static byte[] digest(String payload, String about) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(about.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return Arrays.copyOf(sha.digest(payload.getBytes(StandardCharsets.UTF_8)), DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.sovang.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Readers that accept exactly one spelling of a value.
///
/// What two programs read differently, somebody can sign once and show twice. The JDK's own readers
/// are generous, each in its way, and each way has a test in `StrictTextTest`.
final class StrictText {
    /// `Long.parseLong` also takes `+5`, `005` and the digits of every other script.
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private StrictText() {}

    /// An ASCII decimal without sign or leading zero, 0 to 2^63 - 1.
    static long decimal(String text, String what) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new MalformedLogDataException(
                    what + ": not a decimal without leading zeros: " + quoted(text));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new MalformedLogDataException(what + ": larger than 2^63 - 1: " + text, tooLarge);
        }
    }

    /// RFC 4648 section 4 with padding. `Base64.getDecoder()` also takes missing padding and
    /// non-zero trailing bits, so the decoded bytes must encode to the same text again.
    static byte[] base64(String text, String what) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedLogDataException(what + ": not base64: " + quoted(text), notBase64);
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new MalformedLogDataException(
                    what + ": base64 not in its only form (padding, last bits): " + quoted(text));
        }
        return bytes;
    }

    /// Lower-case hexadecimal; `HexFormat` alone would take both cases.
    static byte[] hex(String text, String what) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException notHex) {
            throw new MalformedLogDataException(what + ": not hex: " + quoted(text), notHex);
        }
        if (!HexFormat.of().formatHex(bytes).equals(text)) {
            throw new MalformedLogDataException(what + ": hex not lower case: " + quoted(text));
        }
        return bytes;
    }

    /// Valid UTF-8; `new String(bytes, UTF_8)` would put U+FFFD for what is not.
    static String utf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException invalid) {
            throw new MalformedLogDataException(what + ": not valid UTF-8", invalid);
        }
    }

    /// UTF-8 bytes of a text; `String.getBytes` would put `?` for an unpaired surrogate.
    static byte[] utf8Bytes(String text, String what) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            throw new MalformedLogDataException(what + ": text holds an unpaired surrogate");
        }
        return bytes;
    }

    /// Refuses the control characters below U+0020 except newline (C2SP signed-note, "Format").
    static void requireNoControls(String text, String what) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < 0x20 && c != '\n') {
                throw new MalformedLogDataException(
                        what + ": control character 0x" + Integer.toHexString(c) + " at " + at);
            }
        }
    }

    /// Enough of a bad value to recognise it, without copying a whole file into a log line.
    static String quoted(String text) {
        return text.length() <= 80 ? "'" + text + "'" : "'" + text.substring(0, 80) + "…'";
    }
}

package vn.sovang.api.recording;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// The key by which a repeated request is known (`Idempotency-Key`, a UUID).
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";

    private IdempotencyKey() {}

    /// @param header bare, or in quotes as a structured field has it (RFC 9651)
    /// @throws Failure `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_MALFORMED`
    public static UUID of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Failure.of(FailureCode.IDEMPOTENCY_KEY_MISSING);
        }
        var text = header.strip();
        var bare =
                text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")
                        ? text.substring(1, text.length() - 1)
                        : text;
        if (!bare.matches(Shapes.UUID_FORM)) {
            throw Failure.of(FailureCode.IDEMPOTENCY_KEY_MALFORMED);
        }
        return UUID.fromString(bare.toLowerCase(Locale.ROOT));
    }

    /// The key of one line of a bulk request that brings none of its own.
    static UUID ofLine(UUID request, int line) {
        return UUID.nameUUIDFromBytes(
                (request + "/lines/" + line).getBytes(StandardCharsets.US_ASCII));
    }
}

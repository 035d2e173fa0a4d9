package vn.sovang.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// The recording time as it stands in a leaf: UTC, microseconds, always 27 bytes.
public final class Stamp {
    public static final int LENGTH = 27;

    /// What an unstamped leaf holds in the stamp's place.
    public static final String PLACEHOLDER = "0000-00-00T00:00:00.000000Z";

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Stamp() {}

    public static String of(Instant recordedAt) {
        String text = FORMAT.format(recordedAt.truncatedTo(ChronoUnit.MICROS));
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("outside the years 0000 to 9999: " + recordedAt);
        }
        return text;
    }

    static byte[] bytes(Instant recordedAt) {
        return of(recordedAt).getBytes(StandardCharsets.US_ASCII);
    }
}

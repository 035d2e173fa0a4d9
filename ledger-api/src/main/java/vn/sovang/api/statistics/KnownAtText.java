package vn.sovang.api.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.Origin;
import vn.sovang.projection.readmodel.KnownAt;

/// Reads by when the ledger must have been told: nothing or `now`, a position, an instant, or what
/// people write.
///
/// A day means its end in Vietnam, a time without a zone is a time in Vietnam.
public final class KnownAtText {
    private KnownAtText() {}

    /// @throws Failure `KNOWN_AT_MALFORMED`
    public static KnownAt parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return KnownAt.NOW;
        }
        // In an address an unescaped + arrives as a space.
        var written = text.strip().replaceFirst(" (\\d\\d:\\d\\d)$", "+$1");
        try {
            if (written.matches("\\d{4}-\\d\\d-\\d\\d|\\d{1,2}/\\d{1,2}/\\d{4}")) {
                return endOf(Days.of(written));
            }
            if (written.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?(\\.\\d{1,9})?")) {
                return at(LocalDateTime.parse(written));
            }
            return KnownAt.parse(written);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Failure.at("knownAt", FailureCode.KNOWN_AT_MALFORMED, text);
        }
    }

    private static KnownAt endOf(LocalDate day) {
        return at(day.atTime(LocalTime.MAX));
    }

    private static KnownAt at(LocalDateTime local) {
        Instant instant = local.atZone(Origin.VIETNAM).toInstant();
        return new KnownAt.AtInstant(instant);
    }
}

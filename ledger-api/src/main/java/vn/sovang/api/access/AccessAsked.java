package vn.sovang.api.access;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.access.AccessCatalogue;
import vn.sovang.access.AccessQuestion;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.Origin;

/// A question to the access log as somebody typed it into an address.
///
/// @param from an instant or a day in Vietnam: its first moment
/// @param to an instant or a day in Vietnam: its last moment
public record AccessAsked(
        @Nullable String subject,
        @Nullable String user,
        @Nullable String kind,
        @Nullable String from,
        @Nullable String to,
        @Nullable String after,
        @Nullable String limit) {
    private static final int LIMIT = 100;

    /// @throws Failure with the parameter at fault
    public AccessQuestion question() {
        return new AccessQuestion(
                id(given(subject)),
                given(user),
                kinds(given(kind)),
                moment("from", given(from), LocalTime.MIN),
                moment("to", given(to), LocalTime.MAX),
                after(given(after)),
                limit(given(limit)));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Failure.at("subject", FailureCode.ID_MALFORMED, String.valueOf(text)).because(e);
        }
    }

    private static Set<String> kinds(@Nullable String text) {
        if (text == null) {
            return Set.of();
        }
        if (!AccessCatalogue.kinds().contains(text)) {
            throw Failure.at("kind", FailureCode.VALUE_UNKNOWN, text);
        }
        return Set.of(text);
    }

    /// An instant, or a moment of a day in Vietnam.
    ///
    /// @throws Failure `DATE_MALFORMED`
    public static @Nullable Instant moment(
            String parameter, @Nullable String text, LocalTime ofDay) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException noInstant) {
            return Days.of(parameter, text).atTime(ofDay).atZone(Origin.VIETNAM).toInstant();
        }
    }

    private static long after(@Nullable String text) {
        try {
            var position = text == null ? 0 : Long.parseLong(text);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            throw Failure.at("after", FailureCode.CURSOR_MALFORMED, text).because(e);
        }
        throw Failure.at("after", FailureCode.CURSOR_MALFORMED, String.valueOf(text));
    }

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null ? LIMIT : Integer.parseInt(text);
            if (limit >= 1 && limit <= AccessQuestion.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw Failure.at("limit", FailureCode.LIMIT_OUT_OF_RANGE, text).because(e);
        }
        throw Failure.at("limit", FailureCode.LIMIT_OUT_OF_RANGE, String.valueOf(text));
    }
}

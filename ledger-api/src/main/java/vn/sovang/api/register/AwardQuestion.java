package vn.sovang.api.register;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.AwardStatus;
import vn.sovang.projection.register.Register;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.UnitId;

/// Which awards somebody wants, as written in an address. Blank is as good as missing.
///
/// @param authority id of a unit
/// @param from first day of signature, `2024-06-04` or `04/06/2024`
record AwardQuestion(
        @Nullable String authority,
        @Nullable String award,
        @Nullable String decisionNumber,
        @Nullable String from,
        @Nullable String to,
        @Nullable String recipientKind,
        @Nullable String status,
        @Nullable String recipient) {
    /// What a list of decisions can be asked.
    static AwardQuestion ofDecisions(@Nullable String authority, @Nullable String number) {
        return new AwardQuestion(authority, null, number, null, null, null, null, null);
    }

    /// @throws Failure for the first value that cannot be used
    AwardFilter filter() {
        return new AwardFilter(
                read("authority", authority, FailureCode.ID_MALFORMED, AwardQuestion::unit),
                read("award", award, FailureCode.VALUE_UNKNOWN, AwardCode::new),
                read(
                        "decisionNumber",
                        decisionNumber,
                        FailureCode.PARAMETER_MALFORMED,
                        AwardQuestion::shortText),
                read("from", from, FailureCode.DATE_MALFORMED, Days::of),
                read("to", to, FailureCode.DATE_MALFORMED, Days::of),
                read(
                        "recipientKind",
                        recipientKind,
                        FailureCode.VALUE_UNKNOWN,
                        t -> RecipientKind.valueOf(t.toUpperCase(Locale.ROOT))),
                read(
                        "status",
                        status,
                        FailureCode.VALUE_UNKNOWN,
                        t -> AwardStatus.valueOf(t.toUpperCase(Locale.ROOT))),
                null,
                read(
                        "recipient",
                        recipient,
                        FailureCode.ID_MALFORMED,
                        t -> new RecipientId(uuid(t))),
                null);
    }

    private static UnitId unit(String text) {
        return new UnitId(uuid(text));
    }

    /// What could be part of a number: nothing that no paper bears, such as a control character.
    private static String shortText(String text) {
        if (text.length() > 100) {
            throw new IllegalArgumentException(text);
        }
        return Text.of("decision number", text);
    }

    /// An id in full; `UUID.fromString` takes shorter ones too.
    static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException(text);
        }
        return UUID.fromString(text);
    }

    private static <T> @Nullable T read(
            String name, @Nullable String text, FailureCode code, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text.strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Failure.at(name, code, text).because(e);
        }
    }

    /// An id of the path.
    ///
    /// @throws Failure `ID_MALFORMED`
    static UUID id(String text) {
        try {
            return uuid(text);
        } catch (IllegalArgumentException e) {
            throw Failure.at("id", FailureCode.ID_MALFORMED, text).because(e);
        }
    }

    /// Rows wanted.
    ///
    /// @throws Failure `LIMIT_OUT_OF_RANGE`
    static int limit(@Nullable String text, int otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,4}")) {
            throw Failure.at("limit", FailureCode.LIMIT_OUT_OF_RANGE, text);
        }
        var limit = Integer.parseInt(text);
        if (limit < 1 || limit > Register.MAX_PAGE) {
            throw Failure.at("limit", FailureCode.LIMIT_OUT_OF_RANGE, text);
        }
        return limit;
    }
}

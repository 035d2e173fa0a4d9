package vn.sovang.api.worklist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.clocks.Clocks.Wanted;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitId;

/// Which part of a worklist somebody wants, as written in an address or on the command line. Blank
/// is as good as missing.
///
/// @param unit id of the unit whose turn it is, or which holds the items
/// @param day day for which limits are worked out, `2024-06-30` or `30/06/2024`; today without it
/// @param step name of a [Step]
/// @param overdue `true`: only what is past its last day
/// @param knownAt see [vn.sovang.api.statistics.KnownAtText]
public record WorklistQuestion(
        @Nullable String unit,
        @Nullable String day,
        @Nullable String step,
        @Nullable String overdue,
        @Nullable String knownAt) {
    /// @throws Failure for the first value that cannot be used
    Wanted wanted() {
        return new Wanted(unitId(), stepValue(), overdueOnly());
    }

    /// @throws Failure `ID_MALFORMED`
    @Nullable UnitId unitId() {
        return read("unit", unit, FailureCode.ID_MALFORMED, WorklistQuestion::unit);
    }

    private static UnitId unit(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException(text);
        }
        return new UnitId(UUID.fromString(text));
    }

    private @Nullable Step stepValue() {
        return read(
                "step",
                step,
                FailureCode.VALUE_UNKNOWN,
                text -> Step.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    /// @throws Failure `VALUE_UNKNOWN`
    boolean overdueOnly() {
        var only = read("overdue", overdue, FailureCode.VALUE_UNKNOWN, WorklistQuestion::yes);
        return Boolean.TRUE.equals(only);
    }

    private static Boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /// The day asked about; today in Vietnam where the question names none.
    ///
    /// @throws Failure `DATE_MALFORMED`
    LocalDate dayAsked() {
        var asked = read("day", day, FailureCode.DATE_MALFORMED, Days::of);
        return asked == null ? Days.today() : asked;
    }

    static <T> @Nullable T read(
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
}

package vn.sovang.api.imports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Dates as offices write them. Two-digit years and month names are not understood: a guess would
/// be stored for ever.
final class Days {
    private static final DateTimeFormatter WRITTEN = strict("dd/MM/uuuu");
    private static final List<DateTimeFormatter> FORMS =
            List.of(strict("d/M/uuuu"), strict("d-M-uuuu"), strict("uuuu-MM-dd"));

    /// The first commendations of the state are from 1946.
    private static final int FIRST_YEAR = 1945;

    private Days() {}

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static Optional<LocalDate> parse(String text) {
        for (var form : FORMS) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeParseException e) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    static boolean plausible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR;
    }

    static String written(LocalDate day) {
        return WRITTEN.format(day);
    }
}

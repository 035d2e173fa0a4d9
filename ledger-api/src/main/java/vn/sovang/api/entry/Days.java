package vn.sovang.api.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.sovang.decider.Origin;

/// Days as people type them: `4/6/2024`, `04-06-2024`, `2024-06-04`. Two-digit years are not
/// understood: a guess would be stored for ever.
public final class Days {
    private static final List<DateTimeFormatter> FORMS =
            List.of(strict("d/M/uuuu"), strict("d-M-uuuu"), strict("uuuu-MM-dd"));
    private static final DateTimeFormatter SHOWN = strict("dd/MM/uuuu");

    private Days() {}

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /// Empty for what is no day.
    public static Optional<LocalDate> read(String text) {
        for (var form : FORMS) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    /// As offices write it, `04/06/2024`.
    public static String shown(LocalDate day) {
        return SHOWN.format(day);
    }

    /// In Vietnam.
    public static LocalDate today() {
        return LocalDate.now(Origin.VIETNAM);
    }
}

package vn.sovang.api.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.sovang.decider.Origin;

/// Days as people type them, into forms, filters, addresses, cells and on the command line:
/// `4/6/2024`, `04-06-2024`, `2024-06-04`. A day that no calendar has, such as 31/2, is none: taken
/// for another it would answer a question that nobody asked, or be stored for ever. For the same
/// reason two-digit years and names of months are not understood.
public final class Days {
    private static final List<DateTimeFormatter> FORMS =
            List.of(strict("d/M/uuuu"), strict("d-M-uuuu"), strict("uuuu-MM-dd"));
    private static final DateTimeFormatter SHOWN = strict("dd/MM/uuuu");

    /// Days outside these are slips of the pen, and beyond some no database reaches.
    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private Days() {}

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /// Empty for what is no day.
    public static Optional<LocalDate> read(String text) {
        for (var form : FORMS) {
            try {
                return Optional.of(LocalDate.parse(text.strip(), form));
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    /// A day that somebody asks about.
    ///
    /// @throws DateTimeException for what is no day, or one of which no paper can speak
    public static LocalDate of(String text) {
        return read(text)
                .filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST))
                .orElseThrow(() -> new DateTimeException(text));
    }

    /// A day that somebody asks about.
    ///
    /// @throws Failure `DATE_MALFORMED`
    public static LocalDate of(String parameter, String text) {
        try {
            return of(text);
        } catch (DateTimeException e) {
            throw Failure.at(parameter, FailureCode.DATE_MALFORMED, text).because(e);
        }
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

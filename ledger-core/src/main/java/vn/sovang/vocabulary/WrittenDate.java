package vn.sovang.vocabulary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/// A date as an old paper gives it (*ngày ghi trên văn bản*): `1948`, `02/1948`, `00/00/1948`,
/// `chưa rõ`. Kept letter by letter; what it tells about the day is read from it, never written
/// over it.
public record WrittenDate(String asWritten) {
    private static final Pattern PARTS =
            Pattern.compile("(?:(?:(\\d{1,2})[/.-])?(\\d{1,2})[/.-])?(\\d{4})");

    public WrittenDate {
        asWritten = Text.of("date", asWritten);
    }

    /// First day it can mean; empty if it names no year.
    public Optional<LocalDate> first() {
        return month().map(m -> m.atDay(1)).or(() -> year().map(y -> LocalDate.of(y, 1, 1)));
    }

    /// Last day it can mean; empty if it names no year.
    public Optional<LocalDate> last() {
        return month().map(YearMonth::atEndOfMonth)
                .or(() -> year().map(y -> LocalDate.of(y, 12, 31)));
    }

    /// Whether the day is one of those it can mean. A date without a year can mean any.
    public boolean allows(LocalDate day) {
        return first().map(f -> !day.isBefore(f)).orElse(true)
                && last().map(l -> !day.isAfter(l)).orElse(true);
    }

    private Optional<Integer> year() {
        var parts = PARTS.matcher(asWritten);
        return parts.matches() ? Optional.of(Integer.parseInt(parts.group(3))) : Optional.empty();
    }

    private Optional<YearMonth> month() {
        var parts = PARTS.matcher(asWritten);
        if (!parts.matches() || parts.group(2) == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    YearMonth.of(
                            Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(2))));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return asWritten;
    }
}

package vn.sovang.projection.statistics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The days a figure is about (*kỳ*).
public sealed interface Period {
    /// Half of a year.
    ///
    /// @param half 1 or 2
    record HalfYear(int year, int half) implements Period {
        public HalfYear {
            Period.requireYear(year);
            if (half < 1 || half > 2) {
                throw new IllegalArgumentException("half " + half);
            }
        }

        @Override
        public Interval days(PeriodPolicy policy) {
            return switch (policy) {
                case CALENDAR ->
                        half == 1
                                ? interval(year, 1, 1, year, 6, 30)
                                : interval(year, 7, 1, year, 12, 31);
                case ADMINISTRATIVE ->
                        half == 1
                                ? interval(year - 1, 12, 15, year, 6, 14)
                                : interval(year, 6, 15, year, 12, 14);
            };
        }

        @Override
        public String toString() {
            return year + "-H" + half;
        }
    }

    /// A whole year.
    record Year(int year) implements Period {
        public Year {
            Period.requireYear(year);
        }

        @Override
        public Interval days(PeriodPolicy policy) {
            return switch (policy) {
                case CALENDAR -> interval(year, 1, 1, year, 12, 31);
                case ADMINISTRATIVE -> interval(year - 1, 12, 15, year, 12, 14);
            };
        }

        @Override
        public String toString() {
            return Integer.toString(year);
        }
    }

    /// A school year (*năm học*), the same under every policy: education units decide awards for it
    /// and not for the calendar year. Its days are data, see [SchoolYears].
    ///
    /// @param firstYear of `2023-2024` it is 2023
    record SchoolYear(int firstYear) implements Period {
        public SchoolYear {
            Period.requireYear(firstYear);
        }

        @Override
        public Interval days(PeriodPolicy policy) {
            return SchoolYears.of(firstYear);
        }

        @Override
        public String toString() {
            return firstYear + "-" + (firstYear + 1);
        }
    }

    /// Any days, the same under every policy (*giai đoạn*).
    ///
    /// @param from first day
    /// @param to last day, included
    record Interval(LocalDate from, LocalDate to) implements Period {
        public Interval {
            Period.requireYear(from.getYear());
            Period.requireYear(to.getYear());
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(from + " is after " + to);
            }
        }

        @Override
        public Interval days(PeriodPolicy policy) {
            return this;
        }

        @Override
        public String toString() {
            return from + ".." + to;
        }
    }

    /// First and last day under a policy, both included, in Vietnam.
    Interval days(PeriodPolicy policy);

    /// Reads `2024-H1`, `2024-H2`, `2024`, a school year `2023-2024`, two days
    /// `2024-01-15..2024-03-31`, or two years `2019..2024`.
    ///
    /// @throws IllegalArgumentException for anything else
    static Period parse(String text) {
        Matcher matcher = Syntax.PERIOD.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a period: " + text);
        }
        if (matcher.group("from") != null) {
            return parseInterval(matcher.group("from"), matcher.group("to"));
        }
        if (matcher.group("firstYear") != null) {
            return new Interval(
                    LocalDate.of(Integer.parseInt(matcher.group("firstYear")), 1, 1),
                    LocalDate.of(Integer.parseInt(matcher.group("lastYear")), 12, 31));
        }
        int year = Integer.parseInt(matcher.group("year"));
        String next = matcher.group("next");
        if (next != null) {
            if (Integer.parseInt(next) != year + 1) {
                throw new IllegalArgumentException("not a school year: " + text);
            }
            return new SchoolYear(year);
        }
        String half = matcher.group("half");
        return half == null ? new Year(year) : new HalfYear(year, Integer.parseInt(half));
    }

    private static Interval parseInterval(String from, String to) {
        try {
            return new Interval(LocalDate.parse(from), LocalDate.parse(to));
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException(noDay.getMessage(), noDay);
        }
    }

    private static Interval interval(int y1, int m1, int d1, int y2, int m2, int d2) {
        return new Interval(LocalDate.of(y1, m1, d1), LocalDate.of(y2, m2, d2));
    }

    private static void requireYear(int year) {
        if (year < 1900 || year > 2999) {
            throw new IllegalArgumentException("year " + year);
        }
    }
}

/// How periods are written.
final class Syntax {
    static final Pattern PERIOD =
            Pattern.compile(
                    "(?<year>\\d{4})(-H(?<half>[12])|-(?<next>\\d{4}))?"
                            + "|(?<firstYear>\\d{4})\\.\\.(?<lastYear>\\d{4})"
                            + "|(?<from>\\d{4}-\\d\\d-\\d\\d)\\.\\.(?<to>\\d{4}-\\d\\d-\\d\\d)");

    private Syntax() {}
}

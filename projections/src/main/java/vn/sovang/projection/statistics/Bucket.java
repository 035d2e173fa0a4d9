package vn.sovang.projection.statistics;

import java.time.LocalDate;
import java.time.MonthDay;

/// Spans of days with a running total of their own.
enum Bucket {
    MONTH(0),
    CALENDAR_HALF_YEAR(1),
    ADMINISTRATIVE_HALF_YEAR(2),
    CALENDAR_YEAR(3),
    ADMINISTRATIVE_YEAR(4);

    private static final MonthDay SUMMER = MonthDay.of(6, 15);
    private static final MonthDay WINTER = MonthDay.of(12, 15);

    private final int code;

    Bucket(int code) {
        this.code = code;
    }

    /// As stored.
    int code() {
        return code;
    }

    /// First day of the span that holds the day.
    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case MONTH -> day.withDayOfMonth(1);
            case CALENDAR_HALF_YEAR ->
                    LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1);
            case CALENDAR_YEAR -> LocalDate.of(day.getYear(), 1, 1);
            case ADMINISTRATIVE_HALF_YEAR -> {
                LocalDate summer = SUMMER.atYear(day.getYear());
                LocalDate year = ADMINISTRATIVE_YEAR.startOf(day);
                yield day.isBefore(summer) || year.isAfter(summer) ? year : summer;
            }
            case ADMINISTRATIVE_YEAR -> {
                LocalDate winter = WINTER.atYear(day.getYear());
                yield day.isBefore(winter) ? winter.minusYears(1) : winter;
            }
        };
    }

    /// Last day of the span that begins on the day.
    LocalDate endFrom(LocalDate start) {
        return switch (this) {
            case MONTH -> start.plusMonths(1).minusDays(1);
            case CALENDAR_HALF_YEAR, ADMINISTRATIVE_HALF_YEAR -> start.plusMonths(6).minusDays(1);
            case CALENDAR_YEAR, ADMINISTRATIVE_YEAR -> start.plusYears(1).minusDays(1);
        };
    }
}

package vn.sovang.projection.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.sovang.projection.statistics.Period.HalfYear;
import vn.sovang.projection.statistics.Period.Interval;
import vn.sovang.projection.statistics.Period.Year;

/// Buckets of one kind whose first days lie between two days, both included.
record Span(Bucket bucket, LocalDate first, LocalDate last) {
    /// The buckets that together hold exactly the days of a period: one for a period of a policy,
    /// whole years, whole half-years and ragged days for an interval.
    static List<Span> of(PeriodPolicy policy, Period period) {
        boolean calendar = policy == PeriodPolicy.CALENDAR;
        return switch (period) {
            case HalfYear half ->
                    one(
                            calendar ? Bucket.CALENDAR_HALF_YEAR : Bucket.ADMINISTRATIVE_HALF_YEAR,
                            half.days(policy).from());
            case Year year ->
                    one(
                            calendar ? Bucket.CALENDAR_YEAR : Bucket.ADMINISTRATIVE_YEAR,
                            year.days(policy).from());
            case Interval interval -> cut(interval);
        };
    }

    private static List<Span> one(Bucket bucket, LocalDate first) {
        return List.of(new Span(bucket, first, first));
    }

    private static List<Span> cut(Interval interval) {
        var spans = new ArrayList<Span>();
        LocalDate day = interval.from();
        while (!day.isAfter(interval.to())) {
            Span next = widest(day, interval.to());
            spans.add(next);
            day = next.end().plusDays(1);
        }
        return spans;
    }

    private static Span widest(LocalDate day, LocalDate to) {
        for (Bucket bucket : List.of(Bucket.CALENDAR_YEAR, Bucket.CALENDAR_HALF_YEAR)) {
            Span whole = new Span(bucket, day, day);
            if (bucket.startOf(day).equals(day) && !whole.end().isAfter(to)) {
                return whole;
            }
        }
        LocalDate start = Bucket.CALENDAR_HALF_YEAR.startOf(day);
        LocalDate halfEnds = new Span(Bucket.CALENDAR_HALF_YEAR, start, start).end();
        return new Span(Bucket.DAY, day, halfEnds.isBefore(to) ? halfEnds : to);
    }

    /// Last day of the last bucket.
    private LocalDate end() {
        return switch (bucket) {
            case DAY -> last;
            case CALENDAR_HALF_YEAR, ADMINISTRATIVE_HALF_YEAR -> last.plusMonths(6).minusDays(1);
            case CALENDAR_YEAR, ADMINISTRATIVE_YEAR -> last.plusYears(1).minusDays(1);
        };
    }
}

package vn.sovang.projection.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.Period.HalfYear;
import vn.sovang.projection.statistics.Period.Interval;
import vn.sovang.projection.statistics.Period.SchoolYear;
import vn.sovang.projection.statistics.Period.Year;

/// Buckets of one kind whose first days lie between two days, both included.
record Span(Bucket bucket, LocalDate first, LocalDate last) {
    /// The months that hold any day between two days.
    static Span months(LocalDate from, LocalDate to) {
        return new Span(Bucket.MONTH, Bucket.MONTH.startOf(from), Bucket.MONTH.startOf(to));
    }

    /// A period in buckets, and the days at its ends that no bucket fits.
    ///
    /// @param ragged less than a month at either end
    record Cut(List<Span> whole, List<Interval> ragged) {}

    /// The buckets that together with the ragged days hold exactly the days of a period: one for a
    /// period of a policy; whole years, half-years and months for an interval.
    static Cut of(PeriodPolicy policy, Period period) {
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
            case SchoolYear year -> cut(year.days(policy));
            case Interval interval -> cut(interval);
        };
    }

    private static Cut one(Bucket bucket, LocalDate first) {
        return new Cut(List.of(new Span(bucket, first, first)), List.of());
    }

    private static Cut cut(Interval interval) {
        var whole = new ArrayList<Span>();
        var ragged = new ArrayList<Interval>();
        LocalDate day = interval.from();
        while (!day.isAfter(interval.to())) {
            Bucket widest = widest(day, interval.to());
            LocalDate end;
            if (widest != null) {
                whole.add(new Span(widest, day, day));
                end = widest.endFrom(day);
            } else {
                LocalDate month = Bucket.MONTH.endFrom(Bucket.MONTH.startOf(day));
                end = month.isBefore(interval.to()) ? month : interval.to();
                ragged.add(new Interval(day, end));
            }
            day = end.plusDays(1);
        }
        return new Cut(whole, ragged);
    }

    private static @Nullable Bucket widest(LocalDate day, LocalDate to) {
        for (Bucket bucket :
                List.of(Bucket.CALENDAR_YEAR, Bucket.CALENDAR_HALF_YEAR, Bucket.MONTH)) {
            if (bucket.startOf(day).equals(day) && !bucket.endFrom(day).isAfter(to)) {
                return bucket;
            }
        }
        return null;
    }
}

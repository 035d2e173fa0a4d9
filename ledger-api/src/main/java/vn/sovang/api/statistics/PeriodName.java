package vn.sovang.api.statistics;

import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.projection.statistics.Period;

/// Periods as people name them, such as *6 tháng đầu năm 2024*.
public final class PeriodName {
    private PeriodName() {}

    public static String of(Period period, Messages messages) {
        return switch (period) {
            case Period.HalfYear half -> messages.text("period.half." + half.half(), half.year());
            case Period.Year year -> messages.text("period.year", year.year());
            case Period.SchoolYear year ->
                    messages.text("period.school", year.firstYear(), year.firstYear() + 1);
            case Period.Interval days -> {
                var format = new VietnameseFormat();
                yield messages.text(
                        "period.days", format.date(days.from()), format.date(days.to()));
            }
        };
    }
}

package vn.sovang.vocabulary;

import org.jspecify.annotations.Nullable;

/// One figure of a report (*số liệu*). The authority is that of the report.
///
/// @param measure what is counted, by the code the statistics use, such as `DECIDED`
/// @param proposingUnit absent where the paper does not say
/// @param recipientUnit absent where the paper does not say
/// @param count lines, or đồng for prizes; never 0
public record ReportFigure(
        String measure,
        AwardCode award,
        AwardLevel level,
        @Nullable RecipientKind recipientKind,
        @Nullable CommendationType commendationType,
        @Nullable UnitId proposingUnit,
        @Nullable UnitId recipientUnit,
        @Nullable ReissueKind reissueKind,
        long count) {
    public ReportFigure {
        measure = Text.of("measure", measure);
        if (count == 0) {
            throw new IllegalValue("count", "a figure of 0 is left out");
        }
    }
}

package vn.sovang.vocabulary;

import java.time.LocalDate;

/// What a report is about (*kỳ báo cáo của một cơ quan*). A scope has one report; what follows it
/// restates it.
///
/// @param authority whose figures
/// @param policy which days a half-year has, such as `CALENDAR`
/// @param period as the office names it, such as `2024-H1`
/// @param from first day
/// @param to last day, included
public record ReportScope(
        UnitId authority, String policy, String period, LocalDate from, LocalDate to) {
    public ReportScope {
        policy = Text.of("policy", policy);
        period = Text.of("period", period);
        if (to.isBefore(from)) {
            throw new IllegalValue("period", from + " is after " + to);
        }
    }

    public String tag() {
        return "report-of:" + authority + "/" + policy + "/" + period;
    }
}

package vn.sovang.api.statistics;

import java.util.Locale;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;

/// Policies as programs name them: `CALENDAR_HALF_YEAR`, `ADMINISTRATIVE_HALF_YEAR`,
/// `CALENDAR_YEAR`, `ADMINISTRATIVE_YEAR`, `FREE_INTERVAL`.
///
/// Whether half a year or a whole one is meant follows from the period; asking by the short names
/// `CALENDAR` and `ADMINISTRATIVE` is the same.
public final class PolicyName {
    private PolicyName() {}

    /// @throws Failure `POLICY_UNKNOWN`
    static PeriodPolicy parse(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "", "CALENDAR", "CALENDAR_HALF_YEAR", "CALENDAR_YEAR", "FREE_INTERVAL" ->
                    PeriodPolicy.CALENDAR;
            case "ADMINISTRATIVE", "ADMINISTRATIVE_HALF_YEAR", "ADMINISTRATIVE_YEAR" ->
                    PeriodPolicy.ADMINISTRATIVE;
            default -> throw Failure.at("policy", FailureCode.POLICY_UNKNOWN, text);
        };
    }

    public static String of(PeriodPolicy policy, Period period) {
        return switch (period) {
            case Period.HalfYear _ -> policy + "_HALF_YEAR";
            case Period.Year _ -> policy + "_YEAR";
            case Period.Interval _ -> "FREE_INTERVAL";
        };
    }
}

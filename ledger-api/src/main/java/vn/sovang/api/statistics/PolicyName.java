package vn.sovang.api.statistics;

import java.util.Locale;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;

/// Policies as programs name them: `CALENDAR_HALF_YEAR`, `ADMINISTRATIVE_HALF_YEAR`,
/// `CALENDAR_YEAR`, `ADMINISTRATIVE_YEAR`, `SCHOOL_YEAR`, `FREE_INTERVAL`.
///
/// Whether half a year or a whole one is meant follows from the period; asking by the short names
/// `CALENDAR` and `ADMINISTRATIVE` is the same. The codes of the reporting rounds (`LICH_6T_DAU`,
/// `CHOT_ND09_NAM` …) say policy and half-year at once, of the year that the period names.
public final class PolicyName {
    private PolicyName() {}

    /// @throws Failure `POLICY_UNKNOWN`
    static PeriodPolicy parse(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "",
                    "CALENDAR",
                    "CALENDAR_HALF_YEAR",
                    "CALENDAR_YEAR",
                    "FREE_INTERVAL",
                    "SCHOOL_YEAR",
                    "LICH_6T_DAU",
                    "LICH_6T_CUOI",
                    "NAM_HOC",
                    "GIAI_DOAN" ->
                    PeriodPolicy.CALENDAR;
            case "ADMINISTRATIVE",
                    "ADMINISTRATIVE_HALF_YEAR",
                    "ADMINISTRATIVE_YEAR",
                    "CHOT_ND09_6T_DAU",
                    "CHOT_ND09_6T_CUOI",
                    "CHOT_ND09_NAM" ->
                    PeriodPolicy.ADMINISTRATIVE;
            default -> throw Failure.at("policy", FailureCode.POLICY_UNKNOWN, text);
        };
    }

    /// What is left of a year under a code that says which part of it is meant.
    static Period period(String policy, Period period) {
        if (!(period instanceof Period.Year year)) {
            return period;
        }
        return switch (policy.strip().toUpperCase(Locale.ROOT)) {
            case "LICH_6T_DAU", "CHOT_ND09_6T_DAU" -> new Period.HalfYear(year.year(), 1);
            case "LICH_6T_CUOI", "CHOT_ND09_6T_CUOI" -> new Period.HalfYear(year.year(), 2);
            case "SCHOOL_YEAR", "NAM_HOC" -> new Period.SchoolYear(year.year());
            default -> period;
        };
    }

    public static String of(PeriodPolicy policy, Period period) {
        return switch (period) {
            case Period.HalfYear _ -> policy + "_HALF_YEAR";
            case Period.Year _ -> policy + "_YEAR";
            case Period.SchoolYear _ -> "SCHOOL_YEAR";
            case Period.Interval _ -> "FREE_INTERVAL";
        };
    }
}

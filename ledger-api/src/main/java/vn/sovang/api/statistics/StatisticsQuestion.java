package vn.sovang.api.statistics;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.View;

/// What somebody asks for, as written in an address or on the command line.
///
/// @param period such as `2024-H1`
/// @param policy see [PolicyName]
/// @param authority name or id of a unit
/// @param knownAt see [KnownAtText]
/// @param view `original` or `restated`
public record StatisticsQuestion(
        @Nullable String period,
        @Nullable String policy,
        @Nullable String authority,
        @Nullable String knownAt,
        @Nullable String view) {
    /// Reads all but the authority, which only the ledger knows.
    ///
    /// @throws Failure for the first parameter that cannot be read
    public void check() {
        readPeriod();
        readPolicy();
        readKnownAt();
        readView();
    }

    /// @throws Failure `PARAMETER_MISSING`, `PERIOD_MALFORMED`
    public Period readPeriod() {
        if (period == null || period.isBlank()) {
            throw Failure.at("period", FailureCode.PARAMETER_MISSING, "");
        }
        try {
            return Period.parse(period.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Failure.at("period", FailureCode.PERIOD_MALFORMED, period);
        }
    }

    /// @throws Failure `POLICY_UNKNOWN`
    public PeriodPolicy readPolicy() {
        return PolicyName.parse(policy == null ? "" : policy);
    }

    /// @throws Failure `KNOWN_AT_MALFORMED`
    KnownAt readKnownAt() {
        return KnownAtText.parse(knownAt);
    }

    /// @throws Failure `VIEW_UNKNOWN`
    View readView() {
        return switch (view == null ? "" : view.strip().toLowerCase(Locale.ROOT)) {
            case "", "original" -> View.ORIGINAL;
            case "restated" -> View.RESTATED;
            default -> throw Failure.at("view", FailureCode.VIEW_UNKNOWN, String.valueOf(view));
        };
    }
}

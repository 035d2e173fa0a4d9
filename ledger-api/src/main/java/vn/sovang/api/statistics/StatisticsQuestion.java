package vn.sovang.api.statistics;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.UnitView;
import vn.sovang.projection.statistics.View;

/// What somebody asks for, as written in an address or on the command line.
///
/// @param period such as `2024-H1`
/// @param policy see [PolicyName]
/// @param authority name or id of a unit
/// @param knownAt see [KnownAtText]
/// @param view `original` or `restated`
/// @param units `as-then` or `as-now`
/// @param officeKnewAt day by whose end the office must claim to have known; null for what the
///   ledger knows
public record StatisticsQuestion(
        @Nullable String period,
        @Nullable String policy,
        @Nullable String authority,
        @Nullable String knownAt,
        @Nullable String view,
        @Nullable String units,
        @Nullable String officeKnewAt) {

    /// Of what the ledger knows, under the units as they were.
    public StatisticsQuestion(
            @Nullable String period,
            @Nullable String policy,
            @Nullable String authority,
            @Nullable String knownAt,
            @Nullable String view) {
        this(period, policy, authority, knownAt, view, null, null);
    }

    /// The same about another period, or as known at another moment, where one is named.
    public StatisticsQuestion about(@Nullable String otherPeriod, @Nullable String otherMoment) {
        return new StatisticsQuestion(
                blank(otherPeriod) ? period : otherPeriod,
                policy,
                authority,
                blank(otherMoment) ? knownAt : otherMoment,
                view,
                units,
                officeKnewAt);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /// Reads all but the authority, which only the ledger knows.
    ///
    /// @throws Failure for the first parameter that cannot be read
    public void check() {
        readPeriod();
        readPolicy();
        // Whether a checkpoint is one, only the log can say.
        if (!Checkpoints.looksLikeOne(knownAt)) {
            readKnownAt();
        }
        readView();
        readUnits();
        readOfficeKnewAt();
    }

    /// @throws Failure `PARAMETER_MISSING`, `PERIOD_MALFORMED`
    public Period readPeriod() {
        if (period == null || period.isBlank()) {
            throw Failure.at("period", FailureCode.PARAMETER_MISSING, "");
        }
        try {
            var read = Period.parse(period.strip().toUpperCase(Locale.ROOT));
            return PolicyName.period(policy == null ? "" : policy, read);
        } catch (IllegalArgumentException e) {
            throw Failure.at("period", FailureCode.PERIOD_MALFORMED, period);
        }
    }

    /// @throws Failure `POLICY_UNKNOWN`
    public PeriodPolicy readPolicy() {
        return PolicyName.parse(policy == null ? "" : policy);
    }

    /// @throws Failure `KNOWN_AT_MALFORMED`
    public KnownAt readKnownAt() {
        return KnownAtText.parse(knownAt);
    }

    /// @throws Failure `VIEW_UNKNOWN`
    public View readView() {
        return switch (view == null ? "" : view.strip().toLowerCase(Locale.ROOT)) {
            case "", "original" -> View.ORIGINAL;
            case "restated" -> View.RESTATED;
            default -> throw Failure.at("view", FailureCode.VIEW_UNKNOWN, String.valueOf(view));
        };
    }

    /// @throws Failure `VALUE_UNKNOWN`
    UnitView readUnits() {
        return switch (units == null
                ? ""
                : units.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "", "as-then" -> UnitView.AS_THEN;
            case "as-now" -> UnitView.AS_NOW;
            default -> throw Failure.at("units", FailureCode.VALUE_UNKNOWN, String.valueOf(units));
        };
    }

    /// @throws Failure `DATE_MALFORMED`
    @Nullable LocalDate readOfficeKnewAt() {
        if (officeKnewAt == null || officeKnewAt.isBlank()) {
            return null;
        }
        return Days.of("officeKnewAt", officeKnewAt.strip());
    }
}

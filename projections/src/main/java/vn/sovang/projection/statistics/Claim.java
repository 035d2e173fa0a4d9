package vn.sovang.projection.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Fact;

/// From which day on the office claims to have known something (R2).
///
/// @param on the day of arrival; without one the day of the act, before which nobody could know it
/// @param arrived whether the paper bears a day of arrival
record Claim(LocalDate on, boolean arrived) {
    static Claim of(Fact fact) {
        return fact.arrival() == null
                ? new Claim(fact.effectiveOn(), false)
                : new Claim(fact.arrival().on(), true);
    }

    static @Nullable LocalDate dayOf(@Nullable Claim claim) {
        return claim == null ? null : claim.on;
    }

    static @Nullable Boolean hasArrival(@Nullable Claim claim) {
        return claim == null ? null : claim.arrived;
    }
}

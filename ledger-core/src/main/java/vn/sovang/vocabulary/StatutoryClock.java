package vn.sovang.vocabulary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A time limit of the law for one step (*thời hạn giải quyết*), as data: which one holds depends
/// on the day the step began.
///
/// @param days calendar days
/// @param basis article that says so
/// @param check what nobody has verified yet; absent if read in the text
public record StatutoryClock(
        Step step,
        int days,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String basis,
        @Nullable String check) {
    /// Steps that have a limit.
    public enum Step {
        /// The province reviews a case of exchange or re-issue and sends it on.
        PROVINCE_REVIEW,
        /// The centre answers a case sent up to it.
        CENTRE_DECISION,
        /// The items of an annulled award are taken back.
        WITHDRAWAL
    }

    /// Whether the limit holds for a step that began on that day.
    public boolean holdsFor(LocalDate began) {
        return (validFrom == null || !began.isBefore(validFrom))
                && (validTo == null || !began.isAfter(validTo));
    }

    /// Last day of the step; the day it began does not count (Bộ luật Dân sự 2015 Điều 147).
    public LocalDate dueOn(LocalDate began) {
        return began.plusDays(days);
    }

    /// The limit of a step that began on that day; empty if no text gives one.
    public static Optional<StatutoryClock> of(
            List<StatutoryClock> clocks, Step step, LocalDate began) {
        return clocks.stream().filter(c -> c.step() == step && c.holdsFor(began)).findFirst();
    }
}

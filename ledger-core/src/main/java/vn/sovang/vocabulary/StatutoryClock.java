package vn.sovang.vocabulary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A time limit of the law for one step (*thời hạn giải quyết*), as data: which one holds depends
/// on the day the step began, and for some steps on who has to act.
///
/// @param level level of the office it binds; absent for all
/// @param days how many
/// @param counted which days count
/// @param basis article that says so
/// @param check what nobody has verified yet; absent if read in the text
public record StatutoryClock(
        Step step,
        @Nullable UnitLevel level,
        int days,
        Counted counted,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String basis,
        @Nullable String check) {
    /// Steps that take time. Not each has a limit in the law.
    public enum Step {
        /// An office below the province reviews a case of exchange or re-issue.
        LOCAL_REVIEW,
        /// The province reviews a case of exchange or re-issue and sends it on.
        PROVINCE_REVIEW,
        /// The centre answers a case sent up to it.
        CENTRE_DECISION,
        /// The new item of an approved case is made.
        ITEM_MAKING,
        /// The new item is handed over.
        HAND_OVER,
        /// The items of an annulled or stripped award are taken back.
        WITHDRAWAL,
        /// The prize of an annulled award is paid back.
        PRIZE_RECOVERY,
        /// A dossier is appraised.
        APPRAISAL,
        /// A body that was asked gives its opinion.
        OPINION,
        /// A list stands published for comments.
        PUBLICATION,
        /// Who proposed is told the result.
        NOTICE,
        /// The proposing body asks for stripping, from the day the judgment came into force on.
        PROPOSE_STRIPPING
    }

    /// Which days count.
    public enum Counted {
        /// All. A last day on which offices do not work is moved to the next on which they do (Bộ
        /// luật Dân sự 2015 Điều 148.5).
        CALENDAR,
        /// Only those on which offices work.
        WORKING
    }

    /// The last day of a step.
    ///
    /// @param on absent where working days would have to be counted in a year whose calendar is not
    ///   known
    /// @param calendarKnown whether the calendar of the year is known; without it a last day may
    ///   have to be moved past a weekend or holiday
    public record Due(@Nullable LocalDate on, boolean calendarKnown) {}

    /// Whether the limit holds for a step that an office of that level began on that day.
    public boolean holdsFor(@Nullable UnitLevel office, LocalDate began) {
        return (level == null || level == office)
                && (validFrom == null || !began.isBefore(validFrom))
                && (validTo == null || !began.isAfter(validTo));
    }

    /// Last day of the step; the day it began does not count (Bộ luật Dân sự 2015 Điều 147).
    public Due due(LocalDate began, WorkingCalendar calendar) {
        return switch (counted) {
            case CALENDAR -> {
                var last = began.plusDays(days);
                yield calendar.fromOn(last)
                        .map(day -> new Due(day, true))
                        .orElse(new Due(last, false));
            }
            case WORKING ->
                    calendar.after(began, days)
                            .map(day -> new Due(day, true))
                            .orElse(new Due(null, false));
        };
    }

    /// The limit of a step that an office of that level began on that day; empty if no text gives
    /// one.
    public static Optional<StatutoryClock> of(
            List<StatutoryClock> clocks, Step step, @Nullable UnitLevel office, LocalDate began) {
        return clocks.stream()
                .filter(c -> c.step() == step && c.holdsFor(office, began))
                .findFirst();
    }
}

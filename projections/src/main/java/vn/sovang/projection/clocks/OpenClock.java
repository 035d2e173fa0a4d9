package vn.sovang.projection.clocks;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.StatutoryClock;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitId;

/// One step that had begun and not ended on the day asked about.
///
/// @param of what takes the step
/// @param subject its identity
/// @param award award line it belongs to, where known
/// @param body body that was asked for its opinion, as the letter names it
/// @param unit whose turn it is, where known
/// @param person user id of who entered the beginning
/// @param limit the law's limit; absent where no text gives one
/// @param dueOn last day: as the paper itself names it, else as the law counts; absent where
///   neither says
/// @param agreed the paper names the day
/// @param calendarKnown false where the calendar of the year is missing
/// @param overdueDays days past the last day; 0 if none
/// @param position of the event that began it
/// @param rebuilt the beginning was made up from the counts of a report (R6)
public record OpenClock(
        ClockSubject of,
        UUID subject,
        @Nullable AwardId award,
        Step step,
        @Nullable String body,
        @Nullable UnitId unit,
        @Nullable String unitName,
        String person,
        LocalDate beganOn,
        @Nullable StatutoryClock limit,
        @Nullable LocalDate dueOn,
        boolean agreed,
        boolean calendarKnown,
        long overdueDays,
        long position,
        boolean rebuilt) {
    /// How it stands.
    public ClockState state() {
        if (overdueDays > 0) {
            return step == Step.PUBLICATION ? ClockState.PASSED : ClockState.OVERDUE;
        }
        if (dueOn != null) {
            return ClockState.RUNNING;
        }
        return limit == null ? ClockState.NO_LIMIT : ClockState.CALENDAR_UNKNOWN;
    }
}

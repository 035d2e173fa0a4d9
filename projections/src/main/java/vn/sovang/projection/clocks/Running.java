package vn.sovang.projection.clocks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.StatutoryClock;

/// A time limit that runs.
///
/// @param limit which one
/// @param dueOn last day; absent where the calendar it needs is not known
/// @param calendarKnown whether the calendar of the last day's year is known
/// @param overdueDays days past it on the day asked about; 0 if none
public record Running(
        StatutoryClock limit, @Nullable LocalDate dueOn, boolean calendarKnown, long overdueDays) {}

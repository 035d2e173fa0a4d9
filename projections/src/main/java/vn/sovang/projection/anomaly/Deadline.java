package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.founding.ReferenceData;
import vn.sovang.vocabulary.StatutoryClock;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitLevel;
import vn.sovang.vocabulary.WorkingCalendar;

/// The last day of a step that has begun (*thời hạn*).
///
/// @param days the law gives, in the days it counts
/// @param due last day on which the step is still in order
record Deadline(int days, LocalDate due) {
    private static final List<StatutoryClock> CLOCKS = ReferenceData.clocks();
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(ReferenceData.workingDays());

    /// Empty where no text limits the step, or the calendar it is counted by is not known.
    static Optional<Deadline> of(Step step, @Nullable UnitLevel office, LocalDate began) {
        return StatutoryClock.of(CLOCKS, step, office, began)
                .flatMap(clock ->
                        Optional.ofNullable(clock.due(began, CALENDAR).on())
                                .map(due -> new Deadline(clock.days(), due)));
    }
}

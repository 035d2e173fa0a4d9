package vn.sovang.projection.clocks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.founding.ReferenceData;
import vn.sovang.vocabulary.StatutoryClock;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitLevel;
import vn.sovang.vocabulary.WorkingCalendar;

/// The time limits of the law with the calendar they are counted by.
public final class Limits {
    private final List<StatutoryClock> clocks;
    private final WorkingCalendar calendar;

    public Limits(List<StatutoryClock> clocks, WorkingCalendar calendar) {
        this.clocks = List.copyOf(clocks);
        this.calendar = calendar;
    }

    /// Those that ship with the program.
    public static Limits shipped() {
        return new Limits(ReferenceData.clocks(), new WorkingCalendar(ReferenceData.workingDays()));
    }

    /// The limit of a step that an office of that level began on a day, as it stands on another;
    /// empty if no text gives one.
    public Optional<Running> running(
            Step step, @Nullable UnitLevel office, LocalDate began, LocalDate today) {
        return StatutoryClock.of(clocks, step, office, began)
                .map(limit -> {
                    var due = limit.due(began, calendar);
                    return new Running(
                            limit, due.on(), due.calendarKnown(), overdue(due.on(), today));
                });
    }

    static long overdue(@Nullable LocalDate due, LocalDate today) {
        return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, today));
    }
}

package vn.sovang.vocabulary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Days on which offices work (*ngày làm việc*): Monday to Friday but for holidays, and the
/// Saturdays that make up for a day moved. Tết and the moved days are told year by year, so only
/// years whose table is there have an answer; a guess would be a wrong day.
public final class WorkingCalendar {
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

    private final Map<LocalDate, Day.Kind> marked = new HashMap<>();
    private final Set<Integer> years = new HashSet<>();

    /// One day that is not what its day of the week says.
    ///
    /// @param check what nobody has verified yet; absent if read in the law's text
    public record Day(LocalDate on, Kind kind, String name, String basis, @Nullable String check) {
        /// What the day is.
        public enum Kind {
            /// Nobody works (*nghỉ lễ, nghỉ bù, nghỉ hoán đổi*).
            HOLIDAY,
            /// Offices work although it is a weekend (*làm bù*).
            WORKDAY
        }
    }

    /// @param days a year is known if its New Year's day is among them
    public WorkingCalendar(List<Day> days) {
        for (var day : days) {
            marked.put(day.on(), day.kind());
            if (MonthDay.from(day.on()).equals(NEW_YEAR)) {
                years.add(day.on().getYear());
            }
        }
    }

    /// Whether the table of the day's year is there.
    public boolean knows(LocalDate day) {
        return years.contains(day.getYear());
    }

    /// Whether offices work; only of a day that is known.
    public boolean isWorkingDay(LocalDate day) {
        var kind = marked.get(day);
        if (kind != null) {
            return kind == Day.Kind.WORKDAY;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /// The working day that is so many after a day, which does not count itself; empty if a year on
    /// the way is not known.
    public Optional<LocalDate> after(LocalDate began, int workingDays) {
        var day = began;
        int left = workingDays;
        while (left > 0) {
            day = day.plusDays(1);
            if (!knows(day)) {
                return Optional.empty();
            }
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return Optional.of(day);
    }

    /// The day itself if offices work, else the next on which they do; empty if a year on the way
    /// is not known.
    public Optional<LocalDate> fromOn(LocalDate day) {
        return after(day.minusDays(1), 1);
    }
}

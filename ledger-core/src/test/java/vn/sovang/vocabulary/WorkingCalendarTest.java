package vn.sovang.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.founding.ReferenceData;

class WorkingCalendarTest {
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(ReferenceData.workingDays());

    @ParameterizedTest
    @CsvSource({
        // Over Tết Giáp Thìn (08–14/02/2024).
        "2024-02-05, 10, 2024-02-26",
        "2024-02-07,  1, 2024-02-15",
        // 29/4 was moved to Saturday 04/5/2024.
        "2024-04-26,  1, 2024-05-02",
        "2024-04-26,  3, 2024-05-04",
        "2024-04-26,  4, 2024-05-06",
        // Over the end of a year, whose next is known.
        "2024-12-30,  2, 2025-01-02",
        "2025-01-20, 10, 2025-02-10",
        "2026-08-21,  1, 2026-08-22",
        "2026-08-28,  1, 2026-09-03",
        "2024-06-03, 10, 2024-06-17"
    })
    void days_on_which_offices_work_are_counted(LocalDate began, int days, LocalDate last) {
        assertThat(CALENDAR.after(began, days)).contains(last);
    }

    @ParameterizedTest
    @CsvSource({"2022-12-01, 30", "2026-12-28, 10", "2031-05-05, 1", "1994-12-17, 5"})
    void a_year_without_a_table_has_no_answer(LocalDate began, int days) {
        assertThat(CALENDAR.after(began, days)).isEmpty();
    }

    @Test
    void a_last_day_without_work_is_moved_to_the_next_with() {
        assertThat(CALENDAR.fromOn(LocalDate.parse("2024-02-11"))).contains(day("2024-02-15"));
        assertThat(CALENDAR.fromOn(LocalDate.parse("2024-02-16"))).contains(day("2024-02-16"));
        assertThat(CALENDAR.fromOn(LocalDate.parse("2019-06-16"))).isEmpty();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void the_table_is_sound_and_says_what_nobody_verified() {
        var days = ReferenceData.workingDays();
        var seen = new HashSet<LocalDate>();

        assertThat(days).hasSizeGreaterThan(50);
        assertThat(days).allMatch(day -> seen.add(day.on()), "once");
        assertThat(days.stream().filter(d -> d.kind() == WorkingCalendar.Day.Kind.WORKDAY))
                .isNotEmpty()
                .allMatch(d -> d.on().getDayOfWeek().getValue() > 5, "a weekend")
                .allMatch(d -> d.check() != null, "from a notice nobody compared");
        for (int year = 2023; year <= 2026; year++) {
            int asked = year;
            assertThat(days.stream().filter(d -> d.on().getYear() == asked))
                    .as("at least eleven holidays in " + year)
                    .hasSizeGreaterThan(10);
        }
    }
}

package vn.sovang.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import vn.sovang.founding.ReferenceData;
import vn.sovang.vocabulary.StatutoryClock.Step;

class StatutoryClockTest {
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(ReferenceData.workingDays());

    private static StatutoryClock limit(Step step, LocalDate began) {
        return StatutoryClock.of(ReferenceData.clocks(), step, null, began).orElseThrow();
    }

    /// NĐ 91/2017/NĐ-CP Điều 79: 15 days for recovery, 30 to ask for stripping.
    @Test
    void limits_are_chosen_by_the_day_and_say_whether_anybody_verified_them() {
        var before = LocalDate.of(2020, 3, 1);
        var since = LocalDate.of(2024, 4, 2);
        var old = limit(Step.WITHDRAWAL, before);
        var now = limit(Step.PROPOSE_STRIPPING, since);

        assertThat(old.due(before, CALENDAR).on()).isEqualTo("2020-03-16");
        assertThat(old.basis()).isEqualTo("NĐ 91/2017/NĐ-CP Điều 79");
        assertThat(old.check()).isNull();
        assertThat(now.due(since, CALENDAR).on()).isEqualTo("2024-05-02");
        assertThat(now.check()).isNotNull();
        assertThat(
                        StatutoryClock.of(
                                ReferenceData.clocks(),
                                Step.PROPOSE_STRIPPING,
                                null,
                                LocalDate.of(1999, 1, 1)))
                .isEmpty();
    }

    @Test
    void no_two_limits_bind_one_office_on_one_day() {
        var clocks = ReferenceData.clocks();
        int asked = 0;
        for (var step : EnumSet.allOf(Step.class)) {
            for (var level : UnitLevel.values()) {
                for (int year = 2010; year < 2030; year++) {
                    var day = LocalDate.of(year, 7, 1);
                    assertThat(
                                    clocks.stream()
                                            .filter(c -> c.step() == step)
                                            .filter(c -> c.holdsFor(level, day)))
                            .as("%s, %s, %s", step, level, day)
                            .hasSizeLessThan(2);
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(1_000);
    }
}

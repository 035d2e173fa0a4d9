package vn.sovang.projection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PeriodTest {
    @Test
    void a_half_year_of_the_calendar_runs_to_the_last_day_of_june() {
        assertThat(days("2024-H1", PeriodPolicy.CALENDAR)).isEqualTo("2024-01-01..2024-06-30");
        assertThat(days("2024-H2", PeriodPolicy.CALENDAR)).isEqualTo("2024-07-01..2024-12-31");
        assertThat(days("2024", PeriodPolicy.CALENDAR)).isEqualTo("2024-01-01..2024-12-31");
    }

    @Test
    void an_administrative_half_year_begins_in_the_middle_of_december() {
        var policy = PeriodPolicy.ADMINISTRATIVE;
        assertThat(days("2024-H1", policy)).isEqualTo("2023-12-15..2024-06-14");
        assertThat(days("2024-H2", policy)).isEqualTo("2024-06-15..2024-12-14");
        assertThat(days("2024", policy)).isEqualTo("2023-12-15..2024-12-14");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-H3",
                "24",
                "2024-H1 ",
                "1066",
                "2023-2025",
                "2024..2019",
                "2024-02-30..2024-03-01",
                "2024-03-02..2024-03-01"
            })
    void refuses_what_is_no_period(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(text));
    }

    @Test
    void any_interval_is_cut_into_buckets_that_hold_each_of_its_days_once() {
        var random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            LocalDate from = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(900));
            var period = new Period.Interval(from, from.plusDays(random.nextInt(1_500)));
            assertThat(daysOf(Span.of(PeriodPolicy.CALENDAR, period)))
                    .as(period.toString())
                    .isEqualTo(period.from().datesUntil(period.to().plusDays(1)).toList());
        }
    }

    @Test
    void a_period_of_a_policy_is_one_bucket_with_its_days() {
        for (PeriodPolicy policy : PeriodPolicy.values()) {
            for (String text : List.of("2023-H1", "2023-H2", "2024-H1", "2024-H2", "2024")) {
                Period period = Period.parse(text);
                var days = period.days(policy);
                var cut = Span.of(policy, period);
                assertThat(cut.whole()).hasSize(1);
                assertThat(cut.ragged()).isEmpty();
                assertThat(daysOf(cut))
                        .as(text)
                        .isEqualTo(days.from().datesUntil(days.to().plusDays(1)).toList());
            }
        }
    }

    private static String days(String text, PeriodPolicy policy) {
        return Period.parse(text).days(policy).toString();
    }

    @Test
    void a_school_year_has_the_days_of_the_table_under_every_policy() {
        for (PeriodPolicy policy : PeriodPolicy.values()) {
            assertThat(days("2023-2024", policy)).isEqualTo("2023-09-01..2024-08-31");
        }
        assertThat(Period.parse("2023-2024")).hasToString("2023-2024");
    }

    @Test
    void two_years_are_a_stretch_of_whole_calendar_years() {
        assertThat(days("2019..2024", PeriodPolicy.ADMINISTRATIVE))
                .isEqualTo("2019-01-01..2024-12-31");
    }

    /// Every day of the ragged ends, and every day whose bucket the spans name, one by one.
    private static List<LocalDate> daysOf(Span.Cut cut) {
        return Stream.concat(
                        cut.whole().stream().flatMap(PeriodTest::daysOf),
                        cut.ragged().stream()
                                .flatMap(days -> days.from().datesUntil(days.to().plusDays(1))))
                .sorted()
                .toList();
    }

    private static Stream<LocalDate> daysOf(Span span) {
        return LocalDate.of(2021, 1, 1)
                .datesUntil(LocalDate.of(2030, 1, 1))
                .filter(day -> lies(span.bucket().startOf(day), span));
    }

    private static boolean lies(LocalDate start, Span span) {
        return !start.isBefore(span.first()) && !start.isAfter(span.last());
    }
}

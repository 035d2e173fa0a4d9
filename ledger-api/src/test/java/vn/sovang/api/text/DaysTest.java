package vn.sovang.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Days as people type them.
class DaysTest {
    @ParameterizedTest
    @CsvSource({
        "4/6/2024, 2024-06-04",
        "04/06/2024, 2024-06-04",
        "4-6-2024, 2024-06-04",
        "2024-06-04, 2024-06-04",
        "' 29/2/2024 ', 2024-02-29",
        "31/12/1945, 1945-12-31"
    })
    void a_day_is_read_as_offices_write_it(String text, LocalDate day) {
        assertThat(Days.read(text)).contains(day);
        assertThat(Days.of(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/2/2024",
                "30/02/2024",
                "29/2/2023",
                "31-4-2024",
                "2024-02-30",
                "0/1/2024",
                "1/13/2024",
                "4/6/24",
                "4.6.2024",
                "hôm qua",
                ""
            })
    void what_no_calendar_has_is_no_day(String text) {
        assertThat(Days.read(text)).isEmpty();
        assertThatThrownBy(() -> Days.of("from", text))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(FailureCode.DATE_MALFORMED);
                            assertThat(failure.parameter()).isEqualTo("from");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/12/1799", "0001-01-01", "+999999999-12-31", "-2024-01-01"})
    void what_no_paper_speaks_of_is_not_asked_about(String text) {
        assertThatThrownBy(() -> Days.of("from", text)).isInstanceOf(Failure.class);
    }

    @Test
    void that_there_is_no_such_day_is_said() {
        assertThatThrownBy(() -> Days.of("from", "31/2/2024"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> {
                            assertThat(failure.text(Messages.in(Messages.VIETNAMESE)))
                                    .startsWith("Không có ngày “31/2/2024”.");
                            assertThat(failure.text(Messages.in(Locale.ENGLISH)))
                                    .startsWith("There is no day “31/2/2024”.");
                        });
    }
}

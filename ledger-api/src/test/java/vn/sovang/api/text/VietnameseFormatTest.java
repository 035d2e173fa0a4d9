package vn.sovang.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VietnameseFormatTest {
    private final VietnameseFormat format = new VietnameseFormat();

    @Test
    void days_on_pages_have_two_digits() {
        assertThat(format.date(LocalDate.of(2024, 6, 4))).isEqualTo("04/06/2024");
        assertThat(format.date(null)).isEmpty();
    }

    @Test
    void days_in_documents_follow_decree_30() {
        assertThat(format.documentDate(LocalDate.of(2024, 6, 4))).isEqualTo("04/6/2024");
        assertThat(format.documentDate(LocalDate.of(2024, 2, 15))).isEqualTo("15/02/2024");
        assertThat(format.documentDate(LocalDate.of(2024, 12, 1))).isEqualTo("01/12/2024");
    }

    @Test
    void times_are_vietnamese_times() {
        assertThat(format.time(Instant.parse("2024-06-30T17:00:05Z")))
                .isEqualTo("00:00:05 01/07/2024");
    }

    @Test
    void numbers_have_a_dot_for_thousands_and_counts_two_digits() {
        assertThat(format.number(1060, Messages.VIETNAMESE)).isEqualTo("1.060");
        assertThat(format.number(1060, Locale.ENGLISH)).isEqualTo("1,060");
        assertThat(format.count(5)).isEqualTo("05");
        assertThat(format.count(1060)).isEqualTo("1.060");
    }
}

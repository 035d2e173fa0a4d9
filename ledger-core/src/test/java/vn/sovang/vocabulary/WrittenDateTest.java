package vn.sovang.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1948       | 1948-01-01 | 1948-12-31
                    02/1948    | 1948-02-01 | 1948-02-29
                    2-1949     | 1949-02-01 | 1949-02-28
                    00/00/1948 | 1948-01-01 | 1948-12-31
                    00/02/1948 | 1948-02-01 | 1948-02-29
                    31/13/1948 | 1948-01-01 | 1948-12-31
                    chưa rõ    |            |
                    đầu 1948   |            |
                    """)
    void is_kept_letter_by_letter_and_only_read(
            String written, @Nullable LocalDate first, @Nullable LocalDate last) {
        var date = new WrittenDate(written);

        assertThat(date.asWritten()).isEqualTo(written);
        assertThat(date.first().orElse(null)).isEqualTo(first);
        assertThat(date.last().orElse(null)).isEqualTo(last);
        assertThat(date.allows(LocalDate.of(1948, 2, 10)))
                .isEqualTo(first == null || first.getYear() == 1948);
        assertThat(date.allows(LocalDate.of(1953, 1, 1))).isEqualTo(first == null);
    }

    @Test
    void a_paper_bears_a_whole_day_or_a_partial_one() {
        var number = new DocumentNumber("KT/CTN");
        var year = new WrittenDate("1970");
        assertThatThrownBy(() ->
                        new Document.Paper(
                                number, LocalDate.EPOCH, "Chủ tịch nước", null, null, year))
                .isInstanceOf(IllegalValue.class);
    }

    @Test
    void a_ballot_cannot_hold_more_votes_than_members() {
        assertThatThrownBy(() -> new Ballot(9, 10, 9)).isInstanceOf(IllegalValue.class);
        assertThatThrownBy(() -> new Ballot(9, 8, 9)).isInstanceOf(IllegalValue.class);
    }
}

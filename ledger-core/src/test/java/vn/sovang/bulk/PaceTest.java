package vn.sovang.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Chunks follow the machine: as long as others may wait, never longer.
class PaceTest {
    private static final int MOST = 1_000;

    /// A chunk as large as asked on a machine that needs so much for a fact.
    private static int after(Pace pace, int chunks, Duration perFact) {
        IntStream.range(0, chunks)
                .forEach(_ -> pace.took(pace.facts(), pace.facts() * perFact.toNanos()));
        return pace.facts();
    }

    @Test
    void on_a_fast_machine_they_grow_to_the_largest() {
        assertThat(after(new Pace(MOST), 4, Duration.ofNanos(50_000))).isEqualTo(MOST);
    }

    @Test
    void on_a_slow_machine_they_take_a_fraction_of_a_second() {
        assertThat(after(new Pace(MOST), 4, Duration.ofMillis(1))).isEqualTo(150);
    }

    @Test
    void where_a_fact_takes_for_ever_they_stay_worth_a_commit() {
        assertThat(after(new Pace(MOST), 4, Duration.ofMillis(100))).isEqualTo(50);
    }

    @Test
    void when_the_machine_is_busy_for_a_while_they_shrink_at_once_and_recover() {
        var pace = new Pace(MOST);
        after(pace, 5, Duration.ofNanos(50_000));
        assertThat(after(pace, 1, Duration.ofMillis(1))).isEqualTo(150);
        assertThat(after(pace, 3, Duration.ofNanos(50_000))).isEqualTo(MOST);
    }

    @Test
    void the_last_chunk_of_a_file_proves_nothing() {
        var pace = new Pace(MOST);
        pace.took(1, Duration.ofSeconds(1).toNanos());
        assertThat(pace.facts()).isEqualTo(200);
    }

    @Test
    void no_chunk_is_larger_than_asked() {
        assertThat(after(new Pace(2), 5, Duration.ofNanos(1))).isEqualTo(2);
        assertThat(after(new Pace(2), 5, Duration.ofSeconds(1))).isEqualTo(2);
    }
}

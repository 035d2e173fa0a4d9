package vn.sovang.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.api.verification.Lookups.Outcome;

/// Strangers may ask, and nobody may ask without end.
class PaceTest {
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final Pace pace = new Pace(() -> now);

    private long allowed(int times, String address) {
        long allowed = 0;
        for (int i = 0; i < times; i++) {
            allowed += pace.ask(address).isZero() ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void an_address_has_room_for_a_ceremony_and_then_one_question_a_second() {
        assertThat(allowed(61, "203.0.113.5")).isEqualTo(60);
        assertThat(pace.ask("203.0.113.5")).isEqualTo(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(allowed(2, "203.0.113.5")).isEqualTo(1);
        assertThat(allowed(60, "203.0.113.6")).as("another address").isEqualTo(60);
        now = now.plusSeconds(3_600);
        assertThat(allowed(100, "203.0.113.5")).isEqualTo(60);
    }

    @Test
    void addresses_of_one_household_count_as_one() {
        assertThat(allowed(60, "2001:db8:1:2::1")).isEqualTo(60);
        assertThat(pace.ask("2001:db8:1:2:ffff::9")).isPositive();
        assertThat(pace.ask("2001:db8:1:3::1")).isZero();
    }

    @Test
    void all_addresses_together_have_a_limit_too() {
        long allowed = 0;
        for (int i = 0; i < 2_000; i++) {
            allowed += allowed(1, "10.0." + i / 250 + "." + i % 250);
        }
        assertThat(allowed).isEqualTo(600);
        now = now.plusSeconds(1);
        assertThat(allowed(60, "10.9.9.9")).as("50 a second").isEqualTo(50);
    }

    @Test
    void names_are_asked_slowly_by_address_and_by_certificate() {
        for (int i = 0; i < 10; i++) {
            assertThat(pace.askName("203.0.113.5", "a" + i)).isZero();
        }
        assertThat(pace.askName("203.0.113.5", "b")).isEqualTo(Duration.ofMinutes(1));
        for (int i = 0; i < 20; i++) {
            assertThat(pace.askName("203.0.114." + i, "c")).isZero();
        }
        assertThat(pace.askName("203.0.115.1", "c")).isEqualTo(Duration.ofMinutes(6));
        assertThat(pace.askName("203.0.115.1", "d")).isZero();
        now = now.plus(Duration.ofMinutes(6));
        assertThat(pace.askName("203.0.115.2", "c")).isZero();
    }

    @Test
    void memory_is_bounded() {
        for (int i = 0; i < 30_000; i++) {
            pace.ask("a" + i);
            pace.askName("b" + i, "c" + i);
        }
        assertThat(pace.kept()).isLessThanOrEqualTo(3 * Pace.MAX_KEPT).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.5, 203.0.113.5",
        "2001:db8:1:2:3::4, 20010db800010002",
        "::ffff:203.0.113.5, 203.0.113.5",
        "no-such-host.invalid, no-such-host.invalid",
        "'', ''"
    })
    void an_address_is_never_looked_up(String address, String network) {
        assertThat(Pace.network(address)).isEqualTo(network);
    }

    @Test
    void what_was_asked_is_counted() {
        var lookups = new Lookups(() -> now);
        lookups.count(Outcome.UNKNOWN);
        lookups.count(Outcome.UNKNOWN);
        lookups.count(Outcome.FOUND);

        assertThat(lookups.of(Outcome.UNKNOWN)).isEqualTo(2);
        assertThat(lookups.of(Outcome.MISTYPED)).isZero();
    }
}

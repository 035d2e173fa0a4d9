package vn.sovang.api.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.sovang.api.door.Attempts.TooOften;

/// Guessing is slow, and nobody locks anybody out.
class AttemptsTest {
    private static final String OWNER = "10.0.0.1";
    private static final String STRANGER = "10.9.9.9";

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final Attempts attempts = new Attempts(() -> now);

    private void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            attempts.failed(account, address);
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void two_slips_cost_nothing_and_each_further_one_twice_as_long() {
        fail(2, "an", OWNER);
        assertThatCode(() -> attempts.require("an", OWNER)).doesNotThrowAnyException();
        attempts.failed("an", OWNER);
        assertThatThrownBy(() -> attempts.require("an", OWNER)).isInstanceOf(TooOften.class);
        pass(Duration.ofSeconds(1));
        attempts.require("an", OWNER);
        attempts.failed("an", OWNER);
        pass(Duration.ofMillis(1_900));
        assertThatThrownBy(() -> attempts.require("an", OWNER)).isInstanceOf(TooOften.class);
        pass(Duration.ofMillis(100));
        attempts.require("an", OWNER);
    }

    @Test
    void a_stranger_who_guesses_for_days_does_not_keep_the_owner_out() {
        for (int i = 0; i < 500; i++) {
            attempts.failed("an", STRANGER);
        }
        assertThatThrownBy(() -> attempts.require("an", STRANGER)).isInstanceOf(TooOften.class);
        pass(Duration.ofSeconds(1));
        attempts.require("an", OWNER);
        pass(Duration.ofMinutes(5));
        attempts.require("an", STRANGER);
    }

    @Test
    void one_address_that_tries_many_accounts_waits_for_all_of_them() {
        for (int i = 0; i < 31; i++) {
            attempts.failed("account-" + i, STRANGER);
        }
        assertThatThrownBy(() -> attempts.require("another", STRANGER))
                .isInstanceOf(TooOften.class);
        attempts.require("another", OWNER);
    }

    @Test
    void success_and_an_hour_make_it_forgotten() {
        fail(3, "an", OWNER);
        attempts.succeeded("an", OWNER);
        attempts.require("an", OWNER);
        fail(8, "an", OWNER);
        pass(Duration.ofMinutes(61));
        attempts.failed("an", OWNER);
        attempts.require("an", OWNER);
    }

    @Test
    void memory_is_bounded() {
        for (int i = 0; i < 30_000; i++) {
            attempts.failed("a" + i, "b" + i);
        }
        assertThat(attempts.kept()).isLessThanOrEqualTo(10_000);
    }
}

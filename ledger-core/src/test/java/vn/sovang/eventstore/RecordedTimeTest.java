package vn.sovang.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.eventstore.Samples.append;
import static vn.sovang.eventstore.Samples.await;
import static vn.sovang.eventstore.Samples.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.postgres.Database;
import vn.sovang.testing.TestDatabase;

final class RecordedTimeTest {
    private static final Instant NOON = Instant.parse("2026-06-30T05:00:00.123456789Z");

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    private final Database database = TestDatabase.fresh();
    private final EventLog log = EventLog.open(database.ledger(), clock::get);

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void the_stored_bytes_carry_the_recorded_time_in_microseconds() {
        await(log.append(append(event("x"))));
        StoredEvent stored = log.readAfter(0, 1).getFirst();

        assertThat(stored.recordedAt()).isEqualTo("2026-06-30T05:00:00.123456Z");
        assertThat(new String(stored.leaf(), StandardCharsets.UTF_8))
                .startsWith("{\"recordedAt\":\"2026-06-30T05:00:00.123456Z\"");
    }

    @Test
    void time_never_goes_back_even_if_the_clock_does() {
        await(log.append(append(event("x"))));
        clock.set(NOON.minusSeconds(86_400));
        await(log.append(append(event("x"))));
        clock.set(NOON.plusSeconds(5));
        await(log.append(append(event("x"))));

        List<Instant> times = log.readAfter(0, 3).stream().map(StoredEvent::recordedAt).toList();
        assertThat(times).isSorted();
        assertThat(times.get(1)).isEqualTo(times.get(0));
        assertThat(times.get(2)).isEqualTo("2026-06-30T05:00:05.123456Z");
    }

    @Test
    void an_instant_leads_to_the_last_position_recorded_by_then() {
        await(log.append(append(event("x"), event("x"))));
        clock.set(NOON.plusSeconds(5));
        await(log.append(append(event("x"))));

        assertThat(log.positionAt(NOON.minusSeconds(1))).isZero();
        assertThat(log.positionAt(NOON)).isEqualTo(2);
        assertThat(log.positionAt(NOON.plusSeconds(4))).isEqualTo(2);
        assertThat(log.positionAt(NOON.plusSeconds(5))).isEqualTo(3);
    }
}

package vn.sovang.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.sovang.eventstore.Samples.event;
import static vn.sovang.eventstore.Samples.requested;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.postgres.Database;
import vn.sovang.testing.TestDatabase;

/// What an operator's measurements are told.
final class ObservedAppendTest {
    private final Database database = TestDatabase.fresh();
    private final EventLog log = EventLog.open(database.ledger(), InstantSource.system());
    private final List<Integer> committed = new CopyOnWriteArrayList<>();
    private final List<Duration> answered = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void stored_events_are_counted_once_and_every_append_is_timed() {
        log.observe(
                new AppendObserver() {
                    @Override
                    public void committed(int events, Duration took) {
                        assertThat(took).isPositive();
                        committed.add(events);
                    }

                    @Override
                    public void answered(Duration waited) {
                        answered.add(waited);
                    }
                });
        var id = UUID.randomUUID();
        Samples.await(log.append(requested(id, "body", event("x"), event("x"), event("y"))));
        Samples.await(log.append(requested(id, "body", event("x"), event("x"), event("y"))));

        await().untilAsserted(() -> assertThat(answered).hasSize(2));
        assertThat(committed).containsExactly(3, 0);
        assertThat(answered).allMatch(Duration::isPositive);
        assertThat(log.waiting()).isZero();
    }
}

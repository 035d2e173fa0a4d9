package vn.sovang.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.eventstore.Samples.await;
import static vn.sovang.eventstore.Samples.event;
import static vn.sovang.eventstore.Samples.requested;
import static vn.sovang.eventstore.Samples.unless;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.eventstore.AppendOutcome.AlreadyDone;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.AppendOutcome.Conflict;
import vn.sovang.eventstore.AppendOutcome.RequestReused;
import vn.sovang.postgres.Database;
import vn.sovang.testing.TestDatabase;

final class RequestTest {
    private final Database database = TestDatabase.fresh();
    private final EventLog log = EventLog.open(database.ledger(), InstantSource.system());
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void a_repetition_is_answered_with_the_first_positions() {
        Appended first =
                (Appended) await(log.append(requested(id, "body", event("x"), event("x"))));

        assertThat(await(log.append(requested(id, "body", event("x"), event("x")))))
                .isEqualTo(new AlreadyDone(1, 2, first.recordedAt()));
        assertThat(log.head()).isEqualTo(2);
        assertThat(log.request(id).orElseThrow().outcome())
                .isEqualTo(new AlreadyDone(1, 2, first.recordedAt()));
    }

    @Test
    void another_body_under_the_same_id_is_refused() {
        await(log.append(requested(id, "body", event("x"))));

        assertThat(await(log.append(requested(id, "other", event("x")))))
                .isEqualTo(new RequestReused());
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void a_double_click_is_one_event() {
        List<CompletableFuture<AppendOutcome>> clicks = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            clicks.add(log.append(requested(id, i == 40 ? "other" : "body", event("x"))));
        }
        List<AppendOutcome> outcomes = clicks.stream().map(Samples::await).toList();

        assertThat(outcomes).filteredOn(Appended.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(AlreadyDone.class::isInstance).hasSize(62);
        assertThat(outcomes).filteredOn(RequestReused.class::isInstance).hasSize(1);
        assertThat(log.head()).isEqualTo(1);
    }

    /// The condition of a repetition is met by the request's own events; it is still a repetition.
    @Test
    void a_repetition_is_recognised_before_its_condition_is_looked_at() {
        AppendRequest unique = numbered(id);
        await(log.append(unique));

        assertThat(await(log.append(numbered(id)))).isInstanceOf(AlreadyDone.class);
        assertThat(await(log.append(numbered(UUID.randomUUID())))).isEqualTo(new Conflict(1));
    }

    @Test
    void a_refused_request_leaves_no_trace() {
        await(log.append(numbered(UUID.randomUUID())));
        await(log.append(numbered(id)));

        assertThat(log.request(id)).isEqualTo(Optional.empty());
    }

    private static AppendRequest numbered(UUID id) {
        return new AppendRequest(
                List.of(event("decision.DecisionRecorded", "decision:7")),
                unless(0, DcbCriterion.tagged("decision:7")),
                new RequestKey(id, new byte[] {1}));
    }
}

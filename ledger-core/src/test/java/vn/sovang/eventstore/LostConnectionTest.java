package vn.sovang.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.eventstore.Samples.event;
import static vn.sovang.eventstore.Samples.requested;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.eventstore.AppendOutcome.AlreadyDone;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.testing.FaultyDataSource;
import vn.sovang.testing.FaultyDataSource.Fault;
import vn.sovang.testing.TestDatabase;

/// The connection breaks at every single call of an append, before and after PostgreSQL did what it
/// was asked.
final class LostConnectionTest {
    private final Database database = TestDatabase.fresh();
    private final FaultyDataSource faulty = new FaultyDataSource(database.ledger());
    private final EventReader reader = new EventReader(database.ledger());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void one_break_anywhere_neither_loses_nor_doubles_an_append() {
        BatchWriter writer = writer(Duration.ofSeconds(5));
        int faults = 0;
        for (Fault fault : Fault.values()) {
            int call = 1;
            do {
                UUID id = UUID.randomUUID();
                faulty.breakAt(call, fault);
                List<AppendOutcome> outcomes =
                        writer.write(
                                List.of(
                                        requested(id, "body", event("x", "unit:1"), event("x")),
                                        requested(UUID.randomUUID(), "body", event("x"))));
                assertThat(outcomes)
                        .as("%s call %d", fault, call)
                        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Appended.class));
                Appended first = (Appended) outcomes.getFirst();
                assertThat(reader.request(id).orElseThrow().outcome())
                        .isEqualTo(
                                new AlreadyDone(first.first(), first.last(), first.recordedAt()));
                call++;
                faults += faulty.hasBroken() ? 1 : 0;
            } while (faulty.hasBroken());
        }
        assertThat(faults)
                .as("the sweep met lock, look-up, rows and COMMIT, before and after")
                .isGreaterThanOrEqualTo(8);
        long appends = reader.head() / 3;
        assertThat(reader.head()).isEqualTo(3 * appends);
        assertThat(reader.stream(0, Long.MAX_VALUE, _ -> {})).isEqualTo(reader.head());
        assertThat(appends).as("each append once").isEqualTo(faults + Fault.values().length);
    }

    @Test
    void an_outage_before_commit_fails_the_append_and_stores_nothing() {
        faulty.breakFrom(1, Fault.BEFORE);

        assertThatThrownBy(() ->
                        writer(Duration.ofMillis(300))
                                .write(List.of(requested(UUID.randomUUID(), "body", event("x")))))
                .isInstanceOfSatisfying(
                        DatabaseFailure.class, failure -> assertThat(failure.isOutage()).isTrue());
        assertThat(reader.head()).isZero();
    }

    @Test
    void an_outage_from_commit_on_is_an_unknown_outcome_that_the_request_resolves() {
        UUID id = UUID.randomUUID();
        faulty.breakFromCommit();

        assertThatThrownBy(() ->
                        writer(Duration.ofMillis(300))
                                .write(List.of(requested(id, "body", event("x")))))
                .isInstanceOf(OutcomeUnknown.class);

        faulty.heal();
        assertThat(writer(Duration.ofSeconds(5)).write(List.of(requested(id, "body", event("x")))))
                .singleElement()
                .isInstanceOf(AlreadyDone.class);
        assertThat(reader.head()).isEqualTo(1);
    }

    /// A backend that is killed takes every other one with it: the server restarts them all.
    @Test
    void a_log_lives_through_the_loss_of_all_its_connections() throws SQLException {
        try (EventLog log = EventLog.open(database.ledger(), InstantSource.system())) {
            Samples.await(log.append(requested(UUID.randomUUID(), "body", event("x"))));
            endAllSessions();

            assertThat(Samples.await(log.append(requested(UUID.randomUUID(), "b", event("x")))))
                    .isInstanceOf(Appended.class);
            assertThat(log.head()).isEqualTo(2);
        }
    }

    private void endAllSessions() throws SQLException {
        try (Connection one = database.ledger().getConnection();
                var statement = one.createStatement()) {
            statement.execute(
                    """
                    select pg_terminate_backend(pid)
                    from pg_stat_activity
                    where usename = 'sovang_ledger'
                      and datname = current_database()
                      and pid <> pg_backend_pid()
                    """);
        }
    }

    private BatchWriter writer(Duration patience) {
        return new BatchWriter(
                faulty,
                InstantSource.system(),
                NodeKeys.forgotten().own(),
                new HeadWatch(),
                patience);
    }
}

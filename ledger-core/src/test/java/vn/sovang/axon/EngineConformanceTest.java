package vn.sovang.axon;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.messaging.eventstreaming.EventCriteria.either;
import static org.axonframework.messaging.eventstreaming.EventCriteria.havingTags;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.eventstore.EventLog;
import vn.sovang.postgres.Database;
import vn.sovang.testing.TestDatabase;

/// What Axon's suite leaves open.
final class EngineConformanceTest {
    private static final Tag AWARD = new Tag("award", "1");
    private static final Tag UNIT = new Tag("unit", "7");

    private final Database database = TestDatabase.fresh();
    private EventLog log = EventLog.open(database.ledger(), InstantSource.system());
    private PostgresEventStorageEngine engine =
            new PostgresEventStorageEngine(log, new OpaqueCodec());

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void restricts_by_type_by_all_tags_and_by_alternatives() throws Exception {
        append(
                AppendCondition.none(),
                event("A", AWARD),
                event("B", AWARD, UNIT),
                event("C", UNIT));

        assertThat(sourced(havingTags(AWARD).andBeingOneOfTypes("B", "C"))).containsExactly("B");
        assertThat(sourced(havingTags(Set.of(AWARD, UNIT)))).containsExactly("B");
        assertThat(
                        sourced(
                                either(
                                        havingTags(AWARD).andBeingOneOfTypes("A"),
                                        havingTags(UNIT).andBeingOneOfTypes("C"))))
                .containsExactly("A", "C");
        assertThat(sourced(EventCriteria.havingAnyTag())).containsExactly("A", "B", "C");
        assertThat(sourced(EventCriteria.havingAnyTag().andBeingOneOfTypes("C")))
                .containsExactly("C");
    }

    @Test
    void a_condition_is_restricted_by_type_too() throws Exception {
        append(AppendCondition.none(), event("A", AWARD));
        append(
                AppendCondition.withCriteria(havingTags(AWARD).andBeingOneOfTypes("B")),
                event("B", AWARD));

        assertThatThrownBy(() ->
                        append(
                                AppendCondition.withCriteria(
                                        havingTags(AWARD).andBeingOneOfTypes("B")),
                                event("B", AWARD)))
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    @Test
    void a_transaction_commits_once() throws Exception {
        AppendTransaction<Object> transaction =
                begin(AppendCondition.none(), List.of(event("A", AWARD)));
        transaction.commit(null).get(5, SECONDS);

        assertThat(transaction.commit(null)).isCompletedExceptionally();
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void a_rolled_back_transaction_stores_nothing() throws Exception {
        AppendTransaction<Object> transaction =
                begin(AppendCondition.none(), List.of(event("A", AWARD)));
        transaction.rollback(null);

        assertThat(transaction.commit(null)).isCompletedExceptionally();
        assertThat(log.head()).isZero();
    }

    @Test
    void an_append_of_nothing_succeeds_and_stores_nothing() throws Exception {
        assertThat(append(AppendCondition.none())).isEqualTo(ConsistencyMarker.ORIGIN);
        assertThat(log.head()).isZero();
    }

    @Test
    void a_message_comes_back_as_it_went_in() throws Exception {
        EventMessage sent =
                new GenericEventMessage(
                        UUID.randomUUID().toString(),
                        new MessageType("award.AwardDecided", "2"),
                        "Bằng khen, Hồ Thị Xoài",
                        Map.of("user", "chuyên viên"),
                        Instant.parse("2024-05-10T01:02:03.004Z"));
        append(AppendCondition.none(), new GenericTaggedEventMessage<>(sent, Set.of(AWARD)));

        MessageStream<EventMessage> stream =
                engine.source(SourcingCondition.conditionFor(havingTags(AWARD)), null);
        EventMessage back = stream.next().orElseThrow().message();
        assertThat(back.identifier()).isEqualTo(sent.identifier());
        assertThat(back.type()).isEqualTo(sent.type());
        assertThat(back.payload()).isEqualTo(sent.payload());
        assertThat(back.metadata()).isEqualTo(sent.metadata());
        assertThat(back.timestamp()).isEqualTo(sent.timestamp());
    }

    @Test
    void a_log_opened_again_goes_on_where_it_stopped() throws Exception {
        append(AppendCondition.none(), event("A", AWARD));
        log.close();
        log = EventLog.open(database.ledger(), InstantSource.system());
        engine = new PostgresEventStorageEngine(log, new OpaqueCodec());

        assertThatThrownBy(
                        () -> append(AppendCondition.withCriteria(havingTags(AWARD)), event("B")))
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(append(AppendCondition.none(), event("B", AWARD)))
                .isEqualTo(new GlobalIndexConsistencyMarker(2));
        assertThat(sourced(havingTags(AWARD))).containsExactly("A", "B");
    }

    @Test
    void more_events_than_a_page_are_sourced_in_order_with_their_tokens() throws Exception {
        List<TaggedEventMessage<?>> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            many.add(event("E" + i, AWARD));
        }
        begin(AppendCondition.none(), many).commit(null).get(10, SECONDS);

        MessageStream<EventMessage> stream =
                engine.source(SourcingCondition.conditionFor(havingTags(AWARD)), null);
        for (int i = 0; i < 2_500; i++) {
            MessageStream.Entry<EventMessage> entry = stream.next().orElseThrow();
            assertThat(entry.message().type().qualifiedName().name()).isEqualTo("E" + i);
            assertThat(entry.getResource(TrackingToken.RESOURCE_KEY).position()).hasValue(i + 1L);
        }
        assertThat(stream.next().orElseThrow().getResource(ConsistencyMarker.RESOURCE_KEY))
                .isEqualTo(new GlobalIndexConsistencyMarker(2_500));
        assertThat(stream.isCompleted()).isTrue();
    }

    @Test
    void a_repeated_request_is_told_its_first_positions() throws Exception {
        Map<String, String> request = Map.of("request", UUID.randomUUID().toString());
        append(AppendCondition.none(), event("A", request, "body", AWARD));

        assertThatThrownBy(() -> append(AppendCondition.none(), event("A", request, "body", AWARD)))
                .isInstanceOfSatisfying(
                        RequestAlreadyDone.class,
                        done -> assertThat(done.outcome().first()).isEqualTo(1));
        assertThatThrownBy(
                        () -> append(AppendCondition.none(), event("A", request, "other", AWARD)))
                .isInstanceOf(RequestIdReused.class);
        assertThat(log.head()).isEqualTo(1);
    }

    private List<String> sourced(EventCriteria criteria) {
        List<String> types = new ArrayList<>();
        MessageStream<EventMessage> stream =
                engine.source(SourcingCondition.conditionFor(criteria), null);
        while (!stream.isCompleted()) {
            MessageStream.Entry<EventMessage> entry = stream.next().orElseThrow();
            if (!entry.containsResource(ConsistencyMarker.RESOURCE_KEY)) {
                types.add(entry.message().type().qualifiedName().name());
            }
        }
        return types;
    }

    private ConsistencyMarker append(AppendCondition condition, TaggedEventMessage<?>... events)
            throws Exception {
        try {
            AppendTransaction<Object> transaction = begin(condition, List.of(events));
            return transaction
                    .commit(null)
                    .thenCompose(committed -> transaction.afterCommit(committed, null))
                    .get(5, SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    @SuppressWarnings("unchecked") // the result goes back into the transaction it came from
    private AppendTransaction<Object> begin(
            AppendCondition condition, List<TaggedEventMessage<?>> events) throws Exception {
        CompletableFuture<AppendTransaction<?>> begun =
                engine.appendEvents(condition, null, events);
        return (AppendTransaction<Object>) begun.get(5, SECONDS);
    }

    private static TaggedEventMessage<EventMessage> event(String type, Tag... tags) {
        return event(type, Map.of(), "payload", tags);
    }

    private static TaggedEventMessage<EventMessage> event(
            String type, Map<String, String> metadata, String payload, Tag... tags) {
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(new MessageType(type), payload, metadata), Set.of(tags));
    }
}

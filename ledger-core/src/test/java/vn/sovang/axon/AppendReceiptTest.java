package vn.sovang.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.messaging.eventstreaming.EventCriteria.havingTags;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.AppendOutcome.Conflict;
import vn.sovang.eventstore.EventLog;
import vn.sovang.postgres.Database;
import vn.sovang.testing.TestDatabase;

/// The way of a receipt through the real command bus, unit of work and event store of Axon.
final class AppendReceiptTest {
    private static final Tag SERIES = new Tag("series", "1");

    private final Database database = TestDatabase.fresh();
    private final EventLog log = EventLog.open(database.ledger(), InstantSource.system());
    private final List<AppendReceipt> receipts = new CopyOnWriteArrayList<>();
    private final AxonConfiguration axon =
            EventSourcingConfigurer.create()
                    .registerEventStorageEngine(
                            _ -> new PostgresEventStorageEngine(log, new OpaqueCodec()))
                    .registerTagResolver(_ -> _ -> Set.of(SERIES))
                    .registerCommandHandlingModule(
                            CommandHandlingModule.named("test")
                                    .commandHandlers()
                                    .commandHandler(
                                            new QualifiedName(RecordIt.class), this::handle))
                    .build();

    /// @param overtaken whether another event is stored between the decision and its commit
    record RecordIt(boolean overtaken) {}

    @AfterEach
    void close() {
        axon.shutdown();
        log.close();
        database.close();
    }

    @Test
    void the_receipt_holds_the_position_when_the_command_returns() {
        axon.start();
        axon.getComponent(CommandGateway.class).sendAndWait(new RecordIt(false));

        assertThat(receipts)
                .singleElement()
                .satisfies(receipt ->
                        assertThat(receipt.outcome())
                                .hasValueSatisfying(outcome ->
                                        assertThat(outcome).isInstanceOf(Appended.class)));
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void the_receipt_of_a_rejected_command_names_the_conflict() {
        axon.start();
        CommandGateway gateway = axon.getComponent(CommandGateway.class);

        assertThatThrownBy(() -> gateway.sendAndWait(new RecordIt(true)))
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(receipts.getFirst().outcome()).hasValue(new Conflict(1));
        assertThat(log.head()).isEqualTo(1);
    }

    private MessageStream.Single<CommandResultMessage> handle(
            CommandMessage command, ProcessingContext context) {
        AppendReceipt receipt = new AppendReceipt();
        receipts.add(receipt);
        context.putResource(PostgresEventStorageEngine.RECEIPT, receipt);
        EventStoreTransaction transaction =
                context.component(EventStore.class).transaction(context);
        transaction
                .source(SourcingCondition.conditionFor(havingTags(SERIES)))
                .reduce(0, (count, _) -> count + 1)
                .join();
        if (command.payload() instanceof RecordIt(boolean overtaken) && overtaken) {
            storeAnother();
        }
        transaction.appendEvent(new GenericEventMessage(new MessageType("x"), "payload"));
        return MessageStream.just(
                new GenericCommandResultMessage(new MessageType(String.class), "done"));
    }

    private void storeAnother() {
        var engine = new PostgresEventStorageEngine(log, new OpaqueCodec());
        engine.appendEvents(
                        AppendCondition.none(),
                        null,
                        List.of(
                                new GenericTaggedEventMessage<>(
                                        new GenericEventMessage(new MessageType("y"), "other"),
                                        Set.of(SERIES))))
                .thenCompose(transaction -> transaction.commit(null))
                .join();
    }
}

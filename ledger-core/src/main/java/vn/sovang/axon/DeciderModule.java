package vn.sovang.axon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import vn.sovang.decider.Command;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.TagQuery;

/// Puts pure deciders on Axon: source the command's boundary, fold it, decide, append.
///
/// The transaction's append condition becomes exactly what was sourced, so the consistency boundary
/// is what the command's rules read (R14).
public final class DeciderModule {
    private static final MessageType RESULT = new MessageType("command.Result");

    private DeciderModule() {}

    /// Registers the deciders, one command handler for each command record.
    ///
    /// @param eventIds mints identifiers of events, UUIDv7
    public static EventSourcingConfigurer register(
            EventSourcingConfigurer configurer,
            FactMessages messages,
            List<? extends Decider<?, ?>> deciders,
            Supplier<UUID> eventIds) {
        var phase = CommandHandlingModule.named("deciders").commandHandlers();
        for (var decider : deciders) {
            for (var command : commandsOf(decider.command())) {
                phase =
                        phase.commandHandler(
                                FactMessages.commandName(command),
                                (message, context) -> handle(decider, message, context, eventIds));
            }
        }
        return configurer
                .registerTagResolver(c -> messages)
                .componentRegistry(
                        r -> r.registerComponent(MessageTypeResolver.class, c -> messages))
                .registerCommandHandlingModule(phase);
    }

    /// A sealed family stands for its records.
    private static List<Class<?>> commandsOf(Class<?> command) {
        if (!command.isSealed()) {
            return List.of(command);
        }
        var all = new ArrayList<Class<?>>();
        for (var permitted : command.getPermittedSubclasses()) {
            all.addAll(commandsOf(permitted));
        }
        return all;
    }

    private static <C extends Command, S> MessageStream.Single<CommandResultMessage> handle(
            Decider<C, S> decider,
            CommandMessage message,
            ProcessingContext context,
            Supplier<UUID> eventIds) {
        var command = Objects.requireNonNull(decider.command().cast(message.payload()));
        var receipt = new AppendReceipt();
        context.putResource(PostgresEventStorageEngine.RECEIPT, receipt);
        var transaction = context.component(EventStore.class).transaction(context);
        var decided =
                transaction
                        .source(SourcingCondition.conditionFor(criteria(decider.boundary(command))))
                        .reduce(
                                decider.initial(),
                                (state, entry) ->
                                        decider.evolve(state, FactMessages.fact(entry.message())))
                        .thenApply(state -> decider.decide(command, state));
        return MessageStream.fromFuture(
                decided.thenApply(outcome ->
                        switch (outcome) {
                            case Outcome.Refused refused -> throw new CommandRefused(refused);
                            case Outcome.Accepted accepted -> {
                                for (var fact : accepted.facts()) {
                                    transaction.appendEvent(
                                            FactMessages.message(
                                                    eventIds.get(),
                                                    fact,
                                                    command.origin().request()));
                                }
                                yield new GenericCommandResultMessage(RESULT, receipt);
                            }
                        }));
    }

    /// What a boundary is to Axon: any of its queries.
    static EventCriteria criteria(Set<TagQuery> boundary) {
        var all = new HashSet<EventCriteria>();
        for (var query : boundary) {
            var tags = query.tags().stream().map(FactMessages::tag).toArray(Tag[]::new);
            var names =
                    query.types().stream().map(FactMessages::name).toArray(QualifiedName[]::new);
            all.add(
                    names.length == 0
                            ? EventCriteria.havingTags(tags)
                            : EventCriteria.havingTags(tags).andBeingOneOfTypes(names));
        }
        return EventCriteria.either(List.copyOf(all));
    }
}

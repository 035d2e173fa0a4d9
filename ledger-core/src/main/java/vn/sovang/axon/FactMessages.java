package vn.sovang.axon;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Request;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.eventstore.RequestKey;
import vn.sovang.eventstore.StoredEvent;
import vn.sovang.eventstore.UnstampedEvent;
import vn.sovang.vocabulary.ImportId;

/// How facts and commands look to Axon: an event message's payload is a [Fact], its type is the
/// stored name, its identifier the leaf's id. Everything else Axon adds (creation time, unknown
/// metadata) is dropped: the leaf is ours (R15).
public final class FactMessages implements LeafCodec, TagResolver, MessageTypeResolver {
    /// Metadata under which the body hash of the causing request reaches the store.
    private static final String BODY_HASH = "sovang.bodySha256";

    private final EventCodec codec;

    public FactMessages(EventCodec codec) {
        this.codec = codec;
    }

    /// A message ready to be appended.
    static EventMessage message(UUID id, Fact fact, Request request) {
        return new GenericEventMessage(
                id.toString(),
                type(fact),
                fact,
                Map.of(BODY_HASH, request.bodySha256()),
                Instant.EPOCH);
    }

    private static MessageType type(Fact fact) {
        return type(EventCatalogue.nameOf(fact.event().getClass()));
    }

    private static MessageType type(String stored) {
        return new MessageType(name(stored), Integer.toString(EventCatalogue.revisionOf(stored)));
    }

    static QualifiedName name(String stored) {
        return new QualifiedName(stored);
    }

    static Fact fact(EventMessage message) {
        return (Fact) Objects.requireNonNull(message.payload(), "a fact message has a payload");
    }

    @Override
    public UnstampedEvent encode(TaggedEventMessage<?> tagged) {
        var message = tagged.event();
        var fact = fact(message);
        var leaf = codec.encode(UUID.fromString(message.identifier()), fact);
        return new UnstampedEvent(
                EventCatalogue.nameOf(fact.event().getClass()),
                fact.tags(),
                leaf,
                EventCodec.stampOffset(leaf));
    }

    @Override
    public EventMessage decode(StoredEvent event) {
        var recorded = codec.decode(event.position(), event.leaf());
        return new GenericEventMessage(
                recorded.id().toString(),
                type(event.type()),
                recorded.fact(),
                Map.of(),
                recorded.recordedAt());
    }

    @Override
    public @Nullable RequestKey requestOf(List<? extends TaggedEventMessage<?>> messages) {
        var first = messages.getFirst().event();
        var hash = first.metadata().get(BODY_HASH);
        return hash == null
                ? null
                : new RequestKey(fact(first).request(), HexFormat.of().parseHex(hash));
    }

    @Override
    public @Nullable ImportId importOf(EventMessage message) {
        return fact(message).broughtBy();
    }

    @Override
    public Set<Tag> resolve(EventMessage message) {
        return fact(message).tags().stream()
                .map(FactMessages::tag)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Tags are `kind:value`; only the value may hold a further colon.
    static Tag tag(String text) {
        int colon = text.indexOf(':');
        return new Tag(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public Optional<MessageType> resolve(Class<?> payload) {
        return Command.class.isAssignableFrom(payload)
                ? Optional.of(new MessageType(commandName(payload)))
                : Optional.empty();
    }

    static QualifiedName commandName(Class<?> command) {
        return new QualifiedName("command." + command.getSimpleName());
    }
}

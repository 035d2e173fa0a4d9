package vn.sovang.benchmark;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.axon.LeafCodec;
import vn.sovang.event.EventCodec;
import vn.sovang.eventstore.RequestKey;
import vn.sovang.eventstore.StoredEvent;
import vn.sovang.eventstore.UnstampedEvent;

/// Payloads that are leaves already: both of Axon's engines, ours and its own, are handed the very
/// same bytes, so that the stores are measured and not the converters.
final class BytesCodec implements LeafCodec, Converter {
    @Override
    public UnstampedEvent encode(TaggedEventMessage<?> tagged) {
        byte[] leaf = (byte[]) Objects.requireNonNull(tagged.event().payload());
        return new UnstampedEvent(
                tagged.event().type().qualifiedName().name(),
                tagged.tags().stream().map(LeafCodec::storedTag).collect(Collectors.toSet()),
                leaf,
                EventCodec.stampOffset(leaf));
    }

    @Override
    public EventMessage decode(StoredEvent event) {
        return new GenericEventMessage(
                Long.toString(event.position()),
                new MessageType(event.type()),
                event.leaf(),
                Map.of(),
                event.recordedAt());
    }

    @Override
    public @Nullable RequestKey requestOf(List<? extends TaggedEventMessage<?>> messages) {
        return null;
    }

    @Override
    public boolean canConvert(Type source, Type target) {
        return target == byte[].class || source == byte[].class;
    }

    /// A payload stays as it is; only metadata, an empty map here, is JSON.
    @Override
    @SuppressWarnings("unchecked") // the target says what T is
    public <T> @Nullable T convert(@Nullable Object input, Type target) {
        if (input instanceof byte[] && target == byte[].class) {
            return (T) input;
        }
        if (input instanceof byte[] bytes) {
            return (T) JsonMapper.shared().readValue(bytes, Map.class);
        }
        return (T) JsonMapper.shared().writeValueAsBytes(input);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("payload", "bytes");
    }
}

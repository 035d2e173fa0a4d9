package vn.sovang.axon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import vn.sovang.eventstore.RequestKey;
import vn.sovang.eventstore.StoredEvent;
import vn.sovang.eventstore.UnstampedEvent;

/// Keeps everything Axon puts into a message: id, type, time, metadata and a text as payload. The
/// request's id is taken from the metadata entry `request`, its body from the payloads.
final class OpaqueCodec implements LeafCodec {
    @Override
    public UnstampedEvent encode(TaggedEventMessage<?> tagged) {
        EventMessage event = tagged.event();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(event.identifier());
            out.writeUTF(event.type().toString());
            out.writeUTF(event.timestamp().toString());
            out.writeInt(event.metadata().size());
            for (Map.Entry<String, String> entry : event.metadata().entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeUTF(entry.getValue());
            }
            out.writeUTF(String.valueOf(event.payload()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new UnstampedEvent(
                event.type().qualifiedName().name(),
                tagged.tags().stream().map(LeafCodec::storedTag).collect(Collectors.toSet()),
                bytes.toByteArray(),
                UnstampedEvent.NO_STAMP);
    }

    @Override
    public EventMessage decode(StoredEvent event) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(event.leaf()))) {
            String id = in.readUTF();
            MessageType type = MessageType.fromString(in.readUTF());
            Instant timestamp = Instant.parse(in.readUTF());
            Map<String, String> metadata = new HashMap<>();
            int entries = in.readInt();
            for (int i = 0; i < entries; i++) {
                metadata.put(in.readUTF(), in.readUTF());
            }
            return new GenericEventMessage(id, type, in.readUTF(), metadata, timestamp);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public @Nullable RequestKey requestOf(List<? extends TaggedEventMessage<?>> messages) {
        String request = messages.getFirst().event().metadata().get("request");
        if (request == null) {
            return null;
        }
        String body =
                messages.stream()
                        .map(message -> String.valueOf(message.event().payload()))
                        .collect(Collectors.joining("\n"));
        return new RequestKey(UUID.fromString(request), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean timestampIsRecordedAt() {
        return false;
    }
}

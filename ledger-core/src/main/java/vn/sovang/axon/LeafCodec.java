package vn.sovang.axon;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import vn.sovang.eventstore.RequestKey;
import vn.sovang.eventstore.StoredEvent;
import vn.sovang.eventstore.UnstampedEvent;
import vn.sovang.vocabulary.ImportId;

/// Between Axon's messages and the bytes of the log. Called from many threads at once.
public interface LeafCodec {
    /// The message as it will be stored. The type is the message's qualified name, and each tag is
    /// spelled by [#storedTag(Tag)], because criteria are translated that way.
    UnstampedEvent encode(TaggedEventMessage<?> message);

    /// The message as handlers see it. Called again for each reader.
    EventMessage decode(StoredEvent event);

    /// The request that caused these messages of one append; null where none did.
    @Nullable RequestKey requestOf(List<? extends TaggedEventMessage<?>> messages);

    /// Whether a decoded message's timestamp is when it was recorded. Where it is not, a token for
    /// an instant is found by reading the whole log.
    default boolean timestampIsRecordedAt() {
        return true;
    }

    /// The import whose fact a decoded message is; null for what no import brought, and for the end
    /// of an import.
    default @Nullable ImportId importOf(EventMessage message) {
        return null;
    }

    /// A tag as one text. A key with a colon is refused: two tags could be spelled alike.
    static String storedTag(Tag tag) {
        if (tag.key().indexOf(':') >= 0) {
            throw new IllegalArgumentException("a tag's key has no colon: " + tag.key());
        }
        return tag.key() + ":" + tag.value();
    }
}

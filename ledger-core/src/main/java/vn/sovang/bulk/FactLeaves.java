package vn.sovang.bulk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.eventstore.UnstampedEvent;

/// Leaves before they are recorded. They bear the time 1970 until the log stamps them, so that they
/// can be read like any other.
final class FactLeaves {
    private static final byte[] NO_TIME =
            EventCodec.stamp(Instant.EPOCH).getBytes(StandardCharsets.US_ASCII);

    private final EventCodec codec;

    FactLeaves(EventCodec codec) {
        this.codec = codec;
    }

    /// A leaf to be kept.
    byte[] kept(UUID id, Fact fact) {
        var leaf = codec.encode(id, fact);
        System.arraycopy(NO_TIME, 0, leaf, EventCodec.stampOffset(leaf), NO_TIME.length);
        return leaf;
    }

    /// A kept leaf, ready to be appended.
    UnstampedEvent event(byte[] leaf) {
        return event(leaf, codec.decode(0, leaf).fact());
    }

    /// A fact, ready to be appended.
    UnstampedEvent event(UUID id, Fact fact) {
        return event(codec.encode(id, fact), fact);
    }

    private static UnstampedEvent event(byte[] leaf, Fact fact) {
        return new UnstampedEvent(
                EventCatalogue.nameOf(fact.event().getClass()),
                fact.tags(),
                leaf,
                EventCodec.stampOffset(leaf));
    }
}

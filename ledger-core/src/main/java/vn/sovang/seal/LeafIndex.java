package vn.sovang.seal;

import java.time.Instant;
import java.util.Set;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;

/// What the columns and tags beside a leaf must say, read from the leaf itself.
@FunctionalInterface
public interface LeafIndex {
    /// The ledger's own: its leaves are events.
    static LeafIndex ofEvents() {
        var codec = new EventCodec();
        return (position, leaf) -> {
            var read = codec.read(position, leaf);
            var recorded = read.recorded();
            return new Columns(
                    EventCatalogue.nameOf(recorded.fact().event().getClass()),
                    recorded.recordedAt(),
                    read.tags());
        };
    }

    /// @throws vn.sovang.event.UnreadableEvent if the bytes are not a leaf of this log
    Columns of(long position, byte[] leaf);

    /// See [LeafIndex].
    record Columns(String type, Instant recordedAt, Set<String> tags) {
        public Columns {
            tags = Set.copyOf(tags);
        }
    }
}

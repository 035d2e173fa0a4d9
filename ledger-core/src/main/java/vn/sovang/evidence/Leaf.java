package vn.sovang.evidence;

import java.util.Arrays;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Recorded;

/// One leaf of the log: its exact bytes, and the event they hold.
public final class Leaf {
    private static final EventCodec CODEC = new EventCodec();

    private final byte[] bytes;
    private final Recorded recorded;

    private Leaf(byte[] bytes, Recorded recorded) {
        this.bytes = bytes;
        this.recorded = recorded;
    }

    /// Reads the leaf at a position, from 1.
    ///
    /// @throws vn.sovang.event.UnreadableEvent if this version does not understand it
    public static Leaf read(long position, byte[] bytes) {
        return new Leaf(bytes.clone(), CODEC.decode(position, bytes));
    }

    /// From 1, as pages count.
    public long position() {
        return recorded.position();
    }

    /// From 0, as proofs count.
    public long index() {
        return recorded.position() - 1;
    }

    public Recorded recorded() {
        return recorded;
    }

    /// A copy of the bytes that are hashed.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Stored name of its event.
    public String type() {
        return EventCatalogue.nameOf(recorded.fact().event().getClass());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Leaf that
                && position() == that.position()
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}

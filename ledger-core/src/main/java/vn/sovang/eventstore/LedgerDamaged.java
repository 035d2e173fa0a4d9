package vn.sovang.eventstore;

/// A stored event is not what was written: its hash does not fit its bytes, or a position is
/// missing. The log is evidence of something, but not of what it says.
public final class LedgerDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long position;

    LedgerDamaged(long position, String what) {
        super("event " + position + ": " + what);
        this.position = position;
    }

    public long position() {
        return position;
    }
}

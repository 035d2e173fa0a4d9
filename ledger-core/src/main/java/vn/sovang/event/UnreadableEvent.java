package vn.sovang.event;

import org.jspecify.annotations.Nullable;

/// A stored event that this version cannot read. Whoever reads stops there, visibly; nothing is
/// skipped.
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message) {
        super(message);
    }

    public UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

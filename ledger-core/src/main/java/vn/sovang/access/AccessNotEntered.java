package vn.sovang.access;

import org.jspecify.annotations.Nullable;

/// What was asked for must be on record before it happens, and could not be entered: it did not
/// happen.
public final class AccessNotEntered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccessNotEntered(@Nullable Throwable cause) {
        super("the access log takes no entry: " + cause, cause);
    }
}

package vn.sovang.privacy;

import org.jspecify.annotations.Nullable;

/// A sealed field does not open to what was sealed: somebody changed the leaf, the key or the key
/// store.
public final class TamperedSeal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TamperedSeal(String message) {
        super(message);
    }

    public TamperedSeal(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

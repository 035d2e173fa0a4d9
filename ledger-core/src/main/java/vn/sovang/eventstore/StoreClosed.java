package vn.sovang.eventstore;

/// The log was closed in this process. Nothing was stored.
public final class StoreClosed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreClosed() {
        super("the log is closed");
    }
}

package vn.sovang.postgres;

/// The database cannot be started, reached or brought to the schema this version needs. The message
/// is written for the person who operates the service, and says what to do.
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

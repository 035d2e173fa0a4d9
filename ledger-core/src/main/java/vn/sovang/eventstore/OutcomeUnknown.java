package vn.sovang.eventstore;

/// The database went away while it was asked to commit, and could not be asked afterwards: the
/// events may be stored or not. Repeating the same request under the same id tells.
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}

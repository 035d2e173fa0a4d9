package vn.sovang.witness;

/// A witness's folder that cannot be used as it is: no key yet, or a file of it is damaged. Nothing
/// is cosigned until a person has looked.
public final class WitnessNotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WitnessNotReady(String message) {
        super(message);
    }

    WitnessNotReady(String message, Throwable cause) {
        super(message, cause);
    }
}

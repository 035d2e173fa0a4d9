package vn.sovang.tlog;

/// Bytes or text that are not well-formed under the format they claim to be in.
///
/// The message says what was being read and where it broke (line, offset, key name), because the
/// reader is usually an inspector holding a file, not a programmer holding a debugger. A value that
/// is well-formed but *false* (a forged signature, a wrong proof) is never reported this way: it is
/// the `false` or the verdict of a `verify` method.
public final class MalformedLogDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedLogDataException(String message) {
        super(message);
    }

    MalformedLogDataException(String message, Throwable cause) {
        super(message, cause);
    }
}

package vn.sovang.seal;

/// The log is not an extension of what was signed before. Nothing may be appended or signed until a
/// person has found out why; reading goes on.
public final class SealingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// Why.
    public enum Reason {
        /// The log holds fewer events than a checkpoint that was signed before.
        ROLLED_BACK,
        /// The log holds other events than a checkpoint that was signed before.
        FORKED,
        /// A kept checkpoint is not one of ours, or cannot be read.
        BAD_CHECKPOINT,
        /// Events that no node of this log sealed when they were stored: inserted by hand.
        NOT_OURS,
        /// A stored event is missing, or its bytes are not those that were hashed.
        DAMAGED,
        /// This node holds no key that may sign a log of this size.
        NO_KEY
    }

    public SealingRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// Reason and explanation, for a log or a refusal.
    public String describe() {
        return reason + ": " + getMessage();
    }

    public Reason reason() {
        return reason;
    }
}

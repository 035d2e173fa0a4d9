package vn.sovang.axon;

import vn.sovang.decider.Outcome.Refused;

/// Carries a refusal through Axon, which knows only results and exceptions. Never leaves this
/// package but to be turned back into the value it carries.
public final class CommandRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refused refused;

    CommandRefused(Refused refused) {
        // No stack trace: a refusal is an ordinary answer.
        super(refused.code().name(), null, false, false);
        this.refused = refused;
    }

    public Refused refused() {
        return refused;
    }
}

package vn.sovang.axon;

import vn.sovang.eventstore.AppendOutcome.AlreadyDone;

/// This request was carried out before; nothing was stored now. Not an error to the caller: the
/// original positions are its answer.
public final class RequestAlreadyDone extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient AlreadyDone outcome;

    RequestAlreadyDone(AlreadyDone outcome) {
        super("done before, at " + outcome.first() + " to " + outcome.last());
        this.outcome = outcome;
    }

    public AlreadyDone outcome() {
        return outcome;
    }
}

package vn.sovang.eventstore;

/// So many appends are waiting that this one was not even queued. Nothing was stored; try later.
public final class StoreBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreBusy(int waiting) {
        super(waiting + " appends are waiting; this one was not accepted");
    }
}

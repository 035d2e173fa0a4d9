package vn.sovang.projection.readmodel;

/// A read model is being built from the log for the first time; ask again later.
public final class NotBuiltYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotBuiltYet(String name) {
        super("the read model " + name + " is being built");
    }
}

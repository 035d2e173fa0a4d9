package vn.sovang.privacy;

import java.util.UUID;

/// Something was to be sealed for a subject whose key was destroyed: nobody could read it, and a
/// new key would undo the erasure.
public final class SubjectErased extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SubjectErased(UUID subject) {
        super("the key of " + subject + " was destroyed");
    }
}

package vn.sovang.privacy;

import java.util.Collection;
import java.util.UUID;
import vn.sovang.vocabulary.Sealed;

/// Seals one personal field under its subject's key. What readers of files and forms are given, so
/// that they never see a key.
@FunctionalInterface
public interface Sealing {
    /// @param subject whose field it is
    /// @param field which field, such as `name`
    /// @param text NFC text
    Sealed seal(UUID subject, String field, String text);

    /// Tells whose fields will be sealed next. Leaving this out costs time, nothing else.
    default void expect(Collection<UUID> subjects) {}
}

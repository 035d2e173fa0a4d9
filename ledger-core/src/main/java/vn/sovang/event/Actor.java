package vn.sovang.event;

import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.UnitId;

/// Who entered a fact.
///
/// @param user opaque user id, never a person's name (R24)
/// @param role role the user acted in, such as `CLERK`
/// @param unit unit the user acted for, where the user belongs to one
public record Actor(String user, String role, @Nullable UnitId unit) {
    public Actor {
        user = Text.of("user", user);
        role = Text.of("role", role);
    }
}

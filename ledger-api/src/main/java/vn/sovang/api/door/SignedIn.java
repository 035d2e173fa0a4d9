package vn.sovang.api.door;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.access.Accessor;
import vn.sovang.event.Actor;
import vn.sovang.vocabulary.UnitId;

/// Who calls a handler (*người đăng nhập*). Any controller may take one as an argument; where the
/// table lets everybody in, it is `@Nullable` and null for whoever has not signed in.
///
/// @param user opaque user id, never a person's name
/// @param roles everything the user may be
/// @param unit unit the user belongs to; null for one who belongs to none
/// @param acting the role in which the table admits the user to this handler: of those it names,
///   the first that the user has
/// @param mandate limits what the user reads as inspector; null for no limit
public record SignedIn(
        String user,
        Set<Role> roles,
        @Nullable UnitId unit,
        Role acting,
        @Nullable Mandate mandate) {
    public SignedIn {
        roles = Role.copy(roles);
    }

    /// As facts name whoever enters them.
    public Actor actor() {
        return new Actor(user, acting.name(), unit);
    }

    /// As the access log names whoever looks.
    public Accessor accessor() {
        return new Accessor(user, acting.name(), unit, null, Accessor.Standing.SIGNED_IN);
    }
}

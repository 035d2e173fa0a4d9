package vn.sovang.api.door;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.UnitId;

/// Who somebody was found to be, by whichever way.
///
/// @param user opaque user id
/// @param version of the account when it was read; 0 where it is no local account
/// @param mustChange whether the password was given by somebody else and is to be changed first
record Identity(
        String user, Set<Role> roles, @Nullable UnitId unit, long version, boolean mustChange) {
    Identity {
        roles = Role.copy(roles);
    }

    /// The same to a handler that is open to some roles; the first of them that is held counts.
    SignedIn actingAt(Permission permission) {
        var acting =
                permission.roles().stream().filter(roles::contains).findFirst().orElse(Role.PUBLIC);
        return new SignedIn(user, roles, unit, acting);
    }
}

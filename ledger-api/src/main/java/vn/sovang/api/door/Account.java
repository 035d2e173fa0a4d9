package vn.sovang.api.door;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.UnitId;

/// A local account (*tài khoản*), without what proves it.
///
/// @param id opaque: never a person's name
/// @param unit unit the user belongs to; null for none
/// @param version raised by every change
/// @param mustChange whether the password is to be changed at the next sign-in
/// @param passwordExpiresAt when an initial password ends; null for one its owner chose
/// @param mandate of an inspector; null for one who reads everything, and for all others
/// @param disabled whether it lets nobody in
/// @param lastSignInAt when somebody last came in with its password; null if nobody did
public record Account(
        String id,
        Set<Role> roles,
        @Nullable UnitId unit,
        long version,
        boolean mustChange,
        @Nullable Instant passwordExpiresAt,
        @Nullable Mandate mandate,
        boolean disabled,
        @Nullable Instant lastSignInAt) {
    public Account {
        roles = Role.copy(roles);
    }

    Identity identity() {
        return new Identity(id, roles, unit, version, mustChange, mandate);
    }

    /// The same to a program with a key of it: it has no password to change.
    Identity program() {
        return new Identity(id, roles, unit, version, false, mandate);
    }
}

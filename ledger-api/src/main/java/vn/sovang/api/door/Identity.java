package vn.sovang.api.door;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.access.Accessor;
import vn.sovang.vocabulary.UnitId;

/// Who somebody was found to be, by whichever way.
///
/// @param user opaque user id
/// @param version of the account when it was read; 0 where it is no local account
/// @param mustChange whether the password was given by somebody else and is to be changed first
record Identity(
        String user,
        Set<Role> roles,
        @Nullable UnitId unit,
        long version,
        boolean mustChange,
        @Nullable Mandate mandate) {
    Identity {
        roles = Role.copy(roles);
    }

    /// The same on a day: an inspector whose mandate has not begun, or is over, is none.
    Identity on(LocalDate day) {
        if (mandate == null || mandate.holdsOn(day) || !roles.contains(Role.INSPECTOR)) {
            return this;
        }
        var others = EnumSet.copyOf(roles);
        others.remove(Role.INSPECTOR);
        return new Identity(user, others, unit, version, mustChange, mandate);
    }

    /// At the door, in no role yet: the first that is held stands for all.
    Accessor accessor() {
        var role = roles.stream().sorted().findFirst().map(Role::name).orElse("-");
        return new Accessor(user, role, unit, null, Accessor.Standing.SIGNED_IN);
    }

    /// The same to a handler that is open to some roles; the first of them that is held counts.
    SignedIn actingAt(Permission permission) {
        var acting =
                permission.roles().stream().filter(roles::contains).findFirst().orElse(Role.PUBLIC);
        return new SignedIn(user, roles, unit, acting, mandate);
    }
}

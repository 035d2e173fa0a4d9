package vn.sovang.api.door;

import java.util.List;
import java.util.Map;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import vn.sovang.api.web.DoorName;

/// One row of the table: who may call one address (*quyền*).
///
/// @param method such as `GET`
/// @param pattern as the handler declares it
/// @param roles who may; [Role#PUBLIC] for everybody
/// @param scope of whose records
record Permission(String method, PathPattern pattern, List<Role> roles, Scoping scope) {
    /// Of whose records an address answers or writes.
    enum Scoping {
        /// Of nobody's: figures, rules, the service itself.
        NONE,
        /// Of the caller's units only, those below them and those they came from.
        UNITS,
        /// Of every unit, to whoever has the role.
        ALL
    }

    Permission {
        roles = List.copyOf(roles);
    }

    boolean isPublic() {
        return roles.contains(Role.PUBLIC);
    }

    boolean admits(Identity identity) {
        return isPublic() || roles.stream().anyMatch(identity.roles()::contains);
    }

    /// How the access log names the address that was asked for.
    String door(PathContainer path) {
        var matched = pattern.matchAndExtract(path);
        var variables = matched == null ? Map.<String, String>of() : matched.getUriVariables();
        return method + " " + DoorName.of(pattern.getPatternString(), variables);
    }

    @Override
    public String toString() {
        return method + " " + pattern.getPatternString();
    }
}

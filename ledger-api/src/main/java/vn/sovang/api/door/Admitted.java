package vn.sovang.api.door;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;

/// Somebody known, as Spring Security hands it around.
final class Admitted extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Identity identity;
    private final Way way;

    /// How somebody came in.
    enum Way {
        /// With account and password, kept in a session.
        PASSWORD,
        /// With a key of a local account, at every request.
        KEY,
        /// With a token of the office's identity provider, at every request.
        TOKEN,
        /// Through the page of the office's identity provider, kept in a session.
        PROVIDER
    }

    Admitted(Identity identity, Way way) {
        super(List.of());
        this.identity = identity;
        this.way = way;
        setAuthenticated(true);
    }

    Identity identity() {
        return identity;
    }

    Way way() {
        return way;
    }

    /// Who that is; empty where nobody is known.
    static Optional<Identity> identity(@Nullable Authentication authentication) {
        return authentication instanceof Admitted admitted
                ? Optional.of(admitted.identity)
                : Optional.empty();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return identity.user();
    }
}

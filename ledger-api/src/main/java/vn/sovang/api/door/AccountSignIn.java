package vn.sovang.api.door;

import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.sovang.access.AccessEntry.CameIn;
import vn.sovang.access.AccessEntry.TurnedAway;
import vn.sovang.access.AccessLog;
import vn.sovang.access.Accessor;

/// Sign-in with account and password. Wrong name, wrong password, disabled, ended: one answer,
/// after the same work. Either outcome is entered in the access log, with the name only where there
/// is such an account: people type passwords and names of persons there too.
final class AccountSignIn implements AuthenticationProvider {
    private final Accounts accounts;
    private final Attempts attempts;
    private final AccessLog access;

    AccountSignIn(Accounts accounts, Attempts attempts, AccessLog access) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.access = access;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var name = Objects.toString(asked.getPrincipal(), "").strip();
        var password = Objects.toString(asked.getCredentials(), "");
        var from =
                asked.getDetails() instanceof WebAuthenticationDetails details
                        ? Objects.toString(details.getRemoteAddress(), "-")
                        : "-";
        attempts.require(name, from);
        var account = accounts.signIn(name, password);
        if (account.isEmpty()) {
            attempts.failed(name, from);
            access.note(claimed(name), List.of(new TurnedAway("SIGN_IN_FAILED")));
            throw new BadCredentialsException("not signed in");
        }
        attempts.succeeded(name, from);
        accounts.cameIn(account.get().id());
        var identity = account.get().identity();
        access.note(identity.accessor(), List.of(new CameIn(Admitted.Way.PASSWORD.name())));
        return new Admitted(identity, Admitted.Way.PASSWORD);
    }

    private Accessor claimed(String name) {
        return accounts.find(name)
                .map(account -> Accessor.claimed(account.id(), "-"))
                .orElse(Accessor.NOBODY);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}

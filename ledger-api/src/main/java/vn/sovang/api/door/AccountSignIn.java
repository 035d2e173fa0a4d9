package vn.sovang.api.door;

import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Sign-in with account and password. Wrong name, wrong password, disabled, ended: one answer.
final class AccountSignIn implements AuthenticationProvider {
    private final Accounts accounts;
    private final Attempts attempts;

    AccountSignIn(Accounts accounts, Attempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
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
            throw new BadCredentialsException("not signed in");
        }
        attempts.succeeded(name, from);
        return new Admitted(account.get().identity(), Admitted.Way.PASSWORD);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}

package vn.sovang.api.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets programs in that bring a key of a local account: `Authorization: Bearer svk_…`. Asked at
/// every request; a key that is none is refused at once, even where nobody has to sign in.
final class KeyHolders extends OncePerRequestFilter {
    private static final String BEARER = "Bearer " + ApiKey.PREFIX;

    private final Accounts accounts;
    private final Refusals refusals;

    KeyHolders(Accounts accounts, Refusals refusals) {
        this.accounts = accounts;
        this.refusals = refusals;
    }

    static boolean isOne(HttpServletRequest request) {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && given.startsWith(BEARER);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isOne(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        var account = accounts.byKey(given.substring("Bearer ".length()).strip());
        if (account.isEmpty()) {
            refusals.unknownKey(request, response);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Admitted(account.get().program(), Admitted.Way.KEY));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}

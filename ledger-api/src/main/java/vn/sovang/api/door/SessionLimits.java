package vn.sovang.api.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends sessions that have lasted long enough, and those of an account that was changed since:
/// disabled, given other roles, another password. Asked at every request, so that it holds at once
/// and on every node.
final class SessionLimits extends OncePerRequestFilter {
    /// A working day (ASVS 7.3.2); the idle limit is the container's.
    static final Duration LONGEST = Duration.ofHours(10);

    private static final String SINCE = SessionLimits.class.getName();

    private final Accounts accounts;
    private final SessionsOfPeople sessions;

    SessionLimits(Accounts accounts, SessionsOfPeople sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /// From now on the session counts as new.
    static void begin(HttpSession session) {
        session.setAttribute(SINCE, System.currentTimeMillis());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.getContext();
        if (context.getAuthentication() instanceof Admitted admitted
                && sessions.containsContext(request)
                && isOver(admitted, request.getSession(false))) {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(Admitted admitted, @Nullable HttpSession session) {
        if (session == null) {
            return true;
        }
        long now = System.currentTimeMillis();
        if (session.getAttribute(SINCE) instanceof Long since) {
            if (now - since > LONGEST.toMillis()) {
                return true;
            }
        } else {
            begin(session);
        }
        var identity = admitted.identity();
        return admitted.way() == Admitted.Way.PASSWORD
                && accounts.find(identity.user())
                        .filter(account -> !account.disabled())
                        .filter(account -> account.version() == identity.version())
                        .isEmpty();
    }
}

package vn.sovang.api.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import vn.sovang.decider.Origin;

/// Asks the table about every request, and leaves the row with it for the handler.
@Component
final class TableDecides implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String ROW = Permission.class.getName();

    /// Kept with the request: it may be answered on another thread.
    private static final String READER = SignedIn.class.getName();

    private final Permissions permissions;
    private final InstantSource clock = InstantSource.system();

    TableDecides(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who,
            @Nullable RequestAuthorizationContext context) {
        if (context == null) {
            return new AuthorizationDecision(false);
        }
        var request = context.getRequest();
        var row = permissions.find(request.getMethod(), path(request));
        var today = LocalDate.ofInstant(clock.instant(), Origin.VIETNAM);
        var identity = Admitted.identity(who.get()).map(known -> known.on(today));
        row.ifPresent(found -> {
            request.setAttribute(ROW, found);
            identity.ifPresent(known -> request.setAttribute(READER, known.actingAt(found)));
        });
        return new AuthorizationDecision(row.isPresent() && admits(row.get(), identity));
    }

    private static boolean admits(Permission row, Optional<Identity> identity) {
        if (row.isPublic()) {
            return true;
        }
        return identity.filter(known -> !known.mustChange() || isPasswordPage(row))
                .filter(row::admits)
                .isPresent();
    }

    private static boolean isPasswordPage(Permission row) {
        return row.pattern().getPatternString().equals(PasswordPage.PATH);
    }

    static PathContainer path(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }

    /// The row by which a request was let in; empty where it was not.
    static Optional<Permission> row(HttpServletRequest request) {
        return request.getAttribute(ROW) instanceof Permission permission
                ? Optional.of(permission)
                : Optional.empty();
    }

    /// Who sent a request that there is a row for; empty for nobody known.
    static Optional<SignedIn> reader(HttpServletRequest request) {
        return request.getAttribute(READER) instanceof SignedIn reader
                ? Optional.of(reader)
                : Optional.empty();
    }
}

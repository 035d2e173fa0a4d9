package vn.sovang.api.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.access.AccessEntry;
import vn.sovang.access.AccessEntry.Refused;
import vn.sovang.access.Accessor;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.web.ErrorPage;
import vn.sovang.api.web.ForPrograms;

/// How the door says no: to programs with a problem, to people with the page to sign in on or one
/// that says why. Whoever is known and turned away is entered in the access log.
@Component
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Permissions permissions;
    private final Ledger ledger;

    Refusals(Permissions permissions, Ledger ledger) {
        this.permissions = permissions;
        this.ledger = ledger;
    }

    static boolean isForPrograms(HttpServletRequest request) {
        return ForPrograms.is(request);
    }

    /// Nobody is known who asks.
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (ForPrograms.is(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            ErrorPage.send(request, response, Failure.of(FailureCode.SIGN_IN_NEEDED));
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.sendRedirect(SignInPage.PATH);
        } else {
            ErrorPage.send(request, response, Failure.of(FailureCode.SIGN_IN_NEEDED));
        }
    }

    /// A token that is none for us; or the provider cannot be asked for its keys.
    void tokenFailed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof AuthenticationServiceException) {
            ErrorPage.send(request, response, Failure.of(FailureCode.PROVIDER_AWAY).because(e));
        } else {
            unknownKey(request, response);
        }
    }

    void unknownKey(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        ErrorPage.send(request, response, Failure.of(FailureCode.KEY_UNKNOWN));
    }

    /// Somebody known may not, or nobody known sent a form that is not of ours.
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var identity = Admitted.identity(SecurityContextHolder.getContext().getAuthentication());
        var path = TableDecides.path(request);
        if (denied instanceof CsrfException) {
            if (identity.isEmpty() && ForPrograms.is(request)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                ErrorPage.send(request, response, Failure.of(FailureCode.SIGN_IN_NEEDED));
            } else {
                refuse(request, response, FailureCode.FORM_OUT_OF_DATE);
            }
        } else if (permissions.find(request.getMethod(), path).isEmpty()) {
            // No handler either: there is a row for each.
            var code =
                    permissions.knows(path)
                            ? FailureCode.METHOD_NOT_ALLOWED
                            : FailureCode.NOT_FOUND;
            ErrorPage.send(request, response, Failure.of(code));
        } else if (identity.isPresent() && identity.get().mustChange()) {
            if (ForPrograms.is(request) || !request.getMethod().equals("GET")) {
                ErrorPage.send(request, response, Failure.of(FailureCode.PASSWORD_CHANGE_NEEDED));
            } else {
                response.sendRedirect(PasswordPage.PATH);
            }
        } else {
            refuse(request, response, FailureCode.ROLE_NEEDED);
        }
    }

    /// Says no, on record.
    void refuse(HttpServletRequest request, HttpServletResponse response, FailureCode code)
            throws IOException {
        ledger.access().note(who(), List.of(new Refused(code.name(), door(request), ids(request))));
        ErrorPage.send(request, response, Failure.of(code));
    }

    private static Accessor who() {
        return Admitted.identity(SecurityContextHolder.getContext().getAuthentication())
                .map(Identity::accessor)
                .orElse(Accessor.NOBODY);
    }

    /// The handler's address as the table has it: what was typed may be a person's name.
    private static String door(HttpServletRequest request) {
        return TableDecides.row(request)
                .map(row -> row.door(TableDecides.path(request)))
                .map(text -> text.substring(0, Math.min(text.length(), Accessor.MAX_LENGTH)))
                .orElse("-");
    }

    private static List<UUID> ids(HttpServletRequest request) {
        return AccessEntry.idsIn(Arrays.asList(request.getRequestURI().split("/")));
    }

    /// Back to the page to sign in on, which says the same whatever was wrong.
    void signInFailed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var often = e instanceof Attempts.TooOften;
        response.sendRedirect(SignInPage.PATH + (often ? "?cho" : "?sai"));
    }
}

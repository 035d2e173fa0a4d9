package vn.sovang.api.door;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/// Sessions let people in, and only where a request does not say itself who sends it: what brings
/// an `Authorization` is judged by that alone.
final class SessionsOfPeople extends HttpSessionSecurityContextRepository {
    static boolean isProgram(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return isProgram(request) ? new Nobody() : super.loadDeferredContext(request);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return !isProgram(request) && super.containsContext(request);
    }

    private static final class Nobody implements DeferredSecurityContext {
        private final SecurityContext empty = SecurityContextHolder.createEmptyContext();

        @Override
        public SecurityContext get() {
            return empty;
        }

        @Override
        public boolean isGenerated() {
            return true;
        }
    }
}

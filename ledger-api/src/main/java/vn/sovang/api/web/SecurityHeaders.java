package vn.sovang.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Headers that forbid a browser whatever the pages do not need: foreign content, inline scripts
/// and styles, frames, guessing of types. Behind the filter that says in which encoding forms are:
/// whoever reads a parameter before it reads all of them wrong.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class SecurityHeaders extends OncePerRequestFilter {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'self'";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!request.getRequestURI().startsWith("/webjars/")
                && !request.getRequestURI().startsWith("/css/")
                && !request.getRequestURI().startsWith("/js/")) {
            response.setHeader(
                    "Cache-Control",
                    request.getRequestURI().startsWith("/api/v1/")
                            ? TaggedAnswers.PRIVATE
                            : TaggedAnswers.NOT_KEPT);
        }
        ReaderLocale.remember(request, response);
        chain.doFilter(request, response);
    }
}

package vn.sovang.api.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.sovang.api.text.FailureCode;

/// A page of another site must not make a reader's browser write anything, whatever else it knows:
/// a browser says where a request comes from.
final class ForeignPages extends OncePerRequestFilter {
    private final Refusals refusals;

    ForeignPages(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null
                || site.equals("same-origin")
                || site.equals("none")
                || !CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        refusals.refuse(request, response, FailureCode.FOREIGN_PAGE);
    }
}

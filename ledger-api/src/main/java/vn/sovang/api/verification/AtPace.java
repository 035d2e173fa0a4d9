package vn.sovang.api.verification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.verification.Lookups.Outcome;

/// Slows strangers down before anything is looked at, and keeps their answers out of caches and
/// search engines.
@Component
final class AtPace implements HandlerInterceptor, WebMvcConfigurer {
    private final Pace pace = new Pace(Clock.systemUTC());
    private final Verifier verifier;

    AtPace(Verifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        VerificationPages.PATH,
                        VerificationPages.PATH + "/**",
                        VerificationResource.PATH + "/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        boolean asks =
                !request.getRequestURI().equals(VerificationPages.PATH)
                        || request.getParameter(VerificationPages.CODE_PARAMETER) != null;
        if (asks) {
            require(pace.ask(request.getRemoteAddr()), response);
        }
        return true;
    }

    /// For a question about a name.
    void requireName(HttpServletRequest request, HttpServletResponse response, String award) {
        require(pace.askName(request.getRemoteAddr(), award), response);
    }

    private void require(Duration wait, HttpServletResponse response) {
        if (!wait.isZero()) {
            verifier.lookups().count(Outcome.TOO_OFTEN);
            var seconds = Long.toString(wait.toSeconds());
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
            throw Failure.of(FailureCode.VERIFICATION_TOO_OFTEN, "seconds", seconds);
        }
    }
}

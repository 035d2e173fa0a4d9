package vn.sovang.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Gives every answer to a program's read a tag, so that asking again with `If-None-Match` costs
/// the line nothing where nothing changed. Where a handler knows a cheaper tag (a position of the
/// log), that one counts. Streams and files are left alone.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class TaggedAnswers extends ShallowEtagHeaderFilter {
    /// Nobody between us and the reader keeps an answer, and the reader asks before using it again.
    static final String PRIVATE = "private, no-cache";

    /// What nobody keeps is not asked for again by its tag.
    static final String NOT_KEPT = "no-store";

    TaggedAnswers() {
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/v1/")
                || !request.getMethod().equals("GET")
                || isFile(request)
                || isStream(request);
    }

    /// The tag of a file would cost its length in memory.
    private static boolean isFile(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.endsWith(".csv") || path.endsWith(".xlsx");
    }

    private static boolean isStream(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request,
            HttpServletResponse response,
            int responseStatusCode,
            InputStream inputStream) {
        var type = response.getContentType();
        return responseStatusCode == HttpServletResponse.SC_OK
                && !NOT_KEPT.equals(response.getHeader(HttpHeaders.CACHE_CONTROL))
                && type != null
                && type.contains("json");
    }
}

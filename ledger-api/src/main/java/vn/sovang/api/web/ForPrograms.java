package vn.sovang.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/// Which requests come from programs: they are answered with problems, people with pages.
public final class ForPrograms {
    private static final List<String> PATHS = List.of("/api/", "/log/", "/v3/");

    private ForPrograms() {}

    public static boolean is(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = original instanceof String uri ? uri : request.getRequestURI();
        return PATHS.stream().anyMatch(path::startsWith);
    }
}

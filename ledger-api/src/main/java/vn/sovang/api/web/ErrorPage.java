package vn.sovang.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.sovang.api.text.Failure;

/// Failures that never reached a controller, from the container or a filter, in the same words.
@Controller
public final class ErrorPage implements ErrorController {
    private static final String FAILURE = Failure.class.getName();

    /// Answers a request with a failure from before any controller.
    public static void send(
            HttpServletRequest request, HttpServletResponse response, Failure failure)
            throws IOException {
        request.setAttribute(FAILURE, failure);
        response.sendError(failure.code().httpStatus());
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, Locale locale) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        HttpStatusCode code =
                status instanceof Integer number
                        ? HttpStatusCode.valueOf(number)
                        : HttpStatus.NOT_FOUND;
        var failure =
                request.getAttribute(FAILURE) instanceof Failure known
                        ? known
                        : thrown instanceof Exception e && code.is5xxServerError()
                                ? Problems.failure(e)
                                : Failure.of(Problems.code(code));
        return Problems.answer(
                failure, thrown instanceof Throwable t ? t : failure, request, locale);
    }
}

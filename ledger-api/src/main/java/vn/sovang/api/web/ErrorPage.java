package vn.sovang.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.sovang.api.text.Failure;

/// Failures that never reached a controller, from the container or a filter, in the same words.
@Controller
final class ErrorPage implements ErrorController {
    @RequestMapping("/error")
    Object error(HttpServletRequest request, Locale locale) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        HttpStatusCode code =
                status instanceof Integer number
                        ? HttpStatusCode.valueOf(number)
                        : HttpStatus.NOT_FOUND;
        var failure = Failure.of(Problems.code(code));
        return Problems.answer(
                failure, thrown instanceof Throwable t ? t : failure, request, locale);
    }
}

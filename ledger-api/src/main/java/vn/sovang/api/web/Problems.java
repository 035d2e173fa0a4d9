package vn.sovang.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.Problem;
import vn.sovang.api.text.Refusal;

/// Makes an answer of every failure: `application/problem+json` for programs, a page for people.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /// Long enough for a batch of appends, short enough for a person who waits.
    private static final String RETRY_AFTER_SECONDS = "2";

    @ExceptionHandler
    Object answer(Exception thrown, HttpServletRequest request, Locale locale) {
        if (thrown instanceof AsyncRequestNotUsableException) {
            // The reader is gone; nobody is left to tell.
            return new ModelAndView();
        }
        if (thrown instanceof Refusal refusal) {
            return answer(Problem.of(refusal.refused(), Messages.in(locale)), request, locale);
        }
        return answer(failure(thrown), thrown, request, locale);
    }

    /// The problem of one line among many; a fault of ours goes to the log.
    public static Problem of(RuntimeException thrown, Locale locale) {
        return thrown instanceof Refusal refusal
                ? Problem.of(refusal.refused(), Messages.in(locale))
                : logged(Problem.of(failure(thrown), Messages.in(locale)), thrown);
    }

    private static Problem logged(Problem problem, Throwable thrown) {
        if (problem.status() >= 500) {
            LOG.error("{} {}", problem.code(), problem.traceId(), thrown);
        }
        return problem;
    }

    static Object answer(
            Failure failure, Throwable thrown, HttpServletRequest request, Locale locale) {
        request.setAttribute(FailureCode.class.getName(), failure.code());
        var problem = logged(Problem.of(failure, Messages.in(locale)), thrown);
        return answer(problem, request, locale);
    }

    private static Object answer(Problem problem, HttpServletRequest request, Locale locale) {
        return ForPrograms.is(request)
                ? json(problem)
                : page(problem, PageFrame.of(request, locale));
    }

    static Failure failure(Exception thrown) {
        return switch (thrown) {
            case Failure failure -> failure;
            case MissingServletRequestParameterException missing ->
                    Failure.at(missing.getParameterName(), FailureCode.PARAMETER_MISSING, "");
            case MethodArgumentTypeMismatchException mismatch ->
                    Failure.at(
                            mismatch.getName(),
                            FailureCode.PARAMETER_MALFORMED,
                            String.valueOf(mismatch.getValue()));
            case MaxUploadSizeExceededException tooLarge ->
                    Failure.of(
                            FailureCode.BODY_TOO_LARGE,
                            "most",
                            Long.toString(tooLarge.getMaxUploadSize()));
            case MultipartException _, HttpMessageNotReadableException _ ->
                    Failure.of(FailureCode.REQUEST_MALFORMED).because(thrown);
            case RequestRejectedException _ -> Failure.of(FailureCode.REQUEST_MALFORMED);
            case ErrorResponse response when response.getStatusCode().is4xxClientError() ->
                    Failure.of(code(response.getStatusCode()));
            default -> Failure.from(thrown);
        };
    }

    /// The code of what the framework refused by itself.
    static FailureCode code(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> FailureCode.NOT_FOUND;
            case 405 -> FailureCode.METHOD_NOT_ALLOWED;
            case 406 -> FailureCode.NOT_ACCEPTABLE;
            case 415 -> FailureCode.MEDIA_TYPE_UNSUPPORTED;
            default ->
                    status.is4xxClientError()
                            ? FailureCode.REQUEST_MALFORMED
                            : FailureCode.INTERNAL;
        };
    }

    private static ResponseEntity<ProblemDetail> json(Problem problem) {
        var detail =
                ProblemDetail.forStatusAndDetail(
                        HttpStatusCode.valueOf(problem.status()), problem.detail());
        detail.setType(URI.create(problem.type()));
        detail.setTitle(problem.title());
        detail.setProperty("code", problem.code());
        detail.setProperty("errors", problem.errors());
        detail.setProperty("traceId", problem.traceId());
        var answer =
                ResponseEntity.status(problem.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(detail);
    }

    private static ModelAndView page(Problem problem, Map<String, Object> frame) {
        var page = new ModelAndView("problem", frame, HttpStatusCode.valueOf(problem.status()));
        page.addObject("problem", problem);
        return page;
    }
}

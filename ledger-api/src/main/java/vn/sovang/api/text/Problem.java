package vn.sovang.api.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A failure in the form of RFC 9457, the same over the network and on the command line.
///
/// @param type `urn:so-vang:loi:<code>`
/// @param title what kind of failure, in the reader's language
/// @param detail what went wrong, in the reader's language
/// @param code for programs, stable
/// @param errors the parameters at fault
/// @param traceId under which the service's log speaks of it
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<Item> errors,
        String traceId) {
    /// One parameter at fault.
    public record Item(String field, String pointer, String code, String message) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(Failure failure, Messages messages) {
        return of(failure, messages, UUID.randomUUID().toString());
    }

    public static Problem of(Failure failure, Messages messages, String traceId) {
        var code = failure.code();
        var detail =
                code == FailureCode.INTERNAL
                        ? messages.text("failure.INTERNAL", Map.of("id", traceId))
                        : failure.text(messages);
        return new Problem(
                "urn:so-vang:loi:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                messages.text("problem.title." + code.httpStatus()),
                code.httpStatus(),
                detail,
                code.name(),
                items(failure.parameter(), code, detail),
                traceId);
    }

    private static List<Item> items(@Nullable String parameter, FailureCode code, String detail) {
        return parameter == null
                ? List.of()
                : List.of(new Item(parameter, "#/" + parameter, code.name(), detail));
    }
}

package vn.sovang.api.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.sovang.decider.Outcome.Refused;

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
                type(code.name()),
                messages.text("problem.title." + code.httpStatus()),
                code.httpStatus(),
                detail,
                code.name(),
                items(failure, detail, messages),
                traceId);
    }

    private static List<Item> items(Failure failure, String detail, Messages messages) {
        var parameter = failure.parameter();
        if (parameter != null) {
            return List.of(new Item(parameter, "#/" + parameter, failure.code().name(), detail));
        }
        return failure.places().stream()
                .map(place ->
                        new Item(
                                name(place.pointer()),
                                "#" + place.pointer(),
                                place.code().name(),
                                place.text(messages)))
                .toList();
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /// A rule of the ledger said no.
    public static Problem of(Refused refused, Messages messages) {
        int status = Refusal.httpStatus(refused.code());
        var items =
                refused.details().stream()
                        .map(detail ->
                                new Item(
                                        detail.arguments().getOrDefault("row", ""),
                                        "#",
                                        detail.code().name(),
                                        messages.refusal(detail)))
                        .toList();
        return new Problem(
                type(refused.code().name()),
                messages.text("problem.title." + status),
                status,
                messages.refusal(refused),
                refused.code().name(),
                items,
                UUID.randomUUID().toString());
    }

    private static String type(String code) {
        return "urn:so-vang:loi:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package vn.sovang.api.recording;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import vn.sovang.api.door.Entitlement;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.recording.CommandForms.Available;
import vn.sovang.api.recording.CommandForms.BulkResult;
import vn.sovang.api.recording.CommandForms.CommandReceipt;
import vn.sovang.api.recording.CommandForms.LineResult;
import vn.sovang.api.recording.Recorder.Asked;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Failure.Place;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.web.Problems;
import vn.sovang.projection.Projections;

/// Records what programs ask for: one address for each command, and one for many at once.
@RestController
@RequestMapping(path = "/api/v1/commands", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "commands")
class CommandResource {
    /// More lines than an office decides in a week; a file of more is an import.
    static final int MAX_LINES = 1_000;

    private final CommandCatalogue catalogue;
    private final Recorder recorder;
    private final Projections projections;
    private final Allowed allowed;

    /// Who may ask for what, and for whom.
    @Component
    record Allowed(Entitlement entitlement, CommandScope scope) {}

    CommandResource(
            CommandCatalogue catalogue,
            Recorder recorder,
            Projections projections,
            Allowed allowed) {
        this.catalogue = catalogue;
        this.recorder = recorder;
        this.projections = projections;
        this.allowed = allowed;
    }

    @Operation(operationId = "listCommands", summary = "Every command that can be asked")
    @GetMapping
    List<Available> all() {
        return catalogue.all().stream()
                .map(type ->
                        new Available(
                                type.name(), "/api/v1/commands/" + type.name(), type.operation()))
                .toList();
    }

    /// One address for each command, so that the table of permissions names them one by one.
    /// Described in the contract by [CommandContract].
    void register(RequestMappingHandlerMapping handlers) {
        var handler =
                Objects.requireNonNull(
                        ReflectionUtils.findMethod(
                                CommandResource.class,
                                "record",
                                HttpServletRequest.class,
                                SignedIn.class));
        for (var name : catalogue.names()) {
            handlers.registerMapping(
                    RequestMappingInfo.paths("/api/v1/commands/" + name)
                            .methods(RequestMethod.POST)
                            .consumes(MediaType.APPLICATION_JSON_VALUE)
                            .produces(MediaType.APPLICATION_JSON_VALUE)
                            .options(handlers.getBuilderConfiguration())
                            .build(),
                    this,
                    handler);
        }
    }

    @Hidden
    ResponseEntity<CommandReceipt> record(HttpServletRequest request, SignedIn sender) {
        var uri = request.getRequestURI();
        var type = catalogue.named(uri.substring(uri.lastIndexOf('/') + 1));
        var key = IdempotencyKey.of(request.getHeader(IdempotencyKey.HEADER));
        var text = Bodies.text(request);
        var body = Bodies.json(text);
        allowed.scope().require(sender, type, body);
        var asked = new Asked(type, key, text, body, sender.actor(), Instant.now());
        var receipt = CommandReceipt.of(asked, recorder.record(asked));
        var answer =
                ResponseEntity.status(receipt.status())
                        .header(HttpHeaders.LOCATION, "/api/v1/events" + range(receipt));
        if (awaited(request, receipt.last())) {
            answer.header("Preference-Applied", Preference.of(request).applied());
        }
        return answer.body(receipt);
    }

    private static String range(CommandReceipt receipt) {
        long count = receipt.last() - receipt.first() + 1;
        return "?after=" + (receipt.first() - 1) + "&limit=" + Math.min(count, 500);
    }

    private boolean awaited(HttpServletRequest request, long position) {
        var wait = Preference.of(request).patience();
        return wait != null && projections.awaitPosition(position, wait);
    }

    /// Described in the contract by [CommandContract].
    @Hidden
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BulkResult> recordMany(
            HttpServletRequest request, SignedIn sender, Locale locale) {
        var key = IdempotencyKey.of(request.getHeader(IdempotencyKey.HEADER));
        var lines = lines(Bodies.json(Bodies.text(request)));
        var results = new ArrayList<LineResult>();
        for (int i = 0; i < lines.size(); i++) {
            results.add(result(i, lines.get(i), new Sender(key, sender, locale)));
        }
        long last =
                results.stream()
                        .mapToLong(r -> r.receipt() == null ? 0 : r.receipt().last())
                        .max()
                        .orElse(0);
        var answer = ResponseEntity.ok();
        if (awaited(request, last)) {
            answer.header("Preference-Applied", Preference.of(request).applied());
        }
        return answer.body(BulkResult.of(results));
    }

    private record Sender(UUID key, SignedIn who, Locale locale) {}

    private LineResult result(int at, JsonNode line, Sender sender) {
        try {
            var asked = asked(at, line, sender);
            var receipt = CommandReceipt.of(asked, recorder.record(asked));
            return new LineResult(at, receipt.status(), receipt, null);
        } catch (RuntimeException thrown) {
            var problem = Problems.of(thrown, sender.locale());
            return new LineResult(at, problem.status(), null, problem);
        }
    }

    private Asked asked(int at, JsonNode line, Sender sender) {
        var wrong = new ArrayList<Place>();
        for (var name : line.propertyNames()) {
            if (!List.of("command", "key", "body").contains(name)) {
                wrong.add(
                        new Place(
                                "/" + Failure.shown(name),
                                FailureCode.FIELD_UNKNOWN,
                                Map.of("value", Failure.shown(name))));
            }
        }
        for (var name : List.of("command", "body")) {
            if (!line.hasNonNull(name)) {
                wrong.add(new Place("/" + name, FailureCode.FIELD_MISSING, Map.of()));
            }
        }
        if (!wrong.isEmpty()) {
            throw Failure.in(wrong);
        }
        var type = catalogue.named(line.get("command").asString(""));
        var key =
                line.hasNonNull("key")
                        ? IdempotencyKey.of(line.get("key").asString("-"))
                        : IdempotencyKey.ofLine(sender.key(), at);
        var body = line.get("body");
        var path = "/api/v1/commands/" + type.name();
        var by = allowed.entitlement().at("POST", path, sender.who());
        allowed.scope().require(by, type, body);
        return new Asked(type, key, body.toString(), body, by.actor(), Instant.now());
    }

    private static List<JsonNode> lines(JsonNode body) {
        var lines = body.get("lines");
        if (lines == null || !lines.isArray() || body.size() != 1) {
            throw Failure.in(
                    List.of(
                            new Place(
                                    "/lines", FailureCode.FIELD_TYPE, Map.of("expected", "list"))));
        }
        if (lines.size() > MAX_LINES) {
            var most = Map.of("most", Integer.toString(MAX_LINES));
            throw Failure.in(List.of(new Place("/lines", FailureCode.LIST_TOO_MANY, most)));
        }
        return lines.valueStream().toList();
    }
}

package vn.sovang.api.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.sovang.api.text.Messages;

/// What all operations of the published contract have in common: a name that follows from the
/// address, a problem for whatever goes wrong, and no trace of the machine that serves it.
@Component
@Order(2)
class Contract implements OpenApiCustomizer {
    /// Raised with every change that a client could notice; see `docs/api.md`.
    private static final String VERSION = "1.2.0";

    private static final String MANY = "parameters";

    /// What a handler takes as one map of parameters.
    private static final Map<String, String> FIGURES =
            Map.ofEntries(
                    Map.entry("period", "2024-H1, 2024, 2023-2024, 2019..2024, or two days"),
                    Map.entry("policy", "CALENDAR_HALF_YEAR, ADMINISTRATIVE_HALF_YEAR, …"),
                    Map.entry("authority", "name or id of a unit; all units without it"),
                    Map.entry("knownAt", "position, instant, day, checkpoint; now without it"),
                    Map.entry("view", "original or restated"),
                    Map.entry("units", "as-then or as-now"),
                    Map.entry("officeKnewAt", "only what the office claims to have known then"),
                    Map.entry("by", "dimensions to break down by; all without it"),
                    Map.entry("measure", "only this measure"),
                    Map.entry("award", "only this award"),
                    Map.entry("rank", "only this rank"),
                    Map.entry("level", "only this level"),
                    Map.entry("recipientKind", "only this kind of recipient"),
                    Map.entry("commendationType", "only this type"),
                    Map.entry("proposingUnit", "only this unit"),
                    Map.entry("recipientUnit", "only this unit"),
                    Map.entry("reissueKind", "only this kind of case"),
                    Map.entry("artifactKind", "only this kind of item"));

    @Override
    public void customise(OpenAPI contract) {
        contract.setInfo(
                new Info()
                        .title(Messages.in(Messages.VIETNAMESE).text("site.name"))
                        .version(VERSION)
                        .description("The golden register as an audit ledger; see docs/api.md.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        contract.setServers(List.of(new Server().url("/")));
        if (contract.getComponents() == null) {
            contract.setComponents(new Components());
        }
        contract.getComponents().addSchemas("Problem", problem());
        contract.getComponents().addSchemas("ProblemItem", item());
        contract.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap()
                                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (!path.startsWith("/api/v1/commands")) {
            operation.setOperationId(name(path, method));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation.getResponses().addApiResponse("default", anyProblem());
        spread(operation);
    }

    /// Such as `getAwardsByIdHistory`.
    private static String name(String path, PathItem.HttpMethod method) {
        var name = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        for (var segment : path.replaceFirst("^/api/v1/", "").split("[^A-Za-z0-9{}]+")) {
            var word = segment.replaceAll("[{}]", "");
            if (!word.isEmpty()) {
                name.append(segment.startsWith("{") ? "By" : "")
                        .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return name.toString();
    }

    private static ApiResponse anyProblem() {
        var schema = new JsonSchema().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description("A problem (RFC 9457) with a stable code")
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(schema)));
    }

    private static void spread(Operation operation) {
        var parameters = operation.getParameters();
        if (parameters == null || parameters.stream().noneMatch(p -> MANY.equals(p.getName()))) {
            return;
        }
        var all = new ArrayList<Parameter>();
        FIGURES.keySet().stream()
                .sorted()
                .map(name ->
                        new Parameter()
                                .in("query")
                                .name(name)
                                .required(name.equals("period"))
                                .description(FIGURES.get(name))
                                .schema(typed("string")))
                .forEach(all::add);
        parameters.stream().filter(p -> !MANY.equals(p.getName())).forEach(all::add);
        operation.setParameters(all);
    }

    private static Schema<?> typed(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> problem() {
        var problem = typed("object");
        problem.description("RFC 9457");
        for (var text : List.of("type", "title", "detail", "instance", "code", "traceId")) {
            problem.addProperty(text, typed("string"));
        }
        problem.addProperty("status", typed("integer").format("int32"));
        var items = typed("array");
        items.setItems(new JsonSchema().$ref("#/components/schemas/ProblemItem"));
        problem.addProperty("errors", items);
        problem.setRequired(List.of("type", "title", "status", "detail", "code", "traceId"));
        return problem;
    }

    private static Schema<?> item() {
        var item = typed("object");
        for (var text : List.of("field", "pointer", "code", "message")) {
            item.addProperty(text, typed("string"));
        }
        item.setRequired(List.of("field", "pointer", "code", "message"));
        return item;
    }
}
